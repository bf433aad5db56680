import { type deleteProduct as contract, productDeleted } from '@souk/contracts/catalog'
import { isRefusal } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import { toFacts } from '../domain/sellable.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import { openProduct } from './open-product.ts'

export const deleteProduct: Feature<typeof contract, CatalogStore> = async ({ id }, room) => {
  const product = await openProduct(id, room)
  if (isRefusal(product)) return product
  await room.store.removeProduct(id)
  room.publish(productDeleted(toFacts({ ...product, status: 'draft', version: product.version + 1 })))
  room.afterCommit(() => room.store.pages.changed(id))
  return undefined
}
