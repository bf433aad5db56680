import type { Money } from '@souk/contracts/money'
import type { ShippingOption } from '@souk/contracts/values'
import type { RateCard } from './rate-card.ts'

export interface Parcel {
  country: string
  currency: string
  /** Of the goods, in the same currency. */
  subtotal: Money
}

/**
 * The ways to deliver a parcel, cheapest first, then quickest. An option without a rate for the country's
 * zone in that currency is left out: nothing is converted. No zone: we do not deliver there.
 */
export function quoteDelivery({ zones, options }: RateCard, parcel: Parcel): ShippingOption[] {
  const zone = zones.find(({ countries }) => countries.includes(parcel.country))
  if (!zone) return []
  return options
    .flatMap(({ id, name, carrier, isActive, rates }) => {
      const rate = rates.find((one) => one.zone === zone.id && one.price.currency === parcel.currency)
      if (!isActive || !rate) return []
      const isFree = rate.freeFrom !== undefined && parcel.subtotal.amount >= rate.freeFrom.amount
      const price = isFree ? { ...rate.price, amount: 0 } : rate.price
      return [{ id, name, carrier, price, estimate: rate.estimate }]
    })
    .sort(cheapestFirst)
}

function cheapestFirst(a: ShippingOption, b: ShippingOption): number {
  return (
    a.price.amount - b.price.amount ||
    a.estimate.maxDays - b.estimate.maxDays ||
    a.estimate.minDays - b.estimate.minDays ||
    (a.id < b.id ? -1 : 1)
  )
}
