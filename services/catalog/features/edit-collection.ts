import { isDeepStrictEqual } from 'node:util'
import type { editCollection as contract } from '@souk/contracts/catalog'
import { isRefusal, refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import { distinctMembers } from '../domain/collection.ts'
import { edited } from '../domain/edited.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import { findStrangers } from './find-strangers.ts'
import { openCollection } from './open-collection.ts'

export const editCollection: Feature<typeof contract, CatalogStore> = async ({ id, ...edit }, room) => {
  const { store, clock, afterCommit } = room
  const before = await openCollection(id, room)
  if (isRefusal(before)) return before
  const wanted = edited(before, { ...edit, members: edit.members && distinctMembers(edit.members) })
  if (isDeepStrictEqual(wanted, before)) return before
  if (wanted.slug !== before.slug && (await store.findTakenCollectionSlugs([wanted.slug])).size > 0)
    return refuse('slug_taken', { detail: `The slug ${wanted.slug} is taken.` })
  const strangers = edit.members && (await findStrangers(wanted.members, store))
  if (strangers) return strangers
  const after = { ...wanted, version: before.version + 1, updatedAt: toTimestamp(clock.now()) }
  await store.saveCollection(after)
  afterCommit(() => store.pages.changed(id))
  return after
}
