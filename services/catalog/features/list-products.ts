import type { listProducts as contract } from '@souk/contracts/catalog'
import { type Input, refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import { type Place, readCursor, writeCursor } from '../domain/cursor.ts'
import { toShopProduct } from '../domain/shop-product.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import type { Page } from '../store/page-cache.ts'
import { render } from './render.ts'

interface Wanted {
  category: string | undefined
  currency: string
  order: 'newest' | 'price' | '-price' | 'title'
  after: Place | undefined
  limit: number
}

export const listProducts =
  (shopCurrency: string): Query<typeof contract, CatalogStore> =>
  async (input, { store }) => {
    const { lists } = store.pages
    const wanted = read(input, shopCurrency)
    if (!wanted) return refuse('invalid_cursor', { detail: 'Start again without a cursor.' })
    const key = JSON.stringify(wanted)
    return lists.get(key) ?? (await lists.load(key, () => renderList(wanted, store))) ?? refuse('not_found')
  }

function read(input: Input<typeof contract>, shopCurrency: string): Wanted | undefined {
  const { category, sort, limit, cursor, currency = shopCurrency } = input
  const order = sort === 'relevance' ? 'newest' : sort
  const after = cursor === undefined ? undefined : readCursor(order, cursor)
  return cursor !== undefined && !after ? undefined : { category, currency, order, after, limit }
}

async function renderList(
  { category, currency, order, after, limit }: Wanted,
  store: CatalogStore,
): Promise<Page> {
  const categoryId = category === undefined ? undefined : await store.findCategoryId(category)
  if (category !== undefined && categoryId === undefined) return render({ items: [], nextCursor: null })
  const found = await store.listPublished({ categoryId, currency, order, after, limit: limit + 1 })
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  const items = rows.flatMap(({ product }) => toShopProduct(product, currency) ?? [])
  return render(
    { items, nextCursor: last ? writeCursor(order, last.place) : null },
    items.map(({ id }) => id),
  )
}
