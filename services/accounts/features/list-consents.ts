import type { listConsents as contract } from '@souk/contracts/accounts'
import type { Query } from '@souk/kit/service'
import type { AccountsStore } from '../store/accounts-store.ts'
import { ownId } from './own-id.ts'

export const listConsents: Query<typeof contract, AccountsStore> = async (
  { limit, cursor },
  { store, caller },
) => {
  const position = Number.parseInt(cursor ?? '', 36)
  const before = Number.isSafeInteger(position) ? position : Number.MAX_SAFE_INTEGER
  const rows = await store.consents.list(ownId(caller), { before, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(({ position: _, at, ...consent }) => ({ ...consent, at: at.toISOString() })),
    nextCursor: last ? last.position.toString(36) : null,
  }
}
