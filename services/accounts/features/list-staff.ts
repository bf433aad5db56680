import type { listStaff as contract } from '@souk/contracts/accounts'
import type { Query } from '@souk/kit/service'
import type { AccountsStore } from '../store/accounts-store.ts'
import { toMember } from './show-staff.ts'

/** The cursor is the last one’s id. */
export const listStaff: Query<typeof contract, AccountsStore> = async ({ limit, cursor = '' }, { store }) => {
  const rows = await store.staff.list({ after: cursor, limit: limit + 1 })
  const items = rows.slice(0, limit).map(toMember)
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}
