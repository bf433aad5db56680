import { paymentCaptured, receiveProviderEvent } from '@souk/contracts/payments'
import { minutes } from '@souk/kit/runtime'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { must, openPayments } from './fixtures/open-payments.ts'

let shop: Awaited<ReturnType<typeof openPayments>>
beforeAll(async () => {
  shop = await openPayments()
})
beforeEach(() => shop.sandbox.misbehave({ slowMs: 100, holdMs: 150 }))
afterEach(async () => {
  expect(await shop.sandbox.behave()).toBe(0)
  await shop.eventually(() => shop.expectBooksToAgree())
})
afterAll(() => shop.close())

const refused = { ok: false, refusal: { code: 'invalid_signature' } }
const heard = (id: string, times: number) =>
  shop.eventually(async () => expect(shop.notificationsOf(id)).toHaveLength(times))

describe('P04 five notifications at once, racing the answer', () => {
  it.each([1, 2, 3, 4, 5])('make one transition (round %i)', async () => {
    await shop.sandbox.script('webhook webhook_duplicate')
    const { id, orderId } = await shop.paid('tok_visa')
    await heard(id, 5)
    await shop.stage.settle()
    expect(await shop.show(id)).toMatchObject({ status: 'captured', version: 2 })
    expect(shop.announcedOf(paymentCaptured, orderId)).toHaveLength(1)
  })
})

describe('P05 a notification that comes too early', () => {
  it('before the answer is applied, and the answer changes nothing more', async () => {
    await shop.sandbox.script('webhook webhook_early')
    const { id, orderId } = await shop.paid('tok_visa')
    expect(shop.notificationsOf(id)).toHaveLength(1)
    await shop.stage.settle()
    expect(await shop.show(id)).toMatchObject({ status: 'captured', version: 2 })
    expect(shop.announcedOf(paymentCaptured, orderId)).toHaveLength(1)
  })

  it('before its payment is known here is kept, and applied once it is', async () => {
    const orderId = shop.newOrder()
    const reference = 'pay_01h455vb4pex5vsknk084sn0zz'
    const order = { orderId, reference, amount: 10_000, currency: 'EUR', method: 'card', token: 'tok_visa' }
    await shop.sandbox.post('/v1/payments', `${orderId}-1`, { ...order, capture: true })
    await heard(reference, 1)
    // The provider cannot be asked: all that is known is what was told before.
    await shop.sandbox.wire.during('request lost', async () => {
      const { id } = must(await shop.pay(orderId, 'tok_visa'))
      await shop.eventually(async () => {
        await shop.stage.settle()
        expect(await shop.show(id)).toMatchObject({ status: 'captured', captured: { amount: 10_000 } })
      })
    })
    await shop.stage.settle()
    expect(shop.announcedOf(paymentCaptured, orderId)).toHaveLength(1)
  })
})

describe('P06 notifications out of order', () => {
  it('end the same: captured before authorized', async () => {
    await shop.sandbox.script('webhook webhook_out_of_order')
    const { id, orderId } = await shop.paid('tok_authorize')
    must(await shop.capture(orderId, 'all'))
    await heard(id, 2)
    await shop.stage.settle()
    expect(await shop.show(id)).toMatchObject({ status: 'captured', captured: { amount: 10_000 } })
    expect(shop.announcedOf(paymentCaptured, orderId)).toHaveLength(1)
  })

  it('end the same: refunded before captured, though no answer ever came', async () => {
    await shop.sandbox.misbehave({ slowMs: 600, holdMs: 50 })
    await shop.sandbox.script(
      'authorize timeout_after_effect',
      'webhook webhook_late',
      'webhook none',
      ...Array(4).fill('lookup error_500'),
    )
    const orderId = shop.newOrder()
    const { id } = must(await shop.pay(orderId, 'tok_visa'))
    const [row] = (await shop.readBook()).filter(({ reference }) => reference === id)
    const refund = { amount: 4_000, reference: 'x' }
    await shop.sandbox.post(`/v1/payments/${row?.paymentId}/refunds`, `office-${id}`, refund)
    await heard(id, 2)
    const types = shop.notificationsOf(id).map(({ body }) => JSON.parse(body.toString()).type)
    expect(types).toEqual(['payment.refunded', 'payment.captured'])
    await shop.stage.settle()
    expect(await shop.show(id)).toMatchObject({ captured: { amount: 10_000 }, refunded: { amount: 4_000 } })
  })
})

describe('P07 a notification that is not genuine', () => {
  it('is refused by status 400 and changes nothing: forged, replayed, of another secret, six minutes old', async () => {
    const payment = await shop.unheard(() => shop.paid('tok_timeout_after_charge'))
    await heard(payment.id, 1)
    const [genuine] = shop.notificationsOf(payment.id)
    if (!genuine) throw new Error('it was not told')
    const now = shop.stage.clock.now()
    const body = JSON.parse(genuine.body.toString())
    const { sign } = shop.sandbox
    const replayed = { ...genuine.headers, 'webhook-id': 'another', 'webhook-timestamp': String(now) }
    const attempts = {
      forged: { ...genuine, body: Buffer.from(genuine.body.toString().replaceAll('10000', '99999')) },
      replayed: { ...genuine, headers: replayed },
      unsigned: { ...genuine, headers: {} },
      'of another secret': sign(body, now, 'whsec_c3RyYW5nZXI='),
      'six minutes old': sign(body, now - minutes(6)),
      'six minutes ahead': sign(body, now + minutes(6)),
    }
    for (const [name, attempt] of Object.entries(attempts))
      expect([name, await shop.deliver(attempt)]).toMatchObject([name, refused])
    expect(await shop.show(payment.id)).toMatchObject({ status: 'unknown', version: 1 })
    await shop.reconcile()
  })

  it('and comes beside the genuine one is told apart from it', async () => {
    await shop.sandbox.script('webhook webhook_forged')
    const { id } = await shop.paid('tok_timeout_after_charge')
    await heard(id, 3)
    await shop.eventually(async () => expect(await shop.show(id)).toMatchObject({ status: 'captured' }))
    expect(await shop.show(id)).toMatchObject({ captured: { amount: 10_000 }, doubt: null })
  })

  it('is answered 400 over the contract', () => {
    expect(receiveProviderEvent.refusals.invalid_signature.status).toBe(400)
  })
})

describe('P12 an amount or currency that is not ours', () => {
  const lies = [
    ['more', 0],
    ['less', 1],
    ['another currency', 2],
  ] as const

  it.each(lies)('in a notification is not believed: %s', async (_what, turn) => {
    // The lies come by turns.
    await shop.sandbox.script(...Array(turn).fill('authorize wrong_amount'))
    for (let n = 0; n < turn; n++) await shop.paid('tok_visa')
    const nobodyCanLook = Array(50).fill('lookup error_500')
    await shop.sandbox.script('webhook wrong_amount', 'authorize timeout_after_effect', ...nobodyCanLook)
    const { id, orderId } = must(await shop.pay(shop.newOrder(), 'tok_visa'))
    await heard(id, 1)
    await shop.eventually(async () =>
      expect(await shop.show(id)).toMatchObject({ doubt: { isOpen: true }, captured: { amount: 0 } }),
    )
    expect(await shop.show(id)).toMatchObject({ status: 'unknown', failure: 'amount_mismatch' })
    expect(shop.announcedOf(paymentCaptured, orderId)).toEqual([])
    expect(await shop.capture(orderId, 'c')).toMatchObject({ refusal: { code: 'unavailable' } })
    await shop.sandbox.behave()
    const settled = { status: 'captured', captured: { amount: 10_000, currency: 'EUR' }, failure: null }
    await shop.eventually(async () => {
      await shop.reconcile()
      expect(await shop.show(id)).toMatchObject({ ...settled, doubt: { isOpen: false } })
    })
    expect(shop.announcedOf(paymentCaptured, orderId)).toHaveLength(1)
  })

  it('in an answer is not believed: the book is asked at once', async () => {
    await shop.sandbox.script('authorize wrong_amount')
    const payment = await shop.paid('tok_visa')
    expect(payment).toMatchObject({ status: 'captured', captured: { amount: 10_000 } })
    expect(await shop.show(payment.id)).toMatchObject({
      doubt: { told: { amount: 10_001, currency: 'EUR' }, isOpen: false },
    })
  })

  it('in an answer is held while the book cannot be asked', async () => {
    await shop.sandbox.script('authorize wrong_amount', ...Array(4).fill('lookup rate_limited'))
    const { id, orderId } = await shop.unheard(() => shop.paid('tok_visa'))
    expect(await shop.show(id)).toMatchObject({ status: 'unknown', doubt: { isOpen: true } })
    expect(shop.announcedOf(paymentCaptured, orderId)).toEqual([])
    await shop.sandbox.behave()
    await shop.eventually(async () => {
      await shop.reconcile()
      expect(await shop.show(id)).toMatchObject({ status: 'captured', doubt: { isOpen: false } })
    })
  })

  it('is settled by who captures, who is not refused for it', async () => {
    await shop.sandbox.script('authorize wrong_amount', ...Array(4).fill('lookup rate_limited'))
    const { id, orderId } = await shop.unheard(() => shop.paid('tok_authorize'))
    expect(await shop.show(id)).toMatchObject({ status: 'unknown', doubt: { isOpen: true } })
    await shop.sandbox.behave()
    must(await shop.capture(orderId, 'c'))
    expect(await shop.show(id)).toMatchObject({ status: 'captured', doubt: { isOpen: false } })
  })

  it.each(['capture', 'refund'] as const)('in the answer of a %s is put right', async (kind) => {
    const { id, orderId } = await shop.paid(kind === 'capture' ? 'tok_authorize' : 'tok_visa')
    await shop.sandbox.script(`${kind} wrong_amount`)
    await shop.unheard(async () => {
      if (kind === 'capture') must(await shop.capture(orderId, 'x'))
      else must(await shop.refund(orderId, 10_000, 'x'))
    })
    await shop.reconcile()
    const done = kind === 'capture' ? { captured: { amount: 10_000 } } : { refunded: { amount: 10_000 } }
    expect(await shop.show(id)).toMatchObject({ ...done, status: 'captured' })
  })
})
