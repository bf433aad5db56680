import { timestamp, typeId } from '@souk/kit/contract'
import { z } from 'zod'
import { Currency, type Money, Price } from './money.ts'
import { GroupKey } from './values.ts'

export const PriceListId = typeId('plist')

/** A price of a list for a variant. Without groups it is for everyone; without times, from ever or for good. */
export const ListPrice = z.strictObject({
  priceListId: PriceListId,
  currency: Currency,
  amount: Price.shape.amount,
  /** Of how many units of the variant in one cart it holds. */
  minQuantity: z.int().min(1).max(999),
  customerGroups: z.array(GroupKey).optional(),
  startsAt: timestamp.optional(),
  /** The first moment at which it does not hold any more. */
  endsAt: timestamp.optional(),
})
export type ListPrice = z.infer<typeof ListPrice>

/** What a variant may cost: its own price in each currency, and those of price lists. */
export interface Priced {
  readonly prices: readonly Money[]
  readonly listPrices?: readonly ListPrice[] | undefined
}

/** Who asks for a price, and when. */
export interface Occasion {
  readonly currency: string
  /** The keys of the customer’s groups; none of whoever is not known. */
  readonly groups: readonly string[]
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * What one of so many units costs, in minor units: the lowest price that applies, so that neither the order of lists nor
 * the number of them ever makes anything dearer. Nothing where it is not sold in that currency, or not so few of it.
 */
export function unitPriceOf(
  variant: Priced,
  { quantity, ...occasion }: Occasion & { quantity: number },
): number | undefined {
  const own = ownPriceIn(variant, occasion.currency)
  const amounts = [
    ...(own === undefined ? [] : [own]),
    ...applying(variant, occasion).flatMap(({ minQuantity, amount }) =>
      minQuantity <= quantity ? [amount] : [],
    ),
  ]
  return amounts.length > 0 ? Math.min(...amounts) : undefined
}

/** From how many units on each costs less than fewer do: `amount` in minor units, the fewest first. */
export function priceTiersOf(variant: Priced, occasion: Occasion): { minQuantity: number; amount: number }[] {
  const steps = new Set(applying(variant, occasion).map(({ minQuantity }) => minQuantity))
  const tiers: { minQuantity: number; amount: number }[] = []
  let before = unitPriceOf(variant, { ...occasion, quantity: 1 })
  for (const minQuantity of [...steps].filter((step) => step > 1).sort((a, b) => a - b)) {
    const amount = unitPriceOf(variant, { ...occasion, quantity: minQuantity })
    if (amount === undefined || (before !== undefined && amount >= before)) continue
    tiers.push({ minQuantity, amount })
    before = amount
  }
  return tiers
}

/** The variant’s own price in minor units, whatever lists say. */
export const ownPriceIn = ({ prices }: Pick<Priced, 'prices'>, currency: string): number | undefined =>
  prices.find((price) => price.currency === currency)?.amount

/** Prices of lists that hold for whoever asks, of as many units as each wants. */
function applying({ listPrices = [] }: Priced, { currency, groups, now }: Occasion): ListPrice[] {
  return listPrices.filter(
    (price) =>
      price.currency === currency &&
      (price.startsAt === undefined || Date.parse(price.startsAt) <= now) &&
      (price.endsAt === undefined || now < Date.parse(price.endsAt)) &&
      (!price.customerGroups?.length || price.customerGroups.some((group) => groups.includes(group))),
  )
}
