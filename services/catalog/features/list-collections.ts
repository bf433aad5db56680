import type { listCollections as contract } from '@souk/contracts/catalog'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import { toShopCollection } from '../domain/collection.ts'
import { readCursor, writeCursor } from '../domain/cursor.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import { render } from './render.ts'

export const listCollections: Query<typeof contract, CatalogStore> = async ({ limit, cursor }, { store }) => {
  const { lists } = store.pages
  const after = cursor === undefined ? undefined : readCursor('newest', cursor)
  if (cursor !== undefined && !after)
    return refuse('invalid_cursor', { detail: 'Start again without a cursor.' })
  const key = `collections ${limit} ${after?.id ?? ''}`
  const make = async () => {
    const found = await store.listCollections({ isPublished: true, before: after?.id, limit: limit + 1 })
    const items = found.slice(0, limit).map(toShopCollection)
    const last = found.length > limit ? items.at(-1) : undefined
    return render({ items, nextCursor: last ? writeCursor('newest', { key: '', id: last.id }) : null })
  }
  return lists.get(key) ?? (await lists.load(key, make)) ?? refuse('not_found')
}
