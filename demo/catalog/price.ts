import type { Price } from './shape.ts'

/** The step between shelf prices, and the last cents they may carry, by how dear the thing is. */
const tiers = [
  { below: 2_000, step: 100, endings: [50, 90] },
  { below: 10_000, step: 100, endings: [0, 90] },
  { below: 30_000, step: 500, endings: [0, 400] },
  { below: Number.POSITIVE_INFINITY, step: 1_000, endings: [0, 900] },
]

/** The price nearest to `cents` that looks like a price on a shelf: 19.90, 24.00, 149.00, 890.00. */
export function shelfPrice(cents: number): number {
  const tier = tiers.find(({ below }) => cents < below)
  if (!tier) throw new Error(`no price tier for ${cents}`)
  const floor = Math.floor(cents / tier.step) * tier.step
  const candidates = [floor - tier.step, floor, floor + tier.step].flatMap((base) =>
    tier.endings.map((end) => base + end),
  )
  return candidates.reduce((best, next) => (Math.abs(next - cents) < Math.abs(best - cents) ? next : best))
}

/** A shelf price; `reduced` sets it against what the thing cost before, a quarter more. */
export function price(cents: number, reduced: boolean): Price {
  const amount = shelfPrice(cents)
  return reduced ? { amount, compareAt: shelfPrice(amount * 1.25) } : { amount }
}

/** Dollars for euros: the shop's list rate, not a bank's. */
export function dollars(cents: number): number {
  return Math.round(cents * 1.14)
}
