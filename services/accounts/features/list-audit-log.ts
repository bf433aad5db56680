import type { listAuditLog as contract } from '@souk/contracts/accounts'
import type { Query } from '@souk/kit/service'
import type { AccountsStore } from '../store/accounts-store.ts'

export const listAuditLog: Query<typeof contract, AccountsStore> = async (
  { limit, cursor, actor, resource, from, to },
  { store },
) => {
  const before = Number.parseInt(cursor ?? '', 36)
  const rows = await store.auditLog.list({
    before: Number.isSafeInteger(before) ? before : Number.MAX_SAFE_INTEGER,
    limit: limit + 1,
    ...{ actor, resource, from, to },
  })
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return { items: shown.map(({ facts }) => facts), nextCursor: last ? last.position.toString(36) : null }
}
