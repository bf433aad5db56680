import { money } from '@souk/contracts/money'
import { authorizePayment, cancelPayment, paymentRefunded, paymentVoided } from '@souk/contracts/payments'
import { minutes } from '@souk/kit/runtime'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { must, openPayments } from '../fixtures/open-payments.ts'

let shop: Awaited<ReturnType<typeof openPayments>>
beforeAll(async () => {
  shop = await openPayments()
})
afterEach(() => shop.eventually(() => shop.expectBooksToAgree()))
afterAll(() => shop.close())

const cancelled = async (orderId: string) => must(await shop.cancel(orderId))
const announced = (event: { type: string }, orderId: string) =>
  shop.stage.announced(event).filter(({ subject }) => subject === orderId)

describe('cancelling a payment', () => {
  it('that was never asked for leaves a stone on which a late request stumbles', async () => {
    const orderId = shop.newOrder()
    expect(await cancelled(orderId)).toEqual({ payment: null, isSettled: true })
    expect(await cancelled(orderId)).toEqual({ payment: null, isSettled: true })
    expect(await shop.pay(orderId, 'tok_visa')).toMatchObject({
      refusal: { code: 'payment_declined', detail: expect.stringContaining('cancelled') },
    })
    expect((await shop.readBook()).filter((row) => row.orderId === orderId)).toEqual([])
    expect(await shop.refund(orderId, 1, 'r')).toMatchObject({ refusal: { code: 'not_found' } })
  })

  it('lets go of what is held', async () => {
    const { orderId } = await shop.paid('tok_authorize')
    expect(await cancelled(orderId)).toMatchObject({
      isSettled: true,
      payment: { status: 'voided', authorized: { amount: 10_000 }, voided: { amount: 10_000 } },
    })
    await shop.stage.settle()
    expect(announced(paymentVoided, orderId)).toHaveLength(1)
  })

  it('gives back what was taken, once, however often it is asked', async () => {
    const { orderId } = await shop.paid('tok_visa')
    const results = await Promise.all([1, 2, 3, 4, 5].map(() => cancelled(orderId)))
    const last = await cancelled(orderId)
    expect(results.some(({ isSettled }) => isSettled)).toBe(true)
    expect(last).toMatchObject({
      isSettled: true,
      payment: { status: 'captured', refunded: { amount: 10_000 } },
    })
    await shop.stage.settle()
    const told = announced(paymentRefunded, orderId)
    expect(told.map(({ data }) => data.refund)).toMatchObject([
      { status: 'succeeded', reason: 'out of stock' },
    ])
  })

  it('gives back what was taken in parts and lets go of the rest', async () => {
    const { orderId } = await shop.paid('tok_authorize')
    await shop.capture(orderId, 'part', 4_000)
    await shop.refund(orderId, 1_000, 'part')
    expect(await cancelled(orderId)).toMatchObject({
      isSettled: true,
      payment: { captured: { amount: 4_000 }, voided: { amount: 6_000 }, refunded: { amount: 4_000 } },
    })
  })

  it('calls off what waits for the shopper, who cannot pay any more', async () => {
    const { orderId, redirectUrl } = await shop.paid('tok_3ds')
    expect(await cancelled(orderId)).toMatchObject({ isSettled: true, payment: { status: 'voided' } })
    await shop.sandbox.press(redirectUrl ?? '', 'approve')
    expect(await cancelled(orderId)).toMatchObject({ isSettled: true, payment: { captured: { amount: 0 } } })
  })

  it('gives back what the shopper paid at the last moment, unheard', async () => {
    const { orderId, redirectUrl } = await shop.paid('tok_3ds')
    await shop.unheard(async () => {
      await shop.sandbox.press(redirectUrl ?? '', 'approve')
      expect(await cancelled(orderId)).toMatchObject({
        isSettled: true,
        payment: { captured: { amount: 10_000 }, refunded: { amount: 10_000 } },
      })
    })
  })

  it('calls off what is processing', async () => {
    const { orderId } = await shop.unheard(() => shop.paid('tok_webhook_only'))
    expect(await cancelled(orderId)).toMatchObject({ isSettled: true })
  })

  it('has nothing to do when it was declined', async () => {
    const orderId = shop.newOrder()
    await shop.pay(orderId, 'tok_declined')
    expect(await cancelled(orderId)).toMatchObject({ isSettled: true, payment: { status: 'failed' } })
  })

  it('settles what is not known as soon as it is known', async () => {
    const { orderId, id } = await shop.unheard(() => shop.paid('tok_timeout_after_charge'))
    const { wire } = shop.sandbox
    const during = await wire.during('request lost', () => cancelled(orderId))
    expect(during).toMatchObject({ isSettled: false, payment: { status: 'unknown' } })
    await shop.reconcile()
    expect(await shop.show(id)).toMatchObject({ status: 'captured', refunded: { amount: 10_000 } })
    expect(await cancelled(orderId)).toMatchObject({ isSettled: true })
  })

  it.each(['tok_slow', 'tok_visa'])(
    'keeps nothing of what is charged while it is being cancelled: %s',
    async (token) => {
      const orderId = shop.newOrder()
      const [paid] = await Promise.all([
        shop.pay(orderId, token),
        shop.eventually(async () =>
          expect((await shop.stage.ask(cancelPayment, { orderId, reason: 'x' })).ok).toBe(true),
        ),
      ])
      if (paid.ok) expect(paid.body.status).toBe('captured')
      else expect(paid.refusal.code).toBe('payment_declined')
      await shop.eventually(async () => expect(await cancelled(orderId)).toMatchObject({ isSettled: true }))
      const { payment } = await cancelled(orderId)
      expect(payment?.refunded).toEqual(payment?.captured)
    },
  )

  it('gives back at once what came in after it was cancelled', async () => {
    const orderId = shop.newOrder()
    const { wire } = shop.sandbox
    await shop.unheard(async () => {
      const paying = shop.pay(orderId, 'tok_slow')
      await shop.eventually(async () =>
        expect(await shop.readBook()).toContainEqual(expect.objectContaining({ orderId })),
      )
      await wire.during('request lost', () => cancelled(orderId))
      expect(await paying).toMatchObject({ refusal: { code: 'payment_declined' } })
      expect(await cancelled(orderId)).toMatchObject({
        isSettled: true,
        payment: { captured: { amount: 10_000 }, refunded: { amount: 10_000 } },
      })
    })
  })

  it('goes on where a lost answer left it', async () => {
    const { orderId, id } = await shop.paid('tok_visa')
    const { wire } = shop.sandbox
    await shop.unheard(async () => {
      const lost = await wire.during('answer lost', () => cancelled(orderId))
      expect(lost).toMatchObject({ isSettled: false, payment: { refunded: { amount: 0 } } })
      await shop.reconcile()
      expect(await shop.show(id)).toMatchObject({ refunded: { amount: 10_000 } })
    })
  })

  it('takes no more of a payment that is being given back', async () => {
    const { orderId } = await shop.paid('tok_authorize')
    await cancelled(orderId)
    expect(await shop.capture(orderId, 'late', 1)).toMatchObject({ refusal: { code: 'payment_unavailable' } })
    expect(await shop.pay(orderId, 'tok_visa')).toMatchObject({ refusal: { code: 'payment_declined' } })
  })

  it('gives back what turns up after it was given up', async () => {
    const orderId = shop.newOrder()
    const lost = must(await shop.sandbox.wire.during('request lost', () => shop.pay(orderId, 'tok_visa')))
    shop.stage.clock.forward(minutes(1))
    await shop.reconcile()
    expect(await shop.show(lost.id)).toMatchObject({ status: 'failed' })
    // The request was only late: the provider gets it after all.
    const { provider } = shop.sandbox
    const key = `${orderId}-1`
    const { id: reference, methodId, amount } = lost
    await provider.authorize({ key, reference, orderId, methodId, amount, token: 'tok_visa' })
    await shop.eventually(async () => expect(await shop.show(lost.id)).toMatchObject({ status: 'captured' }))
    await shop.reconcile()
    expect(await shop.show(lost.id)).toMatchObject({ refunded: { amount: 10_000 } })
  })
})

describe('a payment of another amount than ours', () => {
  it('is held, told to nobody as paid, and given back whole when cancelled', async () => {
    const orderId = shop.newOrder()
    const mine = { key: `${orderId}-1`, orderId, methodId: 'sandbox_card', token: 'tok_visa' }
    await shop.sandbox.provider.authorize({ ...mine, reference: 'somebody', amount: money(9_999, 'EUR') })
    const wish = { orderId, methodId: 'sandbox_card', amount: money(10_000, 'EUR'), token: 'tok_visa' }
    const held = must(await shop.stage.ask(authorizePayment, wish))
    await shop.reconcile()
    expect(await shop.show(held.id)).toMatchObject({ status: 'unknown', failure: 'amount_mismatch' })
    expect(shop.stage.announced().filter(({ subject }) => subject === orderId)).toEqual([])
    expect(await shop.capture(orderId, 'c')).toMatchObject({ refusal: { code: 'payment_unavailable' } })
    expect(await cancelled(orderId)).toMatchObject({
      isSettled: true,
      payment: { refunded: { amount: 9_999 } },
    })
    await shop.pay(orderId, 'tok_visa')
    shop.remember(held.id)
  })
})
