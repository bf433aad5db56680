import { money } from '@souk/contracts/money'
import type { listBookDifferences as contract } from '@souk/contracts/payments'
import type { Query } from '@souk/kit/service'
import type { PaymentsStore } from '../store/payments-store.ts'

export const listBookDifferences: Query<typeof contract, PaymentsStore> = async (
  { limit, cursor },
  { store },
) => {
  const given = Number.parseInt(cursor ?? '', 36)
  const before = Number.isSafeInteger(given) ? given : Number.MAX_SAFE_INTEGER
  const rows = await store.listDifferences({ before, limit: limit + 1 })
  const items = rows
    .slice(0, limit)
    .map(({ position: _, currency, ours, theirs, foundAt, alarmedAt, settledAt, ...row }) => ({
      ...row,
      ours: money(ours, currency),
      theirs: money(theirs, currency),
      foundAt: foundAt.toISOString(),
      alarmedAt: alarmedAt?.toISOString() ?? null,
      settledAt: settledAt?.toISOString() ?? null,
    }))
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { items, nextCursor: last ? last.position.toString(36) : null }
}
