import { isDeepStrictEqual } from 'node:util'
import { categoryChanged, categoryMoved, type editCategory as contract } from '@souk/contracts/catalog'
import { isRefusal } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import type { Category } from '../domain/category.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import { openCategory } from './open-category.ts'
import { placeCategory } from './place-category.ts'

/** Renames or moves; a move takes everything below along, and its products are found under the new path. */
export const editCategory: Feature<typeof contract, CatalogStore> = async (input, room) => {
  const { store, publish, afterCommit } = room
  const before = await openCategory(input.id, room)
  if (isRefusal(before)) return before
  const wanted = {
    ...before,
    name: input.name ?? before.name,
    slug: input.slug ?? before.slug,
    position: input.position ?? before.position,
    parentId: input.parentId === undefined ? before.parentId : input.parentId,
  }
  if (isDeepStrictEqual(wanted, before)) return before
  const placed = await placeCategory(wanted, await store.findHeight(before), store)
  if (isRefusal(placed)) return placed
  const after = { ...placed, version: before.version + 1 }
  await store.saveCategory(after, before)
  publish(categoryChanged({ categoryId: after.id, version: after.version, isDeleted: false }))
  if (after.parentId !== before.parentId) publish(categoryMoved(toMoved(after)))
  afterCommit(() => store.pages.changed(after.id))
  return after
}

const toMoved = ({ id, slug, name, parentId, path, version }: Category) => ({
  categoryId: id,
  slug,
  name,
  parentId,
  path,
  version,
})
