import type { listStaffProducts as contract } from '@souk/contracts/catalog'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import { readCursor, writeCursor } from '../domain/cursor.ts'
import { toStaffProduct } from '../domain/staff-product.ts'
import type { CatalogStore } from '../store/catalog-store.ts'

export const listStaffProducts: Query<typeof contract, CatalogStore> = async (input, { store }) => {
  const { status, q, limit, cursor } = input
  const after = cursor === undefined ? undefined : readCursor('newest', cursor)
  if (cursor !== undefined && !after)
    return refuse('invalid_cursor', { detail: 'Start again without a cursor.' })
  const found = await store.listAll({ status, q, before: after?.id, limit: limit + 1 })
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  return {
    items: rows.map(toStaffProduct),
    nextCursor: last ? writeCursor('newest', { key: '', id: last.id }) : null,
  }
}
