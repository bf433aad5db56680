import type { ShippingOptionSetup, ShippingRate, ShippingZone } from '@souk/contracts/shipping'
import { type FieldError, type Refusal, refuse } from '@souk/kit/contract'
import type { z } from 'zod'

export type Zone = z.infer<typeof ShippingZone>
export type Rate = z.infer<typeof ShippingRate>
export type Option = z.infer<typeof ShippingOptionSetup>

/** All there is to know for a quote. */
export interface RateCard {
  zones: readonly Zone[]
  options: readonly Option[]
}

/** Whether rates can be offered: known zones, one rate per zone and currency, and figures that agree. */
export function checkRates(
  rates: readonly Rate[],
  zones: readonly Zone[],
): Refusal<'unknown_zone' | 'rates_conflict'> | undefined {
  const known = zones.map(({ id }) => id)
  const unknown = rates.findIndex(({ zone }) => !known.includes(zone))
  if (unknown >= 0) {
    const message = `The zones are ${known.join(', ')}.`
    const path = `rates.${unknown}.zone`
    return refuse('unknown_zone', { detail: message, errors: [{ path, code: 'unknown_zone', message }] })
  }
  const errors = rates.flatMap((rate, index) => conflictOf(rate, index, rates))
  return errors[0] && refuse('rates_conflict', { detail: errors[0].message, errors })
}

function conflictOf(
  { zone, price, freeFrom, estimate }: Rate,
  index: number,
  rates: readonly Rate[],
): FieldError[] {
  const conflict = (field: string, message: string) => [
    { path: `rates.${index}${field}`, code: 'rates_conflict', message },
  ]
  const twin = rates.findIndex((one) => one.zone === zone && one.price.currency === price.currency)
  if (twin < index) return conflict('', `There is a rate for ${zone} in ${price.currency} already.`)
  if (freeFrom && freeFrom.currency !== price.currency)
    return conflict('.freeFrom', `The price is in ${price.currency}, so the threshold must be too.`)
  if (estimate.minDays > estimate.maxDays)
    return conflict('.estimate', 'The earliest day comes after the latest.')
  return []
}
