import type { deleteCollection as contract } from '@souk/contracts/catalog'
import { isRefusal } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import type { CatalogStore } from '../store/catalog-store.ts'
import { openCollection } from './open-collection.ts'

export const deleteCollection: Feature<typeof contract, CatalogStore> = async ({ id }, room) => {
  const collection = await openCollection(id, room)
  if (isRefusal(collection)) return collection
  await room.store.removeCollection(id)
  room.afterCommit(() => room.store.pages.changed(id))
  return undefined
}
