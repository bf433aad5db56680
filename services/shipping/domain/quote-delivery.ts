import type { Money } from '@souk/contracts/money'
import type { Goods, Obstacle } from '@souk/contracts/shipping'
import type { ShippingOption } from '@souk/contracts/values'
import type { z } from 'zod'
import { deliveryDays } from './delivery-days.ts'
import { pointsNear } from './pickup-points.ts'
import { type Option, profileOf, type RateCard } from './rate-card.ts'
import { ratePrice } from './rate-price.ts'
import { type Destination, type Zone, zoneOf } from './zone.ts'

export interface Wish {
  to: Destination
  currency: string
  /** What the goods are worth after promotions, in the same currency. */
  subtotal: Money
  goods: readonly z.infer<typeof Goods>[]
  /** What carriers ask for themselves, by option, in place of the rates. */
  carrierPrices?: ReadonlyMap<string, Money>
  /** Milliseconds since 1970. */
  now: number
}

export interface Quoted {
  items: ShippingOption[]
  /** Why there are none. */
  obstacle?: z.infer<typeof Obstacle>
}

/** Goods of one profile, packed together. */
interface Parcel {
  profile: string
  grams: number
}

/**
 * The ways to deliver goods: what is brought before what is fetched, each cheapest first, then quickest. An option
 * needs a rate in that zone and currency for every profile among the goods: each is a parcel of its own, and their
 * prices add up. Nothing is converted. Without a zone we do not deliver there.
 */
export function quoteDelivery(card: RateCard, wish: Wish): Quoted {
  const shipped = wish.goods.filter(
    ({ profile }) => card.profiles.find(({ id }) => id === profile)?.isShipped ?? true,
  )
  if (wish.goods.length > 0 && shipped.length === 0) return { items: [nothingToShip(wish.currency)] }
  const zone = zoneOf(card.zones, wish.to)
  if (!zone) return { items: [], obstacle: nobodyGoes(wish.to) }
  const parcels = parcelsOf(shipped)
  const items = card.options.flatMap((option) => offer(option, { wish, zone, parcels })).sort(bestFirst)
  return items.length > 0 ? { items } : { items, obstacle: nothingFits(card, { wish, zone, shipped }) }
}

/** Of no goods at all, as of one standard parcel that weighs nothing. */
function parcelsOf(goods: Wish['goods']): Parcel[] {
  if (goods.length === 0) return [{ profile: 'standard', grams: 0 }]
  return [...Map.groupBy(goods, ({ profile }) => profile)].map(([profile, alike]) => ({
    profile,
    grams: alike.reduce((sum, { quantity, weightGrams }) => sum + quantity * weightGrams, 0),
  }))
}

interface Asked {
  wish: Wish
  zone: Zone
  parcels: readonly Parcel[]
}

function offer(option: Option, { wish, zone, parcels }: Asked): ShippingOption[] {
  const { id, name, carrier, kind } = option
  const points = kind === 'pickup' ? pointsNear(option.pickupPoints, wish.to) : []
  if (!option.isActive || (kind === 'pickup' && points.length === 0)) return []
  const rated = parcels.map(({ profile, grams }) => {
    const rate = rateFor(option, { profile, zone: zone.id, currency: wish.currency })
    return { rate, amount: rate && ratePrice(rate, { grams, worth: wish.subtotal.amount }) }
  })
  let [amount, minDays, maxDays] = [0, 0, 0]
  for (const { rate, amount: price } of rated) {
    if (!rate || price === undefined) return []
    amount += price
    minDays = Math.max(minDays, rate.estimate.minDays)
    maxDays = Math.max(maxDays, rate.estimate.maxDays)
  }
  const estimate = { minDays, maxDays, ...deliveryDays({ minDays, maxDays }, zone, wish.now) }
  const price = { amount: amount === 0 ? 0 : (carrierPrice(id, wish) ?? amount), currency: wish.currency }
  return [{ id, name, carrier, price, estimate, ...(kind === 'pickup' && { kind, pickupPoints: points }) }]
}

/** Nothing is converted: a price in another currency is none. What is free by the rates stays so. */
function carrierPrice(option: string, { carrierPrices, currency }: Wish): number | undefined {
  const price = carrierPrices?.get(option)
  return price?.currency === currency ? price.amount : undefined
}

interface Place {
  profile: string
  zone: string
  currency: string
}

const rateFor = ({ rates }: Option, { profile, zone, currency }: Place) =>
  rates.find((rate) => rate.zone === zone && rate.price.currency === currency && profileOf(rate) === profile)

const nothingToShip = (currency: string): ShippingOption => ({
  id: 'no-delivery',
  name: 'Nothing to ship',
  carrier: 'none',
  price: { amount: 0, currency },
  estimate: { minDays: 0, maxDays: 0 },
})

const nobodyGoes = ({ country, postalCode }: Destination) => ({
  path: 'shippingAddress.country',
  message: `We do not deliver to ${postalCode} in ${country}.`,
})

/** Names the first of the goods nothing goes for alone; where each could go alone, no option takes all of them. */
function nothingFits(
  card: RateCard,
  { wish, zone, shipped }: { wish: Wish; zone: Zone; shipped: Wish['goods'] },
): z.infer<typeof Obstacle> {
  const stuck = shipped.find(
    (one) => !card.options.some((option) => offer(option, { wish, zone, parcels: parcelsOf([one]) }).length),
  )
  if (shipped.length === 0 || (stuck && isPricedNowhere(card, { currency: wish.currency, zone: zone.id })))
    return { path: 'currency', message: `We have no rates in ${wish.currency} for ${zone.name}.` }
  if (!stuck) return { path: 'lines', message: 'No way of delivery takes all of this in one order.' }
  const message = `We cannot send so much of ${stuck.sku} to ${zone.name}.`
  return { path: 'lines', message, sku: stuck.sku }
}

const isPricedNowhere = ({ options }: RateCard, { currency, zone }: Omit<Place, 'profile'>): boolean =>
  !options.some(({ rates }) => rates.some((rate) => rate.zone === zone && rate.price.currency === currency))

function bestFirst(a: ShippingOption, b: ShippingOption): number {
  return (
    Number(a.kind === 'pickup') - Number(b.kind === 'pickup') ||
    a.price.amount - b.price.amount ||
    a.estimate.maxDays - b.estimate.maxDays ||
    a.estimate.minDays - b.estimate.minDays ||
    (a.id < b.id ? -1 : 1)
  )
}
