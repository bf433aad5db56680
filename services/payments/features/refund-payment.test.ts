import { paymentCaptured, paymentRefunded, refundFailed } from '@souk/contracts/payments'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { must, openPayments } from '../fixtures/open-payments.ts'

let shop: Awaited<ReturnType<typeof openPayments>>
beforeAll(async () => {
  shop = await openPayments()
})
afterEach(() => shop.eventually(() => shop.expectBooksToAgree()))
afterAll(() => shop.close())

const announced = (event: { type: string }, orderId: string) =>
  shop.stage.announced(event).filter(({ subject }) => subject === orderId)
const refused = (code: string) => ({ ok: false, refusal: { code } })

describe('capturing', () => {
  it('takes parts of what is held, each request once, and never more than is held', async () => {
    const { orderId } = await shop.paid('tok_authorize')
    expect(must(await shop.capture(orderId, 'first', 4_000))).toMatchObject({
      status: 'authorized',
      captured: { amount: 4_000 },
    })
    expect(must(await shop.capture(orderId, 'first', 4_000))).toMatchObject({ captured: { amount: 4_000 } })
    expect(await shop.capture(orderId, 'second', 6_001)).toMatchObject(refused('capture_exceeds_authorized'))
    expect(must(await shop.capture(orderId, 'rest'))).toMatchObject({
      status: 'captured',
      captured: { amount: 10_000 },
    })
    await shop.stage.settle()
    expect(announced(paymentCaptured, orderId)).toHaveLength(2)
  })

  it('has nothing left to do where the money was taken at once', async () => {
    const payment = await shop.paid('tok_visa')
    expect(must(await shop.capture(payment.orderId, 'all'))).toEqual(payment)
    expect(await shop.capture(payment.orderId, 'more', 1)).toMatchObject(
      refused('capture_exceeds_authorized'),
    )
  })

  it('takes what is held once when five want all of it', async () => {
    const { orderId, id } = await shop.paid('tok_authorize')
    const results = await Promise.all(
      [1, 2, 3, 4, 5].map((turn) => shop.capture(orderId, `all ${turn}`, 10_000)),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await shop.show(id)).toMatchObject({ captured: { amount: 10_000 } })
  })

  it('is found out when its answer was lost', async () => {
    const { orderId, id } = await shop.paid('tok_authorize')
    const lose = () => shop.sandbox.wire.during('answer lost', () => shop.capture(orderId, 'all'))
    await shop.unheard(async () => expect(must(await lose())).toMatchObject({ captured: { amount: 0 } }))
    expect(await shop.capture(orderId, 'again', 1)).toMatchObject(refused('capture_exceeds_authorized'))
    await shop.reconcile()
    expect(await shop.show(id)).toMatchObject({ status: 'captured', captured: { amount: 10_000 } })
    expect(announced(paymentCaptured, orderId)).toHaveLength(1)
  })

  it('needs something held, in its own currency', async () => {
    const pending = await shop.paid('tok_3ds')
    expect(await shop.capture(pending.orderId, 'early')).toMatchObject(refused('payment_unavailable'))
    expect(await shop.capture(shop.newOrder(), 'nothing')).toMatchObject(refused('not_found'))
    const { orderId } = await shop.paid('tok_authorize')
    expect(await shop.capture(orderId, 'zero', 0)).toMatchObject(refused('invalid_request'))
  })
})

describe('refunding', () => {
  it('gives parts back, each request once, and never more than was taken', async () => {
    const { orderId } = await shop.paid('tok_visa')
    const first = must(await shop.refund(orderId, 3_000, 'return 1'))
    expect(first).toMatchObject({
      refund: { status: 'succeeded', amount: { amount: 3_000 }, reason: 'damaged', orderId },
      payment: { status: 'captured', refunded: { amount: 3_000 } },
    })
    expect(must(await shop.refund(orderId, 3_000, 'return 1')).refund).toEqual(first.refund)
    expect(await shop.refund(orderId, 7_001, 'return 2')).toMatchObject(refused('refund_exceeds_captured'))
    expect(must(await shop.refund(orderId, 7_000, 'return 3')).payment.refunded.amount).toBe(10_000)
    await shop.stage.settle()
    const told = announced(paymentRefunded, orderId)
    expect(told.map(({ data }) => (data.refund as { amount: object }).amount)).toEqual([
      { amount: 3_000, currency: 'EUR' },
      { amount: 7_000, currency: 'EUR' },
    ])
  })

  it('gives the same money back once when ten ask at the same moment', async () => {
    const { orderId, id } = await shop.paid('tok_visa')
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, turn) => shop.refund(orderId, 4_000, `refund ${turn}`)),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(2)
    expect(await shop.show(id)).toMatchObject({ refunded: { amount: 8_000 } })
  })

  it('is one refund when one request comes ten times at once', async () => {
    const { orderId, id } = await shop.paid('tok_visa')
    const results = await Promise.all(
      Array.from({ length: 10 }, () => shop.refund(orderId, 1_000, 'the same')),
    )
    expect(new Set(results.map((one) => must(one).refund.id)).size).toBe(1)
    expect(await shop.show(id)).toMatchObject({ refunded: { amount: 1_000 } })
  })

  it.each([
    ['nothing', 0, 'EUR'],
    ['less than nothing', -100, 'EUR'],
    ['another currency', 100, 'USD'],
  ])('does not give back %s', async (_what, amount, currency) => {
    const { orderId, id } = await shop.paid('tok_visa')
    expect(await shop.refund(orderId, amount, 'odd', currency)).toMatchObject(refused('invalid_request'))
    expect(await shop.show(id)).toMatchObject({ refunded: { amount: 0 } })
  })

  it('gives nothing back of what was only held, or never paid', async () => {
    const held = await shop.paid('tok_authorize')
    expect(await shop.refund(held.orderId, 1, 'r')).toMatchObject(refused('refund_exceeds_captured'))
    expect(await shop.refund(shop.newOrder(), 1, 'r')).toMatchObject(refused('not_found'))
  })

  it.each(['answer lost', 'request lost'] as const)(
    'stays reserved while its outcome is not known (%s), and is found out',
    async (fault) => {
      const { orderId, id } = await shop.paid('tok_visa')
      const { refund } = await shop.unheard(async () =>
        must(await shop.sandbox.wire.during(fault, () => shop.refund(orderId, 6_000, 'lost'))),
      )
      expect(refund.status).toBe('pending')
      expect(await shop.refund(orderId, 4_001, 'other')).toMatchObject(refused('refund_exceeds_captured'))
      await shop.reconcile()
      expect(await shop.show(id)).toMatchObject({ refunded: { amount: 6_000 } })
      expect(must(await shop.refund(orderId, 6_000, 'lost')).refund).toEqual({
        ...refund,
        status: 'succeeded',
      })
      expect(announced(paymentRefunded, orderId)).toHaveLength(1)
    },
  )

  it('takes over what the provider’s back office gave back', async () => {
    const { orderId, id } = await shop.paid('tok_visa')
    await backOffice(id, 2_500)
    await shop.eventually(async () =>
      expect(await shop.show(id)).toMatchObject({ refunded: { amount: 2_500 } }),
    )
    expect(await shop.refund(orderId, 7_501, 'too much')).toMatchObject(refused('refund_exceeds_captured'))
    await shop.stage.settle()
    expect(announced(paymentRefunded, orderId)).toHaveLength(1)
  })

  it('is refused where the back office was faster and nobody told us, and the books agree again', async () => {
    const { orderId, id } = await shop.paid('tok_visa')
    await shop.unheard(async () => {
      await backOffice(id, 9_000)
      expect(await shop.refund(orderId, 5_000, 'late')).toMatchObject(refused('refund_exceeds_captured'))
      expect(await shop.refund(orderId, 5_000, 'late')).toMatchObject(refused('refund_exceeds_captured'))
    })
    expect(await shop.show(id)).toMatchObject({ refunded: { amount: 9_000 } })
    await shop.stage.settle()
    expect(announced(refundFailed, orderId)).toHaveLength(1)
  })
})

/** Refunds at the provider, past us. */
async function backOffice(id: string, amount: number) {
  const { transactions } = await shop.show(id)
  const providerId = transactions.find(({ state }) => state === 'succeeded')?.providerId
  await shop.sandbox.post(`/v1/payments/${providerId}/refunds`, `office-${id}`, {
    amount,
    reference: 'by hand',
  })
}
