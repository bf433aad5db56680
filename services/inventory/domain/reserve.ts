import type { SkuQuantity } from '@souk/contracts/values'
import { type Allocation, allocate } from './allocate.ts'
import { available, type Change, type Item, shift } from './stock.ts'

export interface Shortfall {
  sku: string
  wanted: number
  available: number
}

export type Decision = { ok: true; allocations: Allocation[] } | { ok: false; shortfalls: Shortfall[] }

/**
 * Promises every line, or names every line that falls short and promises nothing. Lines of the same SKU
 * count together.
 */
export function reserve(items: readonly Item[], lines: readonly SkuQuantity[]): Decision {
  const shortfalls: Shortfall[] = []
  const allocations: Allocation[] = []
  for (const [sku, quantity] of demand(lines)) {
    const item = items.find((one) => one.sku === sku)
    const left = item ? available(item) : 0
    if (!item || (item.policy === 'deny' && left < quantity)) {
      shortfalls.push({ sku, wanted: quantity, available: Math.max(0, left) })
    } else {
      allocations.push(...allocate(item, quantity))
    }
  }
  return shortfalls.length > 0 ? { ok: false, shortfalls } : { ok: true, allocations }
}

/** Decides many orders in the order they came: each sees the shelves as those before it left them. */
export function reserveInTurn(
  items: readonly Item[],
  orders: readonly (readonly SkuQuantity[])[],
): Decision[] {
  let shelves = items
  return orders.map((lines) => {
    const decision = reserve(shelves, lines)
    if (decision.ok) shelves = shift(shelves, promising(decision.allocations))
    return decision
  })
}

/** What a promise changes on the shelves. */
export const promising = (allocations: readonly Allocation[]): Change[] =>
  allocations.map(({ sku, location, quantity }) => ({ sku, location, reserved: quantity }))

/** Total per SKU, in SKU order: the order in which rows are locked, so that two carts cannot deadlock. */
export function demand(lines: readonly SkuQuantity[]): [sku: string, quantity: number][] {
  const total = new Map<string, number>()
  for (const { sku, quantity } of lines) total.set(sku, (total.get(sku) ?? 0) + quantity)
  return [...total].sort(([a], [b]) => (a < b ? -1 : 1))
}
