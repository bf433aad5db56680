import { money } from '@souk/contracts/money'
import type { listLedger as contract } from '@souk/contracts/payments'
import type { Query } from '@souk/kit/service'
import type { PaymentsStore } from '../store/payments-store.ts'

export const listLedger: Query<typeof contract, PaymentsStore> = async ({ limit, cursor }, { store }) => {
  const given = Number.parseInt(cursor ?? '', 36)
  const before = Number.isSafeInteger(given) ? given : Number.MAX_SAFE_INTEGER
  const [rows, balances] = await Promise.all([
    store.listLines({ before, limit: limit + 1 }),
    store.listBalances(),
  ])
  const items = rows.slice(0, limit).map(({ position: _, debit, credit, currency, at, ...line }) => ({
    ...line,
    debit: money(debit, currency),
    credit: money(credit, currency),
    at: at.toISOString(),
  }))
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items,
    nextCursor: last ? last.position.toString(36) : null,
    balances: balances.map(({ account, currency, debit, credit }) => ({
      account,
      debit: money(debit, currency),
      credit: money(credit, currency),
    })),
  }
}
