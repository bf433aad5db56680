import type { listProducts as contract } from '@souk/contracts/catalog'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import { readCursor, writeCursor } from '../domain/cursor.ts'
import { toShopProduct } from '../domain/shop-product.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import type { ListQuery } from '../store/listing-store.ts'
import type { Page } from '../store/page-cache.ts'
import { render } from './render.ts'

type Wanted = Omit<ListQuery, 'categoryId'> & { category: string | undefined }

/** As hot as a product's page; the cursor is read only where the page is not in memory, so only good ones are keys. */
export const listProducts =
  (shopCurrency: string): Query<typeof contract, CatalogStore> =>
  ({ category, sort, limit, cursor, currency = shopCurrency }, { store }) => {
    const order = sort === 'relevance' ? 'newest' : sort
    // A category holds no NUL, what stands before it no space.
    const list = `${currency} ${order} ${limit} ${category ?? ''}`
    const key = cursor === undefined ? list : `${list}\0${cursor}`
    const kept = store.pages.lists.get(key)
    if (kept) return kept
    const after = cursor === undefined ? undefined : readCursor(order, cursor)
    if (cursor !== undefined && !after)
      return refuse('invalid_cursor', { detail: 'Start again without a cursor.' })
    return loadList(key, { category, currency, order, after, limit }, store)
  }

const loadList = async (key: string, wanted: Wanted, store: CatalogStore) =>
  (await store.pages.lists.load(key, () => renderCategoryList(wanted, store))) ?? refuse('not_found')

async function renderCategoryList({ category, ...query }: Wanted, store: CatalogStore): Promise<Page> {
  const categoryId = category === undefined ? undefined : await store.findCategoryId(category)
  if (category !== undefined && categoryId === undefined) return render({ items: [], nextCursor: null })
  return renderList({ ...query, categoryId }, store)
}

/** A page of products, and the cursor to the next one if there is one. */
export async function renderList(query: ListQuery, store: CatalogStore): Promise<Page> {
  const { currency, order, limit } = query
  const found = await store.listPublished({ ...query, limit: limit + 1 })
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  const items = rows.flatMap(({ product }) => toShopProduct(product, currency) ?? [])
  return render(
    { items, nextCursor: last ? writeCursor(order, last.place) : null },
    items.map(({ id }) => id),
  )
}
