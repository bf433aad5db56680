import type { Order } from '@souk/contracts/orders'
import type { DeadLetter, Saga, SagaStep } from '@souk/kit/contract'
import { connect } from '@souk/kit/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from './answers.ts'
import type { Client } from './client.ts'
import { openTestShop, type Shop } from './shop.ts'
import { BERLIN, buy, complete, fillCart, ok, sell } from './shopping.ts'

interface SagaInFull extends Saga {
  memory: unknown
  steps: SagaStep[]
}

let shop: Shop
let operator: Client
let sku: string

beforeAll(async () => {
  shop = await openTestShop()
  operator = shop.guest()
  ;({ sku } = await sell(await shop.admin(), { quantity: 50 }))
})
afterAll(() => shop.close())

const sagas = async (query: string) => ok(await operator.get<Page<Saga>>(`/ops/sagas?${query}`), 200).items
const sagaOf = async (order: Pick<Order, 'id'>, query = 'limit=100') =>
  (await sagas(query)).find(({ name, key }) => name === 'checkout' && key === order.id)
const letters = async () =>
  ok(await operator.get<Page<DeadLetter>>('/ops/dead-letters?consumer=notifications'), 200).items
const ADA = 'ada@example.com'

describe('a checkout under way', () => {
  it('is seen and hurried on by an operator, without the shopper’s secrets', async () => {
    const shopper = shop.guest()
    const cart = await fillCart(shopper, [{ sku }], ADA)
    const { order } = ok(await complete(shopper, cart.id, { token: 'tok_3ds' }), 202)
    const saga = await sagaOf(order, 'state=waiting')
    expect(saga).toMatchObject({ service: 'orders', step: 'authorize', endedAt: null })

    const shown = ok(await operator.get<SagaInFull>(`/ops/sagas/${saga?.id}`), 200)
    expect(shown.memory).toMatchObject({
      orderId: order.id,
      cartId: '[hidden]',
      paymentToken: '[hidden]',
      total: { currency: 'EUR' },
      payment: { status: 'requires_action', redirectUrl: '[hidden]' },
    })
    const said = JSON.stringify(shown)
    for (const secret of [ADA, BERLIN.name, BERLIN.line1, 'tok_3ds', cart.id, String(order.token)])
      expect(said).not.toContain(secret)
    expect(shown.steps.map(({ name, hasUndo }) => [name, hasUndo])).toEqual([
      ['freeze-quote', true],
      ['reserve-stock', true],
      ['redeem-promotions', true],
      ['place-order', true],
      ['authorize', true],
      ['confirm-order', false],
    ])

    const retried = ok(await operator.post<Saga>(`/ops/sagas/${saga?.id}/retry`), 200)
    const lookedAgain = async () => {
      const { steps, dueAt } = ok(await operator.get<SagaInFull>(`/ops/sagas/${saga?.id}`), 200)
      const isNoted = steps[4]?.do.some(({ action, detail }) => action === 'retried' && detail === 'operator')
      return isNoted && String(dueAt) > String(retried.dueAt)
    }
    await expect.poll(lookedAgain, { timeout: 5_000 }).toBe(true)
  })

  it('that is over cannot be tried again', async () => {
    const order = await buy(shop.guest(), [{ sku }])
    const saga = await sagaOf(order, 'state=completed')
    const answered = await operator.post(`/ops/sagas/${saga?.id}/retry`)
    expect([answered.status, answered.body.code]).toEqual([422, 'saga_finished'])
  })
})

describe('an event that cannot be applied', () => {
  it('is parked, read without secrets, replayed in vain, mended, replayed and gone', async () => {
    const order = await buy(shop.guest(), [{ sku }])
    const sql = connect(shop.databaseOf('notifications'), { connections: 1 })
    try {
      const whole = async () => {
        const [row] = await sql<{ data: Record<string, unknown> }[]>`
          select data from inbox where type = 'orders.order-confirmed.v1' and subject = ${order.id}`
        return row?.data
      }
      await expect.poll(whole, { timeout: 5_000 }).toBeDefined()
      const { lines, ...broken } = (await whole()) ?? {}
      const event = 'evt_01h455vb4pex5vsknk084sn02q'
      // As after seven attempts, so that nobody has to wait half a minute for the last.
      await sql`
        insert into inbox (id, type, subject, source, data, time, attempts, due_at)
        values (${event}, 'orders.order-confirmed.v1', ${order.id}, 'orders', ${sql.json(broken as never)},
          now(), 7, now())`
      await expect.poll(letters, { timeout: 5_000 }).toHaveLength(1)
      const [letter] = await letters()
      expect(letter).toMatchObject({
        id: `notifications.${event}`,
        subject: order.id,
        attempts: 8,
        data: { orderId: order.id, number: order.number, email: '[hidden]', token: '[hidden]' },
        error: expect.any(String),
      })
      const said = JSON.stringify(letter)
      for (const secret of [ADA, BERLIN.name, BERLIN.line1, String(order.token)])
        expect(said).not.toContain(secret)

      const replay = `/ops/dead-letters/${letter?.id}/replay`
      expect(ok(await operator.post<{ state: string }>(replay), 200).state).toBe('waiting')
      const attempts = async () => (await letters()).map((one) => one.attempts)
      await expect.poll(attempts, { timeout: 5_000 }).toEqual([9])

      await sql`
        update inbox set data = data || ${sql.json({ lines } as never)} where id = ${event}`
      ok(await operator.post(replay), 200)
      const state = async () => ok(await operator.post<{ state: string }>(replay), 200).state
      await expect.poll(state, { timeout: 5_000 }).toBe('applied')
      expect(await letters()).toEqual([])
    } finally {
      await sql.end()
    }
  })
})
