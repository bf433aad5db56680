import type { showPrices as contract } from '@souk/contracts/carts'
import { type Occasion, ownPriceIn, priceTiersOf, unitPriceOf } from '@souk/contracts/unit-price'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import type { Variant } from '../domain/variant.ts'
import type { CartsStore } from '../store/carts-store.ts'

const MOST_SKUS = 50

export const showPrices =
  (shopCurrency: string): Query<typeof contract, CartsStore> =>
  async ({ skus, currency = shopCurrency }, { store, caller, clock }) => {
    const wanted = [...new Set(skus.split(',').map((sku) => sku.trim()))]
    if (wanted.length > MOST_SKUS)
      return refuse('invalid_request', { detail: `Ask for ${MOST_SKUS} SKUs at most.` })
    const [variants, groups] = await Promise.all([
      store.findForSale(wanted),
      caller.kind === 'customer' ? store.findGroups(caller.id) : [],
    ])
    const occasion = { currency, groups, now: clock.now() }
    return { items: variants.flatMap((variant) => priceFor(variant, occasion) ?? []), nextCursor: null }
  }

function priceFor(variant: Variant, occasion: Occasion) {
  const { currency } = occasion
  const amount = unitPriceOf(variant, { ...occasion, quantity: 1 })
  if (amount === undefined) return undefined
  const own = ownPriceIn(variant, currency)
  return {
    sku: variant.sku,
    price: { amount, currency },
    ...(own !== undefined && amount < own && { compareAtPrice: { amount: own, currency } }),
    tiers: priceTiersOf(variant, occasion).map((tier) => ({
      minQuantity: tier.minQuantity,
      price: { amount: tier.amount, currency },
    })),
  }
}
