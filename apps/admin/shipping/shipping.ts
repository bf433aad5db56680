import type { ShippingOptionSetup, ShippingRate, ShippingZone } from '@souk/contracts/shipping'
import type { z } from 'zod'

export type Option = z.infer<typeof ShippingOptionSetup>
export type Zone = z.infer<typeof ShippingZone>
export type Rate = z.infer<typeof ShippingRate>

/** What a new rate begins with. */
export const blankRate = (zone: string): Rate => ({
  zone,
  price: { amount: 0, currency: 'EUR' },
  estimate: { minDays: 1, maxDays: 3 },
})

/** What of a rate is kept as it is, because no field here shows it. */
export function hiddenOf({ byWeight, byValue, maxGrams, handling, profile }: Rate): string[] {
  return [
    ...(profile && profile !== 'standard' ? [`only for goods of “${profile}”`] : []),
    ...(byWeight ? ['dearer by weight'] : []),
    ...(byValue && byValue.length > 0 ? ['another price by what the goods are worth'] : []),
    ...(maxGrams ? [`up to ${maxGrams} g`] : []),
    ...(handling ? ['with a handling charge'] : []),
  ]
}
