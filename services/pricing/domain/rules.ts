import type { PriceMode, Rounding } from '@souk/contracts/pricing'
import type { Promotion } from '@souk/contracts/promotions'
import type { Place, TaxRate } from './tax-rate.ts'

/** Everything a quote depends on beside what is bought. */
export interface Rules {
  modes: readonly PriceMode[]
  rates: readonly TaxRate[]
  promotions: readonly Promotion[]
}

const USUAL: Rounding = { mode: 'half_even', level: 'line' }

/** Currencies nobody set a mode for are priced without tax. */
export function modeOf(
  currency: string,
  { modes }: Rules,
): { taxIncluded: boolean; home: Place | undefined; rounding: Rounding } {
  const mode = modes.find((one) => one.currency === currency)
  const home = mode?.homeCountry ? { country: mode.homeCountry } : undefined
  return { taxIncluded: mode?.taxIncluded ?? false, home, rounding: mode?.rounding ?? USUAL }
}
