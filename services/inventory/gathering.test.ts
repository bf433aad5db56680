import { registerStock, releaseStock, reserveStock, stockReserved } from '@souk/contracts/inventory'
import { minutes, toTimestamp } from '@souk/kit/runtime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ask, brokenInvariants, openSharedStock, type SharedStock } from './shared-stock.suite.ts'

let stock: SharedStock
let first: Ask
let second: Ask

beforeAll(async () => {
  stock = await openSharedStock(2)
  ;[first, second] = stock.asks as [Ask, Ask]
})
afterAll(() => stock.stop())

const shelf = (sku: string, onHand: number) =>
  first(registerStock, { items: [{ sku, onHand, policy: 'deny' }] })
const newOrder = () => stock.ids.next('ord')
const expiresAt = () => toTimestamp(stock.clock.now() + minutes(15))
const reserve = (ask: Ask, sku: string, { orderId = newOrder(), quantity = 1 } = {}) =>
  ask(reserveStock, { orderId, lines: [{ sku, quantity }], expiresAt: expiresAt() })
const transactions = async (sku: string) => {
  const rows = await stock.sql`
    select distinct r.xmin::text from reservation r join reservation_line using (order_id) where sku = ${sku}`
  return rows.length
}

describe('two processes that gather orders for the same shelf', () => {
  it('sell a hundred of it to three hundred buyers, and say no to the others', async () => {
    await shelf('HUNDRED', 100)
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, buyer) => reserve(buyer % 2 ? first : second, 'HUNDRED')),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(100)
    const losers = answers.flatMap((one) => (one.ok ? [] : [one.refusal]))
    expect(new Set(losers.map(({ code }) => code))).toEqual(new Set(['insufficient_stock']))
    expect(await brokenInvariants(stock)).toEqual([])
  })

  it('commit many together, those asked twice among them', async () => {
    await shelf('CROWD', 1_000)
    const orders = Array.from({ length: 50 }, newOrder)
    await Promise.all([...orders, ...orders].map((orderId) => reserve(first, 'CROWD', { orderId })))
    expect(await transactions('CROWD')).toBeLessThan(10)
  })

  it('answer the same order the same, whichever is asked and however often at once', async () => {
    await shelf('AGAIN', 10)
    const orderId = newOrder()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, turn) =>
        reserve(turn % 2 ? first : second, 'AGAIN', { orderId, quantity: 2 }),
      ),
    )
    expect(new Set(answers.map((one) => (one.ok ? JSON.stringify(one.body) : one.refusal.code))).size).toBe(1)
    const [row] = await stock.sql`select reserved from stock where sku = 'AGAIN'`
    expect(row).toEqual({ reserved: 2 })
  })

  it('do not deadlock over shelves wanted in opposite order', async () => {
    await shelf('LEFT', 1_000)
    await shelf('RIGHT', 1_000)
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, turn) => {
        const skus = turn % 3 === 0 ? ['LEFT', 'RIGHT'] : turn % 3 === 1 ? ['RIGHT', 'LEFT'] : ['RIGHT']
        const lines = skus.map((sku) => ({ sku, quantity: 1 }))
        const ask = turn % 2 ? first : second
        return ask(reserveStock, { orderId: newOrder(), lines, expiresAt: expiresAt() })
      }),
    )
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(await brokenInvariants(stock)).toEqual([])
  })

  it('let a release win over the reservation it overtakes, in the middle of a crowd', async () => {
    await shelf('OVERTAKEN', 1_000)
    const orders = Array.from({ length: 40 }, newOrder)
    await Promise.all(
      orders.flatMap((orderId, turn) => [
        reserve(turn % 2 ? first : second, 'OVERTAKEN', { orderId }),
        (turn % 3 ? first : second)(releaseStock, { orderId }),
      ]),
    )
    const [row] = await stock.sql`select reserved from stock where sku = 'OVERTAKEN'`
    expect(row).toEqual({ reserved: 0 })
    for (const orderId of orders) {
      expect(await reserve(first, 'OVERTAKEN', { orderId })).toMatchObject({
        refusal: { code: 'reservation_released' },
      })
    }
    expect(await brokenInvariants(stock)).toEqual([])
  })

  it('see a release that is being stored while they decide', async () => {
    await shelf('MEANWHILE', 10)
    const orderId = newOrder()
    let asked: ReturnType<typeof reserve> | undefined
    await stock.sql.begin(async (tx) => {
      await tx`insert into reservation (order_id, state, expires_at) values (${orderId}, 'released', now())`
      asked = reserve(first, 'MEANWHILE', { orderId })
      const waiting = () => stock.owner`
        select 1 as one from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      await expect.poll(async () => (await waiting()).length, { timeout: 5_000 }).toBe(1)
    })
    expect(await asked).toMatchObject({ refusal: { code: 'reservation_released' } })
    const [row] = await stock.sql`select reserved from stock where sku = 'MEANWHILE'`
    expect(row).toEqual({ reserved: 0 })
  })

  it('announce each order by itself, under the trace of its own call', async () => {
    await shelf('TRACED', 50)
    const orders = Array.from({ length: 20 }, newOrder)
    await Promise.all(orders.map((orderId) => reserve(first, 'TRACED', { orderId })))
    const rows = await stock.sql`
      select subject, traceparent from outbox where type = ${stockReserved.type} and subject = any(${orders})`
    expect(rows.map(({ subject }) => subject).sort()).toEqual([...orders].sort())
    expect(new Set(rows.map(({ traceparent }) => traceparent)).size).toBe(20)
  })
})

describe('a transaction that fails for many', () => {
  it('is tried for each alone, so that a broken shelf costs its own order and no other', async () => {
    await shelf('SOUND', 100)
    await shelf('BROKEN', 100)
    // Books that say more is promised than is there: the constraint refuses whatever would be added.
    await stock.sql`update item set policy = 'backorder' where sku = 'BROKEN'`
    const lines = [{ sku: 'SOUND', quantity: 1 }]
    const broken = [...lines, { sku: 'BROKEN', quantity: 101 }]
    const answers = await Promise.allSettled(
      [lines, broken, lines, lines].map((lines) =>
        first(reserveStock, { orderId: newOrder(), lines, expiresAt: expiresAt() }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
    const [row] = await stock.sql`select reserved from stock where sku = 'SOUND'`
    expect(row).toEqual({ reserved: 3 })
  })
})
