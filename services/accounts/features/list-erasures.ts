import type { listErasures as contract } from '@souk/contracts/accounts'
import type { Query } from '@souk/kit/service'
import type { AccountsStore } from '../store/accounts-store.ts'

export const listErasures: Query<typeof contract, AccountsStore> = async (
  { limit, cursor, isComplete },
  { store },
) => {
  const before = Number.parseInt(cursor ?? '', 36)
  const rows = await store.erasures.list({
    before: Number.isSafeInteger(before) ? before : Number.MAX_SAFE_INTEGER,
    limit: limit + 1,
    isComplete,
  })
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(({ customerId, requestedAt, completedAt, missing }) => ({
      customerId,
      requestedAt: requestedAt.toISOString(),
      completedAt: completedAt?.toISOString() ?? null,
      missing,
    })),
    nextCursor: last ? last.position.toString(36) : null,
  }
}
