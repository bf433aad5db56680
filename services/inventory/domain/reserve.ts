import type { SkuQuantity } from '@souk/contracts/values'
import { type Allocation, allocate, type Destination, type Wish } from './allocate.ts'
import { makes, unpack } from './bundle.ts'
import { type Change, type Item, room, shift } from './stock.ts'

export interface Shortfall {
  sku: string
  wanted: number
  available: number
}

export interface Wanted {
  lines: readonly SkuQuantity[]
  destination?: Destination | undefined
}

export type Decision = { ok: true; allocations: Allocation[] } | { ok: false; shortfalls: Shortfall[] }

/**
 * Promises every line, or names every line that falls short and promises nothing. Lines of the same SKU
 * count together, and so do units sold by themselves and in bundles.
 */
export function reserve(items: readonly Item[], { lines, destination }: Wanted): Decision {
  const known = new Map(items.map((item) => [item.sku, item]))
  const wanted = together(lines)
  const wishes = unpack(wanted, (sku) => known.get(sku)?.components)
  const shortfalls = wanted.flatMap(({ sku, quantity }) => {
    const available = leftFor(sku, { wishes, known })
    return available < quantity ? [{ sku, wanted: quantity, available: Math.max(0, available) }] : []
  })
  if (shortfalls.length > 0) return { ok: false, shortfalls }
  return { ok: true, allocations: allocate(items, wishes, destination) }
}

/** How many of a line’s SKU, or of its bundle, there are beside what the other lines want. */
function leftFor(line: string, { wishes, known }: { wishes: readonly Wish[]; known: Map<string, Item> }) {
  const left = (sku: string) => {
    const item = known.get(sku)
    if (!item) return 0
    const others = wishes.filter((one) => one.sku === sku && (one.bundle ?? one.sku) !== line)
    return others.reduce((sum, { quantity }) => sum - quantity, room(item))
  }
  return makes(known.get(line)?.components ?? [{ sku: line, quantity: 1 }], left)
}

/** Decides many orders in the order they came: each sees the shelves as those before it left them. */
export function reserveInTurn(items: readonly Item[], orders: readonly Wanted[]): Decision[] {
  let shelves = items
  return orders.map((wanted) => {
    const decision = reserve(shelves, wanted)
    if (decision.ok) shelves = shift(shelves, promising(decision.allocations))
    return decision
  })
}

/** What a promise changes on the shelves. */
export const promising = (allocations: readonly Allocation[]): Change[] =>
  allocations.map(({ sku, location, quantity }) => ({ sku, location, reserved: quantity }))

/** Total per SKU, in SKU order: the order in which rows are locked, so that two carts cannot deadlock. */
export function together(lines: readonly SkuQuantity[]): SkuQuantity[] {
  const total = new Map<string, number>()
  for (const { sku, quantity } of lines) total.set(sku, (total.get(sku) ?? 0) + quantity)
  return [...total].map(([sku, quantity]) => ({ sku, quantity })).sort((a, b) => (a.sku < b.sku ? -1 : 1))
}
