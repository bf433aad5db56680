import { free, type Item } from './stock.ts'

/** So many of a SKU promised from the shelf at one location. */
export interface Allocation {
  sku: string
  location: string
  quantity: number
}

/**
 * Which shelves a line comes from. The first location, in the order of their priority, that has all of it: one
 * parcel is cheaper than two. Where none has, shelves are emptied in that order, and what is sold beyond stock
 * is booked at the first.
 */
export function allocate({ sku, levels }: Item, quantity: number): Allocation[] {
  const whole = levels.find((level) => free(level) >= quantity)
  if (whole) return [{ sku, location: whole.location, quantity }]
  const taken: Allocation[] = []
  let missing = quantity
  for (const level of levels) {
    const portion = Math.min(missing, Math.max(0, free(level)))
    if (portion > 0) taken.push({ sku, location: level.location, quantity: portion })
    missing -= portion
  }
  return missing === 0 ? taken : withDebt(taken, { sku, missing, first: levels[0]?.location })
}

function withDebt(
  taken: readonly Allocation[],
  { sku, missing, first }: { sku: string; missing: number; first: string | undefined },
): Allocation[] {
  if (first === undefined) throw new Error(`${sku} has no shelf`)
  const others = taken.filter(({ location }) => location !== first)
  const before = taken.find(({ location }) => location === first)?.quantity ?? 0
  return [{ sku, location: first, quantity: before + missing }, ...others]
}
