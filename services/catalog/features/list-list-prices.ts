import type { listListPrices as contract } from '@souk/contracts/catalog'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import { readPriceCursor, writePriceCursor } from '../domain/list-prices.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import { noSuchList } from './open-price-list.ts'

export const listListPrices: Query<typeof contract, CatalogStore> = async (
  { id, sku, limit, cursor },
  { store },
) => {
  const after = cursor === undefined ? undefined : readPriceCursor(cursor)
  if (cursor !== undefined && !after)
    return refuse('invalid_cursor', { detail: 'Start again without a cursor.' })
  if (!(await store.findPriceList(id))) return noSuchList()
  const found = await store.pageOfListPrices({ priceListId: id, sku, after, limit: limit + 1 })
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  return {
    items: rows.map(({ variantId: _, ...price }) => price),
    nextCursor: last ? writePriceCursor(last) : null,
  }
}
