import type { Availability } from '@souk/contracts/values'

export interface Level {
  location: string
  onHand: number
  /** Promised to orders and not yet shipped. */
  reserved: number
  incoming: number
}

export interface Item {
  sku: string
  /** `deny`: never more than is there; `backorder`: sold beyond it; `untracked`: not counted when selling. */
  policy: 'deny' | 'backorder' | 'untracked'
  lowStockThreshold: number
  availability: Availability
  version: number
  /** The default location first. */
  levels: readonly Level[]
}

export const DEFAULT_LOCATION = 'main'

export const free = ({ onHand, reserved }: Level): number => onHand - reserved

export const available = ({ levels }: Item): number => levels.reduce((sum, level) => sum + free(level), 0)

/** The word shoppers are told. */
export function availabilityOf(item: Item): Availability {
  if (item.policy === 'untracked') return 'in_stock'
  const left = available(item)
  if (left <= 0) return item.policy === 'backorder' ? 'backorder' : 'out_of_stock'
  return left <= item.lowStockThreshold ? 'low_stock' : 'in_stock'
}

/** A change of one shelf: what comes on hand or goes, what becomes promised or free. */
export interface Change {
  sku: string
  location: string
  onHand?: number
  reserved?: number
}

/** Items with their shelves as they are after changes. */
export const shift = (items: readonly Item[], changes: readonly Change[]): Item[] =>
  items.map((item) => {
    const mine = changes.filter(({ sku }) => sku === item.sku)
    return mine.length === 0 ? item : { ...item, levels: item.levels.map((level) => moved(level, mine)) }
  })

/** Items as they are after changes; those whose word for shoppers changed carry a higher version. */
export const apply = (items: readonly Item[], changes: readonly Change[]): Item[] =>
  shift(items, changes).map((item) => {
    const availability = availabilityOf(item)
    return availability === item.availability ? item : { ...item, availability, version: item.version + 1 }
  })

/** One change for each shelf, however many there were. */
export function summed(changes: readonly Change[]): Required<Change>[] {
  const shelves = new Map<string, Required<Change>>()
  for (const { sku, location, onHand = 0, reserved = 0 } of changes) {
    const key = JSON.stringify([sku, location])
    const before = shelves.get(key)
    shelves.set(key, {
      sku,
      location,
      onHand: onHand + (before?.onHand ?? 0),
      reserved: reserved + (before?.reserved ?? 0),
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
  }
}
