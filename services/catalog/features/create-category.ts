import type { createCategory as contract } from '@souk/contracts/catalog'
import { answer, isRefusal } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import { slugCandidates, slugify } from '../domain/slug.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import { placeCategory } from './place-category.ts'

export const createCategory: Feature<typeof contract, CatalogStore> = async (input, room) => {
  const { name, parentId } = input
  const { store, ids, afterCommit } = room
  await store.lockTree()
  const slug = input.slug ?? (await freeSlug(name, store))
  const position = input.position ?? (await store.nextPosition(parentId))
  const wanted = { id: ids.next('cat'), version: 1, slug, name, parentId, position, path: [] }
  const category = await placeCategory(wanted, 1, store)
  if (isRefusal(category)) return category
  await store.addCategories([category])
  afterCommit(() => store.pages.changed(category.id))
  return answer(201, category)
}

async function freeSlug(name: string, store: CatalogStore): Promise<string> {
  const candidates = slugCandidates(slugify(name))
  const taken = await store.findTakenCategorySlugs(candidates)
  return candidates.find((slug) => !taken.has(slug)) ?? slugify(name)
}
