import type { showRole as byId, listRoles as contract } from '@souk/contracts/accounts'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import type { AccountsStore } from '../store/accounts-store.ts'

/** The cursor is the last one’s id. */
export const listRoles: Query<typeof contract, AccountsStore> = async ({ limit, cursor = '' }, { store }) => {
  const rows = await store.roles.list({ after: cursor, limit: limit + 1 })
  const items = rows.slice(0, limit)
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

export const showRole: Query<typeof byId, AccountsStore> = async ({ id }, { store }) =>
  (await store.roles.find(id)) ?? noSuchRole()

export const noSuchRole = () => refuse('not_found', { detail: 'There is no such role.' })
