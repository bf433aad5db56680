import { connect, type Sql, violates } from '@souk/kit/database'
import { migrationsBeside } from '@souk/kit/service'
import { cloneDatabase, type TestDatabase, testCluster } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { change } from '../domain/change.ts'
import { samplePayment, sampleTransaction } from '../domain/fixtures/samples.ts'
import { linesOf } from '../domain/ledger.ts'
import { paymentsStore } from './payments-store.ts'

const AT = '2026-01-05T09:00:00.000Z'
let database: TestDatabase
let sql: Sql
let count = 0

beforeAll(async () => {
  const migrations = migrationsBeside(new URL('..', import.meta.url).href)
  database = await cloneDatabase(testCluster(), { name: 'payments', migrations })
  sql = connect(database.address, { connections: 4 })
})
afterAll(async () => {
  await sql.end()
  await database.drop()
})

/** A payment of its own, captured. */
async function captured() {
  const id = `pay_${++count}`
  const key = `ord_${count}-1`
  const [asked] = samplePayment().transactions
  const opened = {
    ...samplePayment(),
    askedAt: Date.parse(AT),
    id,
    key,
    orderId: `ord_${count}`,
    transactions: [{ ...asked, id: `a_${count}`, key }],
  }
  const payment = { ...opened, transactions: opened.transactions.map(sampleTransaction) }
  const store = paymentsStore(sql)
  await store.open(payment, { at: AT, checkAt: AT })
  const succeeded = { key, state: 'succeeded' as const }
  const made = change(payment, [
    sampleTransaction({ id: `a_${count}`, ...succeeded }),
    sampleTransaction({ id: `c_${count}`, kind: 'capture', ...succeeded }),
  ])
  await store.save(made, { at: AT, checkAt: null, lines: linesOf(made.added) })
  return { store, made, id }
}

const faultOf = (work: PromiseLike<unknown>) =>
  Promise.resolve(work).then(
    () => undefined,
    (fault: unknown) => fault,
  )

describe('the payments store', () => {
  it('gives back what it was given', async () => {
    const { store, made } = await captured()
    expect(await store.find(made.after.orderId)).toEqual(made.after)
    expect(await store.findById(made.after.id)).toEqual(made.after)
  })

  it('opens one payment for an order', async () => {
    const { store, made } = await captured()
    expect(await store.open({ ...made.before, id: 'pay_other' }, { at: AT, checkAt: AT })).toBe(false)
  })

  it('writes nothing of a change made to a payment as it is no more', async () => {
    const { store, made } = await captured()
    const refund = sampleTransaction({
      id: 'late',
      kind: 'refund',
      key: 'late',
      amount: 1,
      state: 'succeeded',
    })
    const late = change(made.before, [refund])
    expect(await store.save(late, { at: AT, checkAt: null, lines: linesOf(late.added) })).toBe(false)
    expect(await store.find(made.after.orderId)).toEqual(made.after)
    expect(
      (await store.listLines({ before: 1_000, limit: 100 })).map(({ entryId }) => entryId),
    ).not.toContain('late')
  })

  it('reads behind its lock what was written while it waited', async () => {
    const { made } = await captured()
    const { id, version } = made.after
    const within = (tx: unknown) => paymentsStore(tx as Sql)
    let waiting: Promise<number | undefined> = Promise.resolve(undefined)
    await sql.begin(async (tx) => {
      const payment = await within(tx).lock(id)
      if (!payment) throw new Error('it is not there')
      waiting = sql.begin(async (other) => (await within(other).lock(id))?.version)
      await expect
        .poll(
          async () =>
            (
              await sql`
          select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
            ).length,
        )
        .toBe(1)
      const refund = sampleTransaction({ id: 'r_lock', kind: 'refund', key: 'r_lock', amount: 1 })
      await within(tx).save(change(payment, [refund]), { at: AT, checkAt: null, lines: [] })
    })
    expect(await waiting).toBe(version + 1)
  })

  it('hands each due payment to one claimant', async () => {
    const { store, made } = await captured()
    const due = change(made.after, [])
    await store.save(due, { at: AT, checkAt: AT, lines: [] })
    const claims = await Promise.all([1, 2, 3].map(() => store.claimDue(AT, 10)))
    expect(claims.flat().filter(({ id }) => id === made.after.id)).toHaveLength(1)
  })
})

const appendOnly = ['payment_transaction', 'ledger_line', 'provider_event']

describe('the database itself', () => {
  it('refuses a posting that does not balance, at the commit', async () => {
    const { id } = await captured()
    const post = (entryId: string, rows: [line: number, debit: number, credit: number, currency: string][]) =>
      sql.begin(async (tx) => {
        for (const [line, debit, credit, currency] of rows)
          await tx`insert into ledger_line (entry_id, line, account, debit, credit, currency, payment_id, order_id, at)
            values (${entryId}, ${line}, 'sales', ${debit}, ${credit}, ${currency}, ${id}, 'o', ${AT})`
      })
    await post('even', [
      [1, 5, 0, 'EUR'],
      [2, 0, 5, 'EUR'],
    ])
    const crooked = await faultOf(
      post('crooked', [
        [1, 5, 0, 'EUR'],
        [2, 0, 4, 'EUR'],
      ]),
    )
    const mixed = await faultOf(
      post('mixed', [
        [1, 5, 0, 'EUR'],
        [2, 0, 5, 'USD'],
      ]),
    )
    expect([crooked, mixed].map((fault) => violates(fault, 'ledger_balances'))).toEqual([true, true])
    expect(await sql`select 1 from ledger_line where entry_id in ('crooked', 'mixed')`).toHaveLength(0)
  })

  it('posts a movement once', async () => {
    const { store, made } = await captured()
    const again = { at: AT, checkAt: null, lines: linesOf(made.added) }
    const fault = await faultOf(store.save(change(made.after, []), again))
    expect(violates(fault, 'ledger_line_pkey')).toBe(true)
  })

  it.each([
    ['more captured than authorized', 'captured = authorized + 1', 'payment_captured_within_authorized'],
    ['more refunded than captured', 'refunded = captured + 1', 'payment_refunded_within_captured'],
  ])('refuses %s', async (_what, change_, constraint) => {
    const { id } = await captured()
    const fault = await faultOf(sql.unsafe(`update payment set ${change_} where id = '${id}'`))
    expect(violates(fault, constraint)).toBe(true)
  })

  it.each(appendOnly)('lets not even its owner alter %s', async (table) => {
    await captured()
    const { address } = database
    const owner = connect({ ...testCluster(), database: address.database }, { connections: 1 })
    const denied = { code: '42501', message: `${table} is append-only` }
    expect(await faultOf(owner.unsafe(`delete from ${table}`))).toMatchObject(denied)
    expect(await faultOf(owner.unsafe(`update ${table} set payment_id = 'x'`))).toMatchObject(denied)
    expect(await faultOf(owner.unsafe(`truncate ${table}`))).toMatchObject(denied)
    await owner.end()
  })

  it.each(appendOnly)('lets nobody alter %s', async (table) => {
    const denied = { code: '42501' }
    expect(await faultOf(sql.unsafe(`delete from ${table}`))).toMatchObject(denied)
    expect(await faultOf(sql.unsafe(`update ${table} set payment_id = 'x'`))).toMatchObject(denied)
    expect(await faultOf(sql.unsafe(`truncate ${table}`))).toMatchObject(denied)
  })
})
