import type { removeListPrices as contract } from '@souk/contracts/catalog'
import { refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import type { CatalogStore } from '../store/catalog-store.ts'
import { changeListPrices } from './change-list-prices.ts'
import { noSuchList } from './open-price-list.ts'

export const removeListPrices: Feature<typeof contract, CatalogStore> = async (
  { id: priceListId, sku, currency, minQuantity },
  room,
) => {
  const { store } = room
  if (!(await store.holdPriceList(priceListId))) return noSuchList()
  const owners = await store.findSkuOwners([sku])
  return await changeListPrices(
    [...owners.values()],
    async (products) => {
      const variant = products.flatMap(({ variants }) => variants).find((one) => one.sku === sku)
      const named = variant && { priceListId, variantId: variant.id, currency, minQuantity }
      const removed = named ? await store.removeListPrices(named) : 0
      return removed > 0
        ? undefined
        : refuse('not_found', { detail: `The list has no such price of ${sku}.` })
    },
    room,
  )
}
