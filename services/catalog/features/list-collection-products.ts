import type { listCollectionProducts as contract } from '@souk/contracts/catalog'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import { ownOrder } from '../domain/collection.ts'
import { readCursor } from '../domain/cursor.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import { renderList } from './list-products.ts'

export const listCollectionProducts =
  (shopCurrency: string): Query<typeof contract, CatalogStore> =>
  async ({ idOrSlug, sort, limit, cursor, currency = shopCurrency }, { store }) => {
    const { lists } = store.pages
    const key = `collection ${currency} ${sort} ${limit} ${idOrSlug}\0${cursor ?? ''}`
    const kept = lists.get(key)
    if (kept) return kept
    const collection = await store.findPublishedCollection(idOrSlug)
    if (!collection) return refuse('not_found', { detail: `There is no collection ${idOrSlug}.` })
    const order = sort === 'relevance' ? ownOrder(collection.members) : sort
    const after = cursor === undefined ? undefined : readCursor(order, cursor)
    if (cursor !== undefined && !after)
      return refuse('invalid_cursor', { detail: 'Start again without a cursor.' })
    const wanted = { categoryId: collection.id, currency, order, after, limit }
    return (await lists.load(key, () => renderList(wanted, store))) ?? refuse('not_found')
  }
