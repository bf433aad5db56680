import type { Queryable } from '@souk/kit/database'
import type { Range } from './orders.ts'

// What the auditor knows of the tables of payments.

export interface StoredTransaction {
  readonly id: string
  readonly kind: 'authorization' | 'capture' | 'void' | 'refund'
  readonly key: string
  readonly amount: number
  readonly currency: string
  readonly state: 'asked' | 'absent' | 'requires_action' | 'processing' | 'failed' | 'succeeded'
  readonly providerId: string | null
  readonly at: string
}

export interface StoredPayment {
  readonly id: string
  readonly orderId: string
  /** 1 is the checkout’s; others are for what was due after an edit. */
  readonly attempt: number
  /** 0 in a stone: cancelled before it was asked for. */
  readonly amount: number
  readonly currency: string
  readonly status: string
  readonly authorized: number
  readonly captured: number
  readonly voided: number
  readonly refunded: number
  readonly version: number
  /** Reconciliation has it on its list. */
  readonly isOpen: boolean
  /** Every row, oldest first: each state a movement has come to is one. */
  readonly transactions: readonly StoredTransaction[]
}

export const paymentsIn = (sql: Queryable, { from, to }: Range) => sql<StoredPayment[]>`
  select p.id, p.order_id as "orderId", p.attempt, p.amount, p.currency, p.status, p.authorized, p.captured, p.voided, p.refunded,
    p.version, p.next_check_at is not null as "isOpen",
    coalesce((
      select json_agg(json_build_object('id', t.id, 'kind', t.kind, 'key', t.key, 'amount', t.amount,
        'currency', t.currency, 'state', t.state, 'providerId', t.provider_id, 'at', t.at) order by t.position)
      from payment_transaction t where t.payment_id = p.id), '[]') as transactions
  from payment p where p.order_id > ${from} and p.order_id <= ${to} order by p.attempt`

export interface LedgerFault {
  readonly id: string
  readonly orderId: string | null
  readonly says: string
}

/** Payments, transactions and double entries there are. */
export async function countBooked(sql: Queryable): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select (select count(*) from payment) + (select count(*) from ledger_line) as count`
  return row?.count ?? 0
}

/** Payments whose figures are not what their transactions add up to, or break the rules of arithmetic. */
export const figuresAstray = (sql: Queryable) => sql<LedgerFault[]>`
  with moved as (
    select payment_id,
      sum(amount) filter (where kind = 'authorization')::bigint as a, sum(amount) filter (where kind = 'capture')::bigint as c,
      sum(amount) filter (where kind = 'void')::bigint as v, sum(amount) filter (where kind = 'refund')::bigint as r
    from payment_transaction where state = 'succeeded' group by payment_id),
  figures as (
    select p.*, coalesce(a, 0) as a, coalesce(c, 0) as c, coalesce(v, 0) as v, coalesce(r, 0) as r
    from payment p left join moved m on m.payment_id = p.id)
  select id, order_id as "orderId", format(
    'has %s authorized, %s captured, %s voided and %s refunded; its transactions say %s, %s, %s and %s',
    authorized, captured, voided, refunded, a, c, v, r) as says
  from figures
  where (authorized, captured, voided, refunded) is distinct from (a, c, v, r)
    or least(a, c, v, r) < 0 or c + v > a or r > c
    or (status = 'captured' and (c = 0 or c + v < a)) or (status = 'authorized' and c + v >= a)
    or (status in ('failed', 'voided') and (c > 0 or a > v))`

/** Double entries that do not balance, have no transaction behind them, or of which a transaction has none. */
export const entriesAstray = (sql: Queryable) => sql<LedgerFault[]>`
  with entry as (
    select entry_id, currency, min(order_id) as order_id, sum(debit)::bigint as debit, sum(credit)::bigint as credit,
      sum(case when account = 'psp_clearing' then debit - credit else 0 end)::bigint as clearing,
      sum(case when account = 'customer_receivable' then debit - credit else 0 end)::bigint as receivable
    from ledger_line group by entry_id, currency),
  moved as (
    select t.id, t.kind, t.currency, case t.kind when 'capture' then t.amount else -t.amount end as clearing, p.order_id
    from payment_transaction t join payment p on p.id = t.payment_id
    where t.state = 'succeeded' and t.kind in ('capture', 'refund'))
  select coalesce(e.entry_id, m.id) as id, coalesce(m.order_id, e.order_id) as "orderId",
    case
      when m.id is null then format('is an entry of %s %s with no transaction behind it', e.debit, e.currency)
      when e.entry_id is null then format('is a %s of %s %s that was never entered', m.kind, abs(m.clearing), m.currency)
      when e.debit <> e.credit then format('has %s debited and %s credited', e.debit, e.credit)
      else format('moves %s to the provider’s account and leaves %s owed; its transaction moves %s',
        e.clearing, e.receivable, m.clearing)
    end as says
  from entry e full join moved m on m.id = e.entry_id and m.currency = e.currency
  where m.id is null or e.entry_id is null or e.debit <> e.credit or e.clearing <> m.clearing or e.receivable <> 0`

export const transactionsOf = (sql: Queryable, orderIds: readonly string[]) => sql<
  { about: string; at: Date; what: string }[]
>`
  select p.order_id as about, t.at, format('%s %s %s %s under %s', t.kind, t.state, t.amount, t.currency, t.key) as what
  from payment p join payment_transaction t on t.payment_id = p.id
  where p.order_id = any(${orderIds as string[]}) order by t.position`
