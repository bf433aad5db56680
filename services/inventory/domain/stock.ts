import type { Availability, SkuQuantity } from '@souk/contracts/values'
import type { Rule } from './allocate.ts'

export interface Level {
  location: string
  /** Goods are taken from the lowest first. */
  priority: number
  country: string | null
  region: string | null
  onHand: number
  /** Promised to orders and not yet shipped. */
  reserved: number
  /** On its way here, from a supplier or another location. */
  incoming: number
  /** Kept back from selling. */
  safety: number
}

export interface Item {
  sku: string
  /**
   * `deny`: never more than is there; `backorder`: sold beyond it; `preorder`: so until the day it is expected;
   * `untracked`: not counted when selling.
   */
  policy: 'deny' | 'backorder' | 'preorder' | 'untracked'
  /** How many may be owed beyond the shelves where the policy sells them; null for any number. */
  backorderLimit: number | null
  /** When what is owed is expected. */
  expectedAt: string | null
  lowStockThreshold: number
  availability: Availability
  version: number
  /** In the order of priority; never empty. */
  levels: readonly Level[]
  /** What one of a bundle is made of; a bundle has no stock of its own. */
  components: readonly SkuQuantity[] | null
  /** Whether bundles are made of it. */
  isComponent: boolean
  /** How the shop chooses shelves: one rule for all items, read along with them. */
  rule: Rule
}

export const DEFAULT_LOCATION = 'main'

export const emptyLevel = (location: string): Level => ({
  ...{ location, priority: 0, country: null, region: null },
  ...{ onHand: 0, reserved: 0, incoming: 0, safety: 0 },
})

/** The item with an empty shelf at a location where it had none. */
export const withShelf = (item: Item, location: string): Item =>
  item.levels.some((one) => one.location === location)
    ? item
    : { ...item, levels: [...item.levels, emptyLevel(location)] }

/** What nobody was promised; below nothing where more was sold than is there. */
export const unpromised = ({ onHand, reserved }: Level): number => onHand - reserved

/** What may be sold of it: what is kept back for safety may not, and makes no debt. */
export const free = (level: Level): number =>
  unpromised(level) <= 0 ? unpromised(level) : Math.max(0, unpromised(level) - level.safety)

export const available = ({ levels }: Item): number => levels.reduce((sum, level) => sum + free(level), 0)

/** How many may be promised now, beyond the shelves as well where the policy allows it. */
export function room(item: Item): number {
  if (item.policy === 'untracked') return Number.POSITIVE_INFINITY
  const beyond = item.policy === 'deny' ? 0 : (item.backorderLimit ?? Number.POSITIVE_INFINITY)
  return available(item) + beyond
}

/** The word shoppers are told. */
export function availabilityOf(item: Item): Availability {
  if (item.policy === 'untracked') return 'in_stock'
  const left = available(item)
  if (left <= 0) return room(item) > 0 ? 'backorder' : 'out_of_stock'
  return left <= item.lowStockThreshold ? 'low_stock' : 'in_stock'
}

/** A change of one shelf: what comes on hand or goes, becomes promised or free, sets out for it or arrives. */
export interface Change {
  sku: string
  location: string
  onHand?: number
  reserved?: number
  incoming?: number
}

/** Items with their shelves as they are after changes. */
export const shift = (items: readonly Item[], changes: readonly Change[]): Item[] =>
  items.map((item) => {
    const mine = changes.filter(({ sku }) => sku === item.sku)
    return mine.length === 0 ? item : { ...item, levels: item.levels.map((level) => moved(level, mine)) }
  })

/**
 * Items as they are after changes; those whose word for shoppers changed carry a higher version. The word of a
 * bundle follows its components, in its own time.
 */
export const apply = (items: readonly Item[], changes: readonly Change[]): Item[] =>
  shift(items, changes).map((item) => {
    const availability = item.components ? item.availability : availabilityOf(item)
    return availability === item.availability ? item : { ...item, availability, version: item.version + 1 }
  })

/** One change for each shelf, however many there were. */
export function summed(changes: readonly Change[]): Required<Change>[] {
  const shelves = new Map<string, Required<Change>>()
  for (const { sku, location, onHand = 0, reserved = 0, incoming = 0 } of changes) {
    const key = JSON.stringify([sku, location])
    const before = shelves.get(key)
    shelves.set(key, {
      sku,
      location,
      onHand: onHand + (before?.onHand ?? 0),
      reserved: reserved + (before?.reserved ?? 0),
      incoming: incoming + (before?.incoming ?? 0),
    })
  }
  return [...shelves.values()]
}

function moved(level: Level, changes: readonly Change[]): Level {
  const mine = changes.filter(({ location }) => location === level.location)
  return {
    ...level,
    onHand: mine.reduce((sum, { onHand = 0 }) => sum + onHand, level.onHand),
    reserved: mine.reduce((sum, { reserved = 0 }) => sum + reserved, level.reserved),
    incoming: mine.reduce((sum, { incoming = 0 }) => sum + incoming, level.incoming),
  }
}
