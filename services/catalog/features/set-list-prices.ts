import type { setListPrices as contract } from '@souk/contracts/catalog'
import { type Input, refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import { discordOf, MOST_LIST_PRICES } from '../domain/list-prices.ts'
import type { Product } from '../domain/product.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import { changeListPrices } from './change-list-prices.ts'
import { noSuchList } from './open-price-list.ts'

export const setListPrices: Feature<typeof contract, CatalogStore> = async ({ id, prices }, room) => {
  const { store } = room
  const discord = discordOf(prices)
  if (discord) return refuse('invalid_prices', { detail: discord })
  if (!(await store.holdPriceList(id))) return noSuchList()
  const owners = await store.findSkuOwners(prices.map(({ sku }) => sku))
  const productIds = [...new Set(owners.values())]
  return await changeListPrices(
    productIds,
    async (products) => {
      const found = placed(prices, products)
      const unknown = prices.filter((_, index) => !found[index])
      if (unknown.length > 0) return refuseUnknown(prices, unknown)
      await store.setListPrices(
        id,
        found.filter((one) => one !== undefined),
      )
      const [overpriced] = await store.findOverpriced(productIds, MOST_LIST_PRICES)
      return overpriced === undefined ? undefined : refuse('too_many_prices', { detail: tooMany(overpriced) })
    },
    room,
  )
}

type Prices = Input<typeof contract>['prices']

/** Each price with its variant, by the SKUs of products that are locked; nothing where none of them has it. */
function placed(prices: Prices, products: readonly Product[]) {
  const bySku = new Map(
    products.flatMap(({ id: productId, variants }) =>
      variants.map(({ id: variantId, sku }) => [sku, { variantId, productId }] as const),
    ),
  )
  return prices.map(({ sku, ...price }) => {
    const variant = bySku.get(sku)
    return variant && { ...price, ...variant }
  })
}

function refuseUnknown(prices: Prices, unknown: Prices) {
  return refuse('unknown_sku', {
    detail: `Nothing was set: the shop has no ${unknown[0]?.sku}.`,
    errors: unknown.map((one) => ({
      path: `prices.${prices.indexOf(one)}.sku`,
      code: 'unknown_sku',
      message: `the shop has no ${one.sku}`,
    })),
  })
}

const tooMany = (sku: string) =>
  `${sku} would have more than ${MOST_LIST_PRICES} prices: take those out that hold no more.`
