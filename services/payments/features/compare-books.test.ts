import { money } from '@souk/contracts/money'
import { listBookDifferences } from '@souk/contracts/payments'
import { minutes } from '@souk/kit/runtime'
import { staff } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must, openPayments } from '../fixtures/open-payments.ts'

let shop: Awaited<ReturnType<typeof openPayments>>
beforeAll(async () => {
  shop = await openPayments()
})
afterAll(() => shop.close())

const operator = { kind: 'operator' } as const
const differences = async (orderId: string) => {
  const { items } = must(await shop.stage.ask(listBookDifferences, { limit: 100 }, { as: operator }))
  return items.filter((one) => one.orderId === orderId)
}
/** A book read while something was under way may differ for that moment. */
const isStanding = ({ settledAt, alarmedAt }: { settledAt: string | null; alarmedAt: string | null }) =>
  settledAt === null || alarmedAt !== null
/** Compares, waits longer than anything is under way, and compares again. */
async function compareTwice() {
  await shop.stage.settle()
  shop.stage.clock.forward(minutes(1.1))
  await shop.stage.settle()
}
const order = (orderId: string) => ({
  ...{ orderId, amount: 10_000, currency: 'EUR', method: 'card', token: 'tok_visa', capture: true },
  reference: 'somebody',
})

describe('comparing the provider’s book with ours', () => {
  it('finds nothing where they agree: held, taken, given back, declined, pending', async () => {
    const orders = []
    for (const token of ['tok_visa', 'tok_authorize', 'tok_declined', 'tok_3ds']) {
      const orderId = shop.newOrder()
      await shop.pay(orderId, token)
      orders.push(orderId)
    }
    must(await shop.refund(orders[0] ?? '', 4_000, 'r'))
    must(await shop.capture(orders[1] ?? '', 'c', 4_000))
    await compareTwice()
    for (const orderId of orders) expect((await differences(orderId)).filter(isStanding)).toEqual([])
  })

  it('finds a charge unknown to us', async () => {
    const orderId = shop.newOrder()
    await shop.sandbox.post('/v1/payments', `stray-${orderId}`, order(orderId))
    await shop.stage.settle()
    expect(await differences(orderId)).toMatchObject([{ alarmedAt: null }, { alarmedAt: null }])
    await compareTwice()
    const found = await differences(orderId)
    const unknown = { ours: money(0, 'EUR'), theirs: money(10_000, 'EUR'), settledAt: null }
    expect(found.map(({ kind }) => kind).sort()).toEqual(['authorization', 'capture'])
    for (const one of found) expect(one).toMatchObject({ ...unknown, alarmedAt: expect.any(String) })
  })

  it('finds a second charge for an order that is paid', async () => {
    const { orderId } = await shop.paid('tok_visa')
    await shop.sandbox.post('/v1/payments', `second-${orderId}`, order(orderId))
    await compareTwice()
    expect(await differences(orderId)).toContainEqual(
      expect.objectContaining({ kind: 'capture', ours: money(10_000, 'EUR'), theirs: money(20_000, 'EUR') }),
    )
  })

  it('finds what we believe in and is missing there', async () => {
    const orderId = shop.newOrder()
    const payment = must(await shop.sandbox.wire.during('request lost', () => shop.pay(orderId, 'tok_visa')))
    const data = {
      ...{ id: 'sbx_pay_nobody', status: 'captured', amount: 10_000, currency: 'EUR', orderId },
      ...{ reference: payment.id, capturedAmount: 10_000, refundedAmount: 0, voidedAmount: 0 },
    }
    const told = { id: `evt_${orderId}`, type: 'payment.captured', data }
    expect(await shop.deliver(shop.sandbox.sign(told, shop.stage.clock.now()))).toMatchObject({ ok: true })
    shop.stage.clock.forward(minutes(2))
    await compareTwice()
    expect(await differences(orderId)).toContainEqual(
      expect.objectContaining({
        ...{ kind: 'capture', ours: money(10_000, 'EUR'), theirs: money(0, 'EUR') },
        alarmedAt: expect.any(String),
      }),
    )
  })

  it('puts right what asking about the payment tells, without an alarm', async () => {
    const { id, orderId } = await shop.paid('tok_visa')
    const [row] = (await shop.readBook()).filter(({ reference }) => reference === id)
    await shop.unheard(async () => {
      const body = { amount: 2_500, reference: 'by hand' }
      await shop.sandbox.post(`/v1/payments/${row?.paymentId}/refunds`, `office-${id}`, body)
      const types = () => shop.notificationsOf(id).map((one) => JSON.parse(one.body.toString()).type)
      await shop.eventually(async () => expect(types()).toContain('payment.refunded'))
      await compareTwice()
    })
    expect(await shop.show(id)).toMatchObject({ refunded: { amount: 2_500 } })
    expect(await differences(orderId)).toMatchObject([
      { kind: 'refund', alarmedAt: null, settledAt: expect.any(String) },
    ])
  })

  it('pages through a long book, and through what it found', async () => {
    const orders = Array.from({ length: 60 }, () => shop.newOrder())
    for (const orderId of orders) await shop.sandbox.post('/v1/payments', `stray-${orderId}`, order(orderId))
    await compareTwice()
    const seen = new Set<string>()
    for (let cursor: string | null = ''; cursor !== null; ) {
      const given: { cursor?: string } = cursor ? { cursor } : {}
      const page = must(await shop.stage.ask(listBookDifferences, { limit: 50, ...given }, { as: operator }))
      for (const one of page.items) seen.add(`${one.orderId} ${one.kind}`)
      cursor = page.nextCursor
    }
    for (const orderId of orders) expect(seen).toContain(`${orderId} capture`)
  })

  it('goes on when the book cannot be read for a while', async () => {
    const orderId = shop.newOrder()
    await shop.sandbox.post('/v1/payments', `stray-${orderId}`, order(orderId))
    await shop.sandbox.wire.during('request lost', () => shop.stage.settle())
    expect(await differences(orderId)).toEqual([])
    await shop.stage.settle()
    expect(await differences(orderId)).toHaveLength(2)
  })

  it('is shown to operators alone', async () => {
    expect(await shop.stage.ask(listBookDifferences, {}, { as: staff })).toMatchObject({
      refusal: { code: 'forbidden' },
    })
  })
})
