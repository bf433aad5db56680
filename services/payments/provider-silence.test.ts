import { paymentCaptured, paymentFailed, paymentRefunded } from '@souk/contracts/payments'
import { minutes } from '@souk/kit/runtime'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { must, openPayments } from './fixtures/open-payments.ts'

let shop: Awaited<ReturnType<typeof openPayments>>
beforeAll(async () => {
  shop = await openPayments()
})
beforeEach(() => shop.sandbox.misbehave({ slowMs: 100, holdMs: 50 }))
afterEach(async () => {
  expect(await shop.sandbox.behave()).toBe(0)
  await shop.eventually(() => shop.expectBooksToAgree())
})
afterAll(() => shop.close())

const taken = ['authorization succeeded 10000', 'capture succeeded 10000']

describe('P01 a timeout before the effect', () => {
  it('leaves the payment unknown, not failed, and asking again takes the money once', async () => {
    const orderId = shop.newOrder()
    await shop.sandbox.script('authorize timeout_before_effect')
    const payment = must(await shop.pay(orderId, 'tok_visa'))
    expect(payment).toMatchObject({ status: 'unknown', failure: null })
    expect(await shop.bookOf(orderId)).toEqual([])
    await shop.reconcile()
    expect(await shop.show(payment.id)).toMatchObject({ status: 'unknown' })
    expect(must(await shop.pay(orderId, 'tok_visa'))).toMatchObject({ id: payment.id, status: 'captured' })
    expect(await shop.bookOf(orderId)).toEqual(taken)
    expect(shop.announcedOf(paymentFailed, orderId)).toEqual([])
  })
})

describe('P02 a timeout after a hidden success', () => {
  it('is resolved by looking the same key up, with one charge', async () => {
    const orderId = shop.newOrder()
    await shop.sandbox.script('authorize timeout_after_effect')
    await shop.unheard(async () => {
      const payment = must(await shop.pay(orderId, 'tok_visa'))
      expect(payment.status).toBe('unknown')
      await shop.reconcile()
      expect(await shop.show(payment.id)).toMatchObject({ status: 'captured' })
    })
    expect(must(await shop.pay(orderId, 'tok_visa')).status).toBe('captured')
    expect(await shop.bookOf(orderId)).toEqual(taken)
    expect(shop.announcedOf(paymentCaptured, orderId)).toHaveLength(1)
  })

  it('is resolved when the shopper asks again before reconciliation came round', async () => {
    const orderId = shop.newOrder()
    await shop.sandbox.script('authorize timeout_after_effect')
    await shop.unheard(async () => {
      await shop.pay(orderId, 'tok_visa')
      expect(must(await shop.pay(orderId, 'tok_visa')).status).toBe('captured')
    })
    expect(await shop.bookOf(orderId)).toEqual(taken)
  })
})

describe('P03 an outcome unknown for more than ten minutes', () => {
  /** Charged, unanswered, and nobody can look it up for eleven minutes. */
  async function unknownForLong() {
    const orderId = shop.newOrder()
    await shop.sandbox.script('authorize timeout_after_effect')
    const { id } = await shop.unheard(async () => must(await shop.pay(orderId, 'tok_visa')))
    await shop.eventually(async () => expect(shop.notificationsOf(id)).toHaveLength(1))
    await shop.sandbox.misbehave({ rates: { error_500: 1 } })
    for (let minute = 0; minute < 11; minute++) {
      shop.stage.clock.forward(minutes(1))
      await shop.reconcile()
    }
    expect(await shop.show(id)).toMatchObject({ status: 'unknown' })
    const [delivery] = shop.notificationsOf(id)
    const body = JSON.parse(delivery?.body.toString() ?? '')
    return { orderId, id, tellNow: () => shop.deliver(shop.sandbox.sign(body, shop.stage.clock.now())) }
  }

  it('ends as paid when the provider tells of the success', async () => {
    const { orderId, id, tellNow } = await unknownForLong()
    expect(await tellNow()).toMatchObject({ ok: true })
    expect(await shop.show(id)).toMatchObject({ status: 'captured', refunded: { amount: 0 } })
    expect(await shop.bookOf(orderId)).toEqual(taken)
  })

  it('ends as given back when it was cancelled meanwhile: paid, but not to be confirmed', async () => {
    const { orderId, id, tellNow } = await unknownForLong()
    expect(must(await shop.cancel(orderId))).toMatchObject({ isSettled: false })
    await tellNow()
    await shop.sandbox.behave()
    await shop.reconcile()
    const given = { captured: { amount: 10_000 }, refunded: { amount: 10_000 } }
    expect(await shop.show(id)).toMatchObject({ ...given, cancelReason: 'out of stock' })
    expect(must(await shop.cancel(orderId))).toMatchObject({ isSettled: true })
    expect(shop.announcedOf(paymentRefunded, orderId)).toHaveLength(1)
    expect(await shop.pay(orderId, 'tok_visa')).toMatchObject({ refusal: { code: 'payment_declined' } })
  })
})

describe('P08 a provider that fails now and then', () => {
  it('is asked once more after a 500, and the shopper never notices', async () => {
    await shop.sandbox.script('authorize error_500')
    expect(await shop.paid('tok_visa')).toMatchObject({ status: 'captured' })
  })

  it('that limits a burst leaves payments unknown, and all are found out and taken once', async () => {
    await shop.sandbox.script(...Array(4).fill('authorize rate_limited'))
    const orders = Array.from({ length: 8 }, () => shop.newOrder())
    for (const orderId of orders) must(await shop.pay(orderId, 'tok_visa'))
    // The breaker holds for as long as the provider asked, which is a second.
    await shop.eventually(async () => {
      for (const orderId of orders) expect(must(await shop.pay(orderId, 'tok_visa')).status).toBe('captured')
    })
    for (const orderId of orders) expect(await shop.bookOf(orderId)).toEqual(taken)
  })

  it('that declines some declines those alone, for good', async () => {
    await shop.sandbox.script('authorize decline', 'authorize none', 'authorize decline')
    const declined = { refusal: { code: 'payment_declined' } }
    const orders = Array.from({ length: 3 }, () => shop.newOrder())
    const first = []
    for (const orderId of orders) first.push(await shop.pay(orderId, 'tok_visa'))
    expect(first).toMatchObject([declined, { ok: true }, declined])
    for (const orderId of orders) await shop.pay(orderId, 'tok_visa')
    expect(await Promise.all(orders.map(shop.bookOf))).toEqual([
      ['authorization failed 10000'],
      taken,
      ['authorization failed 10000'],
    ])
  })
})

describe('P09 a capture that succeeded and was never stored', () => {
  it('is found within a minute, and taken once', async () => {
    const { id, orderId } = await shop.paid('tok_authorize')
    await shop.sandbox.script('capture timeout_after_effect')
    await shop.unheard(async () => {
      expect(must(await shop.capture(orderId, 'all')).captured.amount).toBe(0)
      expect(await shop.bookOf(orderId)).toContain('capture succeeded 10000')
      await shop.reconcile()
    })
    expect(await shop.show(id)).toMatchObject({ status: 'captured', captured: { amount: 10_000 } })
    expect(shop.announcedOf(paymentCaptured, orderId)).toHaveLength(1)
  })
})
