import type { ShippingRate } from '@souk/contracts/shipping'
import type { z } from 'zod'

export type Rate = z.infer<typeof ShippingRate>

/** Of one parcel: its weight, and what the whole order's goods are worth in minor units. */
export interface Measure {
  grams: number
  worth: number
}

/** What a parcel costs by a rate, in minor units of its currency; nothing where it is too heavy for it. */
export function ratePrice(rate: Rate, { grams, worth }: Measure): number | undefined {
  if (rate.maxGrams !== undefined && grams > rate.maxGrams) return undefined
  if (rate.freeFrom !== undefined && worth >= rate.freeFrom.amount) return 0
  return atWeight(rate, grams, atWorth(rate, worth)) + (rate.handling ?? 0)
}

const atWorth = ({ price, byValue = [] }: Rate, worth: number): number =>
  byValue.findLast(({ from }) => worth >= from)?.amount ?? price.amount

function atWeight({ byWeight }: Rate, grams: number, base: number): number {
  if (!byWeight) return base
  const { tiers, step } = byWeight
  const price = tiers.findLast(({ overGrams }) => grams > overGrams)?.amount ?? base
  const beyond = grams - (tiers.at(-1)?.overGrams ?? 0)
  return step && beyond > 0 ? price + Math.ceil(beyond / step.grams) * step.amount : price
}
