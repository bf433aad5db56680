import type { Promotion } from '@souk/contracts/promotions'
import type { Place, TaxRate } from './tax-rate.ts'

/** Whether prices of a currency have tax in them; where they are taxed while nobody knows where goods go. */
export interface PriceMode {
  currency: string
  taxIncluded: boolean
  homeCountry: string | null
}

/** Everything a quote depends on beside what is bought. */
export interface Rules {
  modes: readonly PriceMode[]
  rates: readonly TaxRate[]
  promotions: readonly Promotion[]
}

/** Currencies nobody set a mode for are priced without tax. */
export function modeOf(
  currency: string,
  { modes }: Rules,
): { taxIncluded: boolean; home: Place | undefined } {
  const mode = modes.find((one) => one.currency === currency)
  const home = mode?.homeCountry ? { country: mode.homeCountry } : undefined
  return { taxIncluded: mode?.taxIncluded ?? false, home }
}
