import type { deleteAttribute as contract } from '@souk/contracts/catalog'
import { isRefusal } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import type { CatalogStore } from '../store/catalog-store.ts'
import { openAttribute } from './open-attribute.ts'

export const deleteAttribute: Feature<typeof contract, CatalogStore> = async ({ id }, room) => {
  const attribute = await openAttribute(id, room)
  if (isRefusal(attribute)) return attribute
  await room.store.removeAttribute(id)
  return undefined
}
