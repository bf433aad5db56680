import { money } from '@souk/contracts/money'
import type { Queryable } from '@souk/kit/database'
import { fold, type Payment, type Transaction } from '../domain/payment.ts'

interface Row extends Omit<Payment, 'amount' | 'askedAt'> {
  amount: number
  currency: string
  askedAt: Date
  transactions: Transaction[]
}

/** In the order in which a transaction’s fields are written. */
export const transactionColumns = (sql: Queryable) =>
  sql`id, kind, key, amount, currency, state, provider_id, failure, request_id, reason`

/** Payments with their transactions, as of one moment. */
export async function findPayments(sql: Queryable, condition: ReturnType<Queryable>): Promise<Payment[]> {
  const rows = await sql<Row[]>`
    select p.id, p.order_id as "orderId", p.provider, p.method_id as "methodId", p.key, p.amount, p.currency,
      p.redirect_url as "redirectUrl", p.cancel_reason as "cancelReason", p.told, p.doubt, p.asked_at as "askedAt", p.version,
      coalesce((
        select json_agg(json_build_object('id', t.id, 'kind', t.kind, 'key', t.key, 'amount', t.amount,
          'currency', t.currency, 'state', t.state, 'providerId', t.provider_id, 'failure', t.failure,
          'requestId', t.request_id, 'reason', t.reason) order by t.position)
        from payment_transaction t where t.payment_id = p.id), '[]') as transactions
    from payment p where ${condition}`
  return rows.map(({ amount, currency, askedAt, transactions, ...row }) => ({
    ...row,
    amount: money(amount, currency),
    askedAt: askedAt.getTime(),
    transactions: fold(transactions),
  }))
}
