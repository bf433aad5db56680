import {
  listLedger,
  listPaymentMethods,
  paymentAuthorized,
  paymentCaptured,
  paymentFailed,
  showPayment,
  showSandboxLedger,
} from '@souk/contracts/payments'
import { minutes } from '@souk/kit/runtime'
import { guest, staff } from '@souk/kit/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { must, openPayments } from './fixtures/open-payments.ts'

let shop: Awaited<ReturnType<typeof openPayments>>
beforeAll(async () => {
  shop = await openPayments()
})
afterEach(() => shop.eventually(() => shop.expectBooksToAgree()))
afterAll(() => shop.close())

const announced = (event: { type: string }, orderId: string) =>
  shop.stage.announced(event).filter(({ subject }) => subject === orderId)

describe('the ways to pay', () => {
  it('are four', async () => {
    const { items } = must(
      await shop.stage.ask(listPaymentMethods, { amount: { amount: 1, currency: 'EUR' } }),
    )
    expect(items.map(({ id, kind }) => [id, kind])).toEqual([
      ['sandbox_card', 'card'],
      ['sandbox_card_challenge', 'card'],
      ['sandbox_wallet', 'wallet'],
      ['sandbox_bank_transfer', 'bank_transfer'],
    ])
  })

  it('are no others', async () => {
    const refused = await shop.pay(shop.newOrder(), 'tok_visa', { methodId: 'cowries' })
    expect(refused).toMatchObject({ refusal: { code: 'payment_method_unknown' } })
  })

  it.each(['sandbox_card_challenge', 'sandbox_wallet'])('lead away and back: %s', async (methodId) => {
    const orderId = shop.newOrder()
    const payment = must(await shop.pay(orderId, undefined, { methodId }))
    expect(payment).toMatchObject({ status: 'requires_action', captured: { amount: 0 } })
    await shop.sandbox.press(payment.redirectUrl ?? '', 'approve')
    await shop.eventually(async () =>
      expect(await shop.show(payment.id)).toMatchObject({ status: 'captured', redirectUrl: null }),
    )
  })

  it('take their time: a bank transfer', async () => {
    const orderId = shop.newOrder()
    const transfer = { methodId: 'sandbox_bank_transfer' }
    const payment = await shop.unheard(async () => must(await shop.pay(orderId, undefined, transfer)))
    expect(payment.status).toBe('processing')
    await shop.eventually(async () => {
      await shop.reconcile()
      expect(await shop.show(payment.id)).toMatchObject({ status: 'captured' })
    })
  })
})

describe('paying', () => {
  it('takes the money at once and tells it once, the notification and a second request notwithstanding', async () => {
    const orderId = shop.newOrder()
    const payment = must(await shop.pay(orderId, 'tok_visa'))
    expect(payment).toMatchObject({
      status: 'captured',
      orderId,
      authorized: { amount: 10_000, currency: 'EUR' },
      captured: { amount: 10_000 },
      refunded: { amount: 0 },
      failure: null,
      version: 2,
    })
    expect(must(await shop.pay(orderId, 'tok_visa'))).toEqual(payment)
    await shop.eventually(async () => expect(heardOf(payment.id)).toBeGreaterThan(0))
    await shop.stage.settle()
    expect(announced(paymentCaptured, orderId)).toHaveLength(1)
    expect(await shop.show(payment.id)).toMatchObject({ version: 2 })
  })

  it('charges once when ten ask at the same moment', async () => {
    const orderId = shop.newOrder()
    const results = await Promise.all(Array.from({ length: 10 }, () => shop.pay(orderId, 'tok_visa')))
    expect(results.every(({ ok }) => ok)).toBe(true)
    const mine = (await shop.readBook()).filter((row) => row.orderId === orderId)
    expect(mine.map(({ kind }) => kind)).toEqual(['authorization', 'capture'])
    await shop.stage.settle()
    expect(announced(paymentCaptured, orderId)).toHaveLength(1)
  })

  it('holds the money where the token has it so', async () => {
    const payment = await shop.paid('tok_authorize')
    expect(payment).toMatchObject({
      status: 'authorized',
      authorized: { amount: 10_000 },
      captured: { amount: 0 },
    })
    await shop.stage.settle()
    expect(announced(paymentAuthorized, payment.orderId)).toHaveLength(1)
  })

  it('is declined, and stays declined', async () => {
    const orderId = shop.newOrder()
    const declined = { ok: false, refusal: { code: 'payment_declined' } }
    expect(await shop.pay(orderId, 'tok_declined')).toMatchObject(declined)
    expect(await shop.pay(orderId, 'tok_visa')).toMatchObject(declined)
    await shop.stage.settle()
    expect(announced(paymentFailed, orderId)).toHaveLength(1)
  })

  it('waits for a slow provider', async () => {
    expect(await shop.paid('tok_slow')).toMatchObject({ status: 'captured' })
  })

  it('fails when the shopper fails the challenge', async () => {
    const payment = await shop.paid('tok_3ds')
    await shop.sandbox.press(payment.redirectUrl ?? '', 'fail')
    await shop.eventually(async () => expect(await shop.show(payment.id)).toMatchObject({ status: 'failed' }))
    await shop.stage.settle()
    expect(announced(paymentFailed, payment.orderId)).toHaveLength(1)
  })

  it.each([
    ['a card’s number', 'token', '4242 4242 4242 4242', 10_000],
    ['nothing', 'amount.amount', 'tok_visa', 0],
    ['less than nothing', 'amount.amount', 'tok_visa', -5],
  ])('does not take %s', async (_what, path, token, amount) => {
    const orderId = shop.newOrder()
    const refused = await shop.pay(orderId, token, { amount })
    expect(refused).toMatchObject({ refusal: { code: 'invalid_request', errors: [{ path }] } })
    expect(JSON.stringify(refused)).not.toContain('4242')
    expect(must(await shop.pay(orderId, 'tok_visa'))).toMatchObject({ status: 'captured' })
  })
})

describe('an outcome nobody knows', () => {
  it('is found out by reconciliation, and charged once', async () => {
    const payment = await shop.unheard(() => shop.paid('tok_timeout_after_charge'))
    expect(payment).toMatchObject({ status: 'unknown', captured: { amount: 0 } })
    await shop.stage.settle()
    expect(await shop.show(payment.id)).toMatchObject({ status: 'unknown' })
    await shop.reconcile()
    expect(await shop.show(payment.id)).toMatchObject({ status: 'captured' })
    expect(announced(paymentCaptured, payment.orderId)).toHaveLength(1)
  })

  it('is asked for when somebody wants to know', async () => {
    const payment = await shop.unheard(() => shop.paid('tok_timeout_after_charge'))
    expect(must(await shop.pay(payment.orderId, 'tok_timeout_after_charge'))).toMatchObject({
      id: payment.id,
      status: 'captured',
    })
  })

  it('is told by a notification when reconciliation would be later', async () => {
    const payment = await shop.unheard(() => shop.paid('tok_webhook_only'))
    expect(payment.status).toBe('processing')
    await shop.eventually(async () => expect(heardOf(payment.id)).toBe(1))
    await Promise.all(shop.notificationsOf(payment.id).map((one) => shop.deliver(one)))
    expect(await shop.show(payment.id)).toMatchObject({ status: 'captured' })
  })

  it('is found out though every notification is lost', async () => {
    await shop.unheard(async () => {
      const payment = await shop.paid('tok_webhook_only')
      const { redirectUrl, id } = await shop.paid('tok_3ds')
      await shop.sandbox.press(redirectUrl ?? '', 'approve')
      await shop.eventually(async () => {
        await shop.reconcile()
        expect(await shop.show(payment.id)).toMatchObject({ status: 'captured' })
        expect(await shop.show(id)).toMatchObject({ status: 'captured' })
      })
    })
  })

  it('is no outcome yet when the request was lost: asked again, it is paid once', async () => {
    const orderId = shop.newOrder()
    const { wire } = shop.sandbox
    const lost = must(await wire.during('request lost', () => shop.pay(orderId, 'tok_visa')))
    expect(lost.status).toBe('unknown')
    expect(must(await shop.pay(orderId, 'tok_visa'))).toMatchObject({ id: lost.id, status: 'captured' })
  })

  it('survives a commit whose answer was lost', async () => {
    const orderId = shop.newOrder()
    const { wire } = shop.sandbox
    await shop.unheard(async () => {
      const lost = must(await wire.during('answer lost', () => shop.pay(orderId, 'tok_visa')))
      expect(lost.status).toBe('unknown')
      await shop.reconcile()
      expect(await shop.show(lost.id)).toMatchObject({ status: 'captured' })
    })
  })

  it('fails in the end when the provider never heard of it', async () => {
    const orderId = shop.newOrder()
    const lost = must(await shop.sandbox.wire.during('request lost', () => shop.pay(orderId, 'tok_visa')))
    await shop.reconcile()
    expect(await shop.show(lost.id)).toMatchObject({ status: 'unknown' })
    shop.stage.clock.forward(minutes(1))
    await shop.reconcile()
    expect(await shop.show(lost.id)).toMatchObject({
      status: 'failed',
      failure: 'never_reached_the_provider',
    })
    expect(await shop.pay(orderId, 'tok_visa')).toMatchObject({ refusal: { code: 'payment_declined' } })
    expect(announced(paymentFailed, orderId)).toHaveLength(1)
  })
})

describe('the books', () => {
  it('are open to staff and operators alone', async () => {
    const { id } = await shop.paid('tok_visa')
    expect(await shop.stage.ask(showPayment, { id }, { as: guest })).toMatchObject({
      refusal: { code: 'unauthenticated' },
    })
    expect(await shop.stage.ask(listLedger, {}, { as: guest })).toMatchObject({
      refusal: { code: 'unauthenticated' },
    })
    expect(await shop.stage.ask(showSandboxLedger, {}, { as: staff })).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    const nobody = { id: 'pay_01h455vb4pex5vsknk084sn001' }
    expect(await shop.stage.ask(showPayment, nobody, { as: staff })).toMatchObject({
      refusal: { code: 'not_found' },
    })
  })

  it('show each state a movement came to', async () => {
    const payment = await shop.paid('tok_visa')
    const { transactions } = await shop.show(payment.id)
    expect(transactions.map(({ kind, state, key }) => [kind, state, key])).toEqual([
      ['authorization', 'asked', `${payment.orderId}-1`],
      ['authorization', 'succeeded', `${payment.orderId}-1`],
      ['capture', 'succeeded', `${payment.orderId}-1`],
    ])
  })

  it('list every line once, newest first', async () => {
    const all: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const given: { cursor?: string } = cursor ? { cursor } : {}
      const page = must(await shop.stage.ask(listLedger, { limit: 3, ...given }, { as: staff }))
      all.push(...page.items.map(({ entryId, line }) => `${entryId} ${line}`))
      cursor = page.nextCursor
    }
    expect(all.length).toBeGreaterThan(8)
    expect(new Set(all).size).toBe(all.length)
  })
})

const heardOf = (paymentId: string) => shop.notificationsOf(paymentId).length
