import { categoryChanged, type deleteCategory as contract } from '@souk/contracts/catalog'
import { isRefusal, refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import type { CatalogStore } from '../store/catalog-store.ts'
import { openCategory } from './open-category.ts'

export const deleteCategory: Feature<typeof contract, CatalogStore> = async ({ id }, room) => {
  const { store, afterCommit, publish } = room
  const category = await openCategory(id, room)
  if (isRefusal(category)) return category
  if (await store.hasChildren(id))
    return refuse('category_has_children', { detail: 'Move or delete the categories below it first.' })
  await store.removeCategory(id)
  publish(categoryChanged({ categoryId: id, version: category.version + 1, isDeleted: true }))
  afterCommit(() => store.pages.changed(id))
  return undefined
}
