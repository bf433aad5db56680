import { isFlagKey } from '@souk/contracts/feature-flags'
import type { listFlagChanges as contract } from '@souk/contracts/flags'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import type { FlagsStore } from '../store/flags-store.ts'

const LATEST = 2_147_483_647

/** The cursor is the last change's version. */
export const listFlagChanges: Query<typeof contract, FlagsStore> = async (
  { key, limit, cursor },
  { store },
) => {
  if (!isFlagKey(key)) return refuse('not_found')
  const before = Number(cursor ?? LATEST)
  if (!Number.isInteger(before) || before < 0 || before > LATEST) return { items: [], nextCursor: null }
  const rows = await store.listChanges(key, { before, limit: limit + 1 })
  const items = rows.slice(0, limit)
  return { items, nextCursor: rows.length > limit ? String(items.at(-1)?.version) : null }
}
