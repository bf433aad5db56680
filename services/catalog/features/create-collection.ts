import type { createCollection as contract } from '@souk/contracts/catalog'
import { answer, refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import { distinctMembers } from '../domain/collection.ts'
import { slugCandidates, slugify } from '../domain/slug.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import { findStrangers } from './find-strangers.ts'

export const createCollection: Feature<typeof contract, CatalogStore> = async (given, room) => {
  const { store, ids, clock, afterCommit } = room
  await store.lockTree()
  const candidates = given.slug ? [given.slug] : slugCandidates(slugify(given.title))
  const taken = await store.findTakenCollectionSlugs(candidates)
  const slug = candidates.find((one) => !taken.has(one))
  if (slug === undefined) return refuse('slug_taken', { detail: `The slug ${candidates[0]} is taken.` })
  const members = distinctMembers(given.members)
  const strangers = await findStrangers(members, store)
  if (strangers) return strangers
  const now = toTimestamp(clock.now())
  const times = { createdAt: now, updatedAt: now }
  const collection = { ...given, id: ids.next('col'), version: 1, slug, members, ...times }
  await store.saveCollection(collection)
  afterCommit(() => store.pages.changed(collection.id))
  return answer(201, collection)
}
