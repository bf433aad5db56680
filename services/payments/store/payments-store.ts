import type { Queryable } from '@souk/kit/database'
import type { Change } from '../domain/change.ts'
import type { LedgerLine } from '../domain/ledger.ts'
import { figuresOf, isStone, type Payment, statusOf, type Transaction } from '../domain/payment.ts'
import { toView } from '../domain/view.ts'
import { bookComparison } from './book-comparison.ts'
import { findPayments, transactionColumns } from './payment-rows.ts'
import { waitingEvents } from './waiting-events.ts'

export type PaymentsStore = ReturnType<typeof paymentsStore>

export interface StoredLine extends LedgerLine {
  position: number
  paymentId: string
  orderId: string
  at: Date
}

export interface Told {
  provider: string
  eventId: string
  type: string
  paymentId: string | null
  facts: object
  at: string
}

/** Payments in PostgreSQL. Whoever changes one holds its row or names the version it has seen. */
export function paymentsStore(sql: Queryable) {
  const readByOrder = (orderId: string) => findPayments(sql, sql`p.order_id = ${orderId} order by p.attempt`)

  return {
    /** Stores an attempt about to be asked for, unless the order has it. One statement: also outside a transaction. */
    async open(
      payment: Payment,
      { at, checkAt, attempt = 1 }: { at: string; checkAt: string; attempt?: number | undefined },
    ): Promise<boolean> {
      const { id, orderId, provider, methodId, key, amount } = payment
      const added = await sql`
        with opened as (
          insert into payment (id, order_id, attempt, provider, method_id, key, amount, currency, status, asked_at, next_check_at)
          values (${id}, ${orderId}, ${attempt}, ${provider}, ${methodId}, ${key}, ${amount.amount}, ${amount.currency},
            ${statusOf(payment)}, ${at}, ${checkAt})
          on conflict (order_id, attempt) do nothing returning id)
        insert into payment_transaction (payment_id, at, ${transactionColumns(sql)})
        select o.id, ${at}::timestamptz, t.* from opened o, ${asRows(sql, payment.transactions)}`
      return added.count > 0
    },

    /** Takes the place of an order’s payment, unless the order has one. */
    async addStone(
      { id, orderId, reason, at }: { id: string; orderId: string; reason: string; at: string },
      attempt = 1,
    ): Promise<boolean> {
      const added = await sql`
        insert into payment (id, order_id, attempt, provider, method_id, key, amount, currency, status, cancel_reason, asked_at)
        values (${id}, ${orderId}, ${attempt}, 'none', 'none', 'none', 0, 'XXX', 'voided', ${reason}, ${at})
        on conflict (order_id, attempt) do nothing`
      return added.count > 0
    },

    /**
     * A payment, locked until the transaction ends. Reading is a statement of its own, sent right behind: one that
     * waits for the lock would see the transactions as they were before the wait. A query is sent when it is awaited,
     * so the lock is sent by hand first.
     */
    async lock(id: string): Promise<Payment | undefined> {
      const locking = sql`select 1 from payment where id = ${id} for update`.execute()
      const [, [payment]] = await Promise.all([locking, findPayments(sql, sql`p.id = ${id}`)])
      return payment
    },

    /** The order’s payments, oldest first, which is also the order in which they are locked; stones are left out. */
    async lockAll(orderId: string): Promise<Payment[]> {
      const locking =
        sql`select 1 from payment where order_id = ${orderId} order by attempt for update`.execute()
      const [, payments] = await Promise.all([locking, readByOrder(orderId)])
      return payments.filter((payment) => !isStone(payment))
    },

    find: async (orderId: string, attempt = 1): Promise<Payment | undefined> =>
      (await findPayments(sql, sql`p.order_id = ${orderId} and p.attempt = ${attempt}`))[0],

    /** The order’s payments and stones, oldest first. */
    findAll: readByOrder,

    findById: async (id: string): Promise<Payment | undefined> =>
      (await findPayments(sql, sql`p.id = ${id}`))[0],

    /** Writes a change with its ledger lines; false, and nothing written, when the payment is not as it was before. */
    async save({ before, after, added }: Change, { at, checkAt, lines }: Written): Promise<boolean> {
      const { authorized, captured, voided, refunded } = figuresOf(after)
      const saved = await sql`
        with changed as (
          update payment set status = ${statusOf(after)}, authorized = ${authorized}, captured = ${captured},
            voided = ${voided}, refunded = ${refunded}, redirect_url = ${after.redirectUrl},
            failure = ${toView(after).failure}, cancel_reason = ${after.cancelReason},
            told = ${sql.json({ ...after.told })}, doubt = ${after.doubt && sql.json({ ...after.doubt })},
            next_check_at = ${checkAt}, checks = 0, version = ${after.version}
          where id = ${before.id} and version = ${before.version}
          returning id, order_id),
        moved as (
          insert into payment_transaction (payment_id, at, ${transactionColumns(sql)})
          select c.id, ${at}::timestamptz, t.* from changed c, ${asRows(sql, added)}),
        posted as (
          insert into ledger_line (payment_id, order_id, at, entry_id, line, account, debit, credit, currency)
          select c.id, c.order_id, ${at}::timestamptz, l.* from changed c, jsonb_to_recordset(${sql.json(lines as never)})
            as l("entryId" text, line int, account text, debit bigint, credit bigint, currency text))
        select 1 from changed`
      return saved.length > 0
    },

    /** Whether a provider’s event is heard for the first time. */
    async addEvent({ provider, eventId, type, paymentId, facts, at }: Told): Promise<boolean> {
      const added = await sql`
        insert into provider_event (provider, event_id, type, payment_id, facts, received_at)
        values (${provider}, ${eventId}, ${type}, ${paymentId}, ${sql.json(facts as never)}, ${at})
        on conflict (provider, event_id) do nothing`
      return added.count > 0
    },

    ...waitingEvents(sql),
    ...bookComparison(sql),

    /** Payments to ask about, each for one claimant; they come up again later and later, a minute apart at most. */
    async claimDue(at: string, limit: number): Promise<Payment[]> {
      const due = await sql<{ id: string }[]>`
        update payment set checks = checks + 1,
          next_check_at = ${at}::timestamptz + least(60, 5 * power(2, least(checks, 4))) * interval '1 second'
        where id in (
          select id from payment where next_check_at <= ${at}
          order by next_check_at limit ${limit} for update skip locked)
        returning id`
      if (due.length === 0) return []
      return await findPayments(sql, sql`p.id = any(${due.map(({ id }) => id)})`)
    },

    /** Payments to ask about within a minute: the others rest, or are held for days. */
    async countUnsettled(): Promise<number> {
      const [row] = await sql<{ count: number }[]>`
        select count(*) as count from payment where next_check_at < now() + interval '61 seconds'`
      return row?.count ?? 0
    },

    async listTransactions(paymentId: string) {
      return await sql<(Transaction & { at: Date })[]>`
        select id, kind, key, amount, currency, state, provider_id as "providerId", failure,
          request_id as "requestId", reason, at
        from payment_transaction where payment_id = ${paymentId} order by position`
    },

    async listLines({ before, limit }: { before: number; limit: number }): Promise<StoredLine[]> {
      return await sql<StoredLine[]>`
        select position, entry_id as "entryId", line, account, debit, credit, currency, payment_id as "paymentId",
          order_id as "orderId", at
        from ledger_line where position < ${before} order by position desc limit ${limit}`
    },

    async listBalances() {
      return await sql<{ account: LedgerLine['account']; currency: string; debit: number; credit: number }[]>`
        select account, currency, sum(debit)::bigint as debit, sum(credit)::bigint as credit
        from ledger_line group by account, currency order by currency, account`
    },
  }
}

interface Written {
  at: string
  /** When to ask the provider about it; null when there is nothing to ask. */
  checkAt: string | null
  lines: readonly LedgerLine[]
}

const asRows = (sql: Queryable, rows: readonly Transaction[]) => sql`
  jsonb_to_recordset(${sql.json(rows as never)}) as t(id text, kind text, key text, amount bigint, currency text,
    state text, "providerId" text, failure text, "requestId" text, reason text)`
