import type { SkuQuantity } from '@souk/contracts/values'
import { available, free, type Item } from './stock.ts'

export interface Allocation {
  sku: string
  location: string
  quantity: number
}

export interface Shortfall {
  sku: string
  wanted: number
  available: number
}

export type Decision = { ok: true; allocations: Allocation[] } | { ok: false; shortfalls: Shortfall[] }

/**
 * Promises every line, or names every line that falls short and promises nothing. Lines of the same SKU
 * count together. A default location is emptied before the next; what is sold beyond stock is booked there.
 */
export function reserve(items: readonly Item[], lines: readonly SkuQuantity[]): Decision {
  const wanted = demand(lines)
  const shortfalls: Shortfall[] = []
  const allocations: Allocation[] = []
  for (const [sku, quantity] of wanted) {
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

/** Total per SKU, in SKU order: the order in which rows are locked, so that two carts cannot deadlock. */
export function demand(lines: readonly SkuQuantity[]): [sku: string, quantity: number][] {
  const total = new Map<string, number>()
  for (const { sku, quantity } of lines) total.set(sku, (total.get(sku) ?? 0) + quantity)
  return [...total].sort(([a], [b]) => (a < b ? -1 : 1))
}

function allocate({ sku, levels }: Item, quantity: number): Allocation[] {
  const taken: Allocation[] = []
  let missing = quantity
  for (const level of levels) {
    const portion = Math.min(missing, Math.max(0, free(level)))
    if (portion > 0) taken.push({ sku, location: level.location, quantity: portion })
    missing -= portion
  }
  if (missing === 0) return taken
  const [first] = levels
  if (!first) throw new Error(`${sku} has no shelf`)
  const booked = taken.find(({ location }) => location === first.location)
  if (booked) booked.quantity += missing
  else taken.unshift({ sku, location: first.location, quantity: missing })
  return taken
}
