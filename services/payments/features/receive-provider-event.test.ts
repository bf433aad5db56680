import { paymentCaptured } from '@souk/contracts/payments'
import { minutes } from '@souk/kit/runtime'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { must, openPayments } from '../fixtures/open-payments.ts'
import type { Delivery } from '../providers/fixtures/sandbox.ts'

let shop: Awaited<ReturnType<typeof openPayments>>
beforeAll(async () => {
  shop = await openPayments()
})
afterEach(() => shop.eventually(() => shop.expectBooksToAgree()))
afterAll(() => shop.close())

const accepted = { ok: true, status: 204 }
const refused = (code: string) => ({ ok: false, refusal: { code } })

/** The notification of a payment, kept from us so far. */
async function kept(token: string) {
  const payment = await shop.unheard(() => shop.paid(token))
  return { payment, delivery: await notificationOf(payment.id) }
}

const notificationOf = async (id: string, type = 'payment.captured') => {
  let found: Delivery | undefined
  await shop.eventually(async () => {
    found = shop.told.find(({ body }) => {
      const { type: told, data } = JSON.parse(body.toString())
      return told === type && data.reference === id
    })
    expect(found).toBeDefined()
  })
  return found as Delivery
}

describe('a provider’s notification', () => {
  it('is taken once, though it comes five times at the same moment', async () => {
    const { payment, delivery } = await kept('tok_timeout_after_charge')
    const replies = await Promise.all(Array.from({ length: 5 }, () => shop.deliver(delivery)))
    expect(replies).toEqual(Array(5).fill(expect.objectContaining(accepted)))
    expect(await shop.show(payment.id)).toMatchObject({ status: 'captured', version: 2 })
    await shop.stage.settle()
    expect(
      shop.stage.announced(paymentCaptured).filter(({ subject }) => subject === payment.orderId),
    ).toHaveLength(1)
  })

  it('racing the answer it tells of makes one transition', async () => {
    const payments = await Promise.all(Array.from({ length: 20 }, () => shop.paid('tok_visa')))
    for (const { id } of payments) await notificationOf(id)
    await shop.stage.settle()
    for (const { id, orderId } of payments) {
      expect(await shop.show(id)).toMatchObject({ version: 2 })
      expect(shop.stage.announced(paymentCaptured).filter(({ subject }) => subject === orderId)).toHaveLength(
        1,
      )
    }
  })

  it('that is forged changes nothing', async () => {
    const { payment, delivery } = await kept('tok_timeout_after_charge')
    const body = Buffer.from(delivery.body.toString().replaceAll('10000', '20000'))
    expect(await shop.deliver({ ...delivery, body })).toMatchObject(refused('invalid_signature'))
    const signature = `v1,${Buffer.alloc(32).toString('base64')}`
    const resigned = { ...delivery, headers: { ...delivery.headers, 'webhook-signature': signature } }
    expect(await shop.deliver(resigned)).toMatchObject(refused('invalid_signature'))
    expect(await shop.deliver({ ...delivery, headers: {} })).toMatchObject(refused('invalid_signature'))
    expect(await shop.show(payment.id)).toMatchObject({ status: 'unknown', version: 1 })
    expect(await shop.deliver(delivery)).toMatchObject(accepted)
  })

  it('comes to a provider there is, and is no larger than any is', async () => {
    const { delivery } = await kept('tok_visa')
    expect(await shop.deliver(delivery, 'nobody')).toMatchObject(refused('not_found'))
    const body = Buffer.alloc(65_537, ' ')
    expect(await shop.deliver({ ...delivery, body })).toMatchObject(refused('body_too_large'))
  })

  it('may come before anybody asked for the payment', async () => {
    const orderId = shop.newOrder()
    const id = 'pay_01h455vb4pex5vsknk084sn0zz'
    const order = {
      orderId,
      reference: id,
      amount: 10_000,
      currency: 'EUR',
      method: 'card',
      token: 'tok_visa',
    }
    await shop.sandbox.post('/v1/payments', `${orderId}-1`, { ...order, capture: true })
    expect(await shop.deliver(await notificationOf(id))).toMatchObject(accepted)
    const payment = must(await shop.pay(orderId, 'tok_visa'))
    await shop.reconcile()
    expect(await shop.show(payment.id)).toMatchObject({ status: 'captured' })
  })

  it('may come in any order: the refund before the capture', async () => {
    const { payment, delivery } = await kept('tok_timeout_after_charge')
    await shop.unheard(async () => {
      const [row] = (await shop.readBook()).filter(({ reference }) => reference === payment.id)
      await shop.sandbox.post(`/v1/payments/${row?.paymentId}/refunds`, 'office', {
        amount: 4_000,
        reference: 'x',
      })
      await shop.deliver(await notificationOf(payment.id, 'payment.refunded'))
    })
    const both = { captured: { amount: 10_000 }, refunded: { amount: 4_000 } }
    expect(await shop.show(payment.id)).toMatchObject(both)
    expect(await shop.deliver(delivery)).toMatchObject(accepted)
    expect(await shop.show(payment.id)).toMatchObject(both)
  })

  it('is too old after five minutes', async () => {
    const { payment, delivery } = await kept('tok_timeout_after_charge')
    shop.stage.clock.forward(minutes(6))
    expect(await shop.deliver(delivery)).toMatchObject(refused('invalid_signature'))
    await shop.reconcile()
    expect(await shop.show(payment.id)).toMatchObject({ status: 'captured' })
  })
})
