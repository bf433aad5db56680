import { isDeepStrictEqual } from 'node:util'
import type { editAttribute as contract } from '@souk/contracts/catalog'
import { isRefusal } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import { distinctValues } from '../domain/attributes.ts'
import { edited } from '../domain/edited.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import { openAttribute } from './open-attribute.ts'

export const editAttribute: Feature<typeof contract, CatalogStore> = async ({ id, ...edit }, room) => {
  const before = await openAttribute(id, room)
  if (isRefusal(before)) return before
  const wanted = edited(before, { ...edit, type: edit.type && distinctValues(edit.type) })
  if (isDeepStrictEqual(wanted, before)) return before
  const after = { ...wanted, version: before.version + 1 }
  await room.store.saveAttribute(after)
  return after
}
