import type { listAttributes as contract } from '@souk/contracts/catalog'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import { readCursor, writeCursor } from '../domain/cursor.ts'
import type { CatalogStore } from '../store/catalog-store.ts'

export const listAttributes: Query<typeof contract, CatalogStore> = async ({ limit, cursor }, { store }) => {
  const after = cursor === undefined ? undefined : readCursor('newest', cursor)
  if (cursor !== undefined && !after)
    return refuse('invalid_cursor', { detail: 'Start again without a cursor.' })
  const found = await store.listAttributesAfter(after?.id ?? '', limit + 1)
  const items = found.slice(0, limit)
  const last = found.length > limit ? items.at(-1) : undefined
  return { items, nextCursor: last ? writeCursor('newest', { key: '', id: last.id }) : null }
}
