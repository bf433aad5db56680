import { exponentOf } from '@souk/contracts/money'

/** In whole units of the currency: where one range ends and the next begins. */
const STEPS = [10, 25, 50, 100, 250, 500]

/** Ranges of prices in minor units, both ends in them, together from nothing to anything. */
export function priceRangesOf(currency: string): { from: number; to: number; value: string }[] {
  const unit = 10 ** exponentOf(currency)
  const bounds = [0, ...STEPS.map((step) => step * unit)]
  return bounds.map((from, index) => {
    const next = bounds[index + 1]
    return {
      from,
      to: next === undefined ? Number.POSITIVE_INFINITY : next - 1,
      value: `${from}-${next === undefined ? '' : next - 1}`,
    }
  })
}
