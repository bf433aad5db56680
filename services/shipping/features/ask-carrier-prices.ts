import type { Money } from '@souk/contracts/money'
import type { QueryRoom } from '@souk/kit/service'
import type { Wish } from '../domain/quote-delivery.ts'
import type { Option, RateCard } from '../domain/rate-card.ts'
import type { Carriers } from '../providers/carrier.ts'

/** Nobody waits longer for a price: the rates are one as well. */
const PATIENCE_MS = 700

/** What carriers ask for an order, by option. One that is slow, away, or does not have the service is left out. */
export async function askCarrierPrices(
  { options, profiles }: RateCard,
  { goods, to }: Pick<Wish, 'goods' | 'to'>,
  { carriers, log }: { carriers: Carriers } & Pick<QueryRoom<unknown>, 'log'>,
): Promise<Map<string, Money>> {
  const asking = options.filter(({ isActive, carrierRate }) => isActive && carrierRate !== null)
  if (asking.length === 0) return new Map()
  const isShipped = (id: string) => profiles.find((profile) => profile.id === id)?.isShipped ?? true
  const grams = goods
    .filter(({ profile }) => isShipped(profile))
    .reduce((sum, { quantity, weightGrams }) => sum + quantity * weightGrams, 0)
  const parcel = { grams, to, patience: PATIENCE_MS }
  const names = [...new Set(asking.map(({ carrierRate }) => carrierRate?.carrier ?? ''))]
  const rated = await Promise.all(
    names.map(async (name) => {
      const said = await carriers.find(name)?.rates(parcel)
      if (said?.is === 'known') return [name, said.rates] as const
      log.warn({ carrier: name, why: said?.why }, 'a carrier does not tell its prices')
      return [name, []] as const
    }),
  )
  const prices = new Map(rated)
  const priceOf = ({ id, carrierRate }: Option): [string, Money][] => {
    const rates = prices.get(carrierRate?.carrier ?? '') ?? []
    const rate = rates.find(({ service }) => service === carrierRate?.service)
    return rate ? [[id, rate.price]] : []
  }
  return new Map(asking.flatMap(priceOf))
}
