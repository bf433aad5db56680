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

/** Items as they are after changes; those whose word for shoppers changed carry a higher version. */
export function apply(items: readonly Item[], changes: readonly Change[]): Item[] {
  return items.map((item) => {
    const mine = changes.filter(({ sku }) => sku === item.sku)
    const levels = item.levels.map((level) =>
      mine.filter(({ location }) => location === level.location).reduce(shift, level),
    )
    const changed = { ...item, levels }
    const availability = availabilityOf(changed)
    return availability === item.availability
      ? changed
      : { ...changed, availability, version: item.version + 1 }
  })
}

const shift = (level: Level, { onHand = 0, reserved = 0 }: Change): Level => ({
  ...level,
  onHand: level.onHand + onHand,
  reserved: level.reserved + reserved,
})
