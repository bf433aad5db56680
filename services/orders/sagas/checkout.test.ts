import { completeCart, orderConfirmed, showOrder } from '@souk/contracts/orders'
import { paymentCaptured } from '@souk/contracts/payments'
import { minutes } from '@souk/kit/runtime'
import { guest, openStage, type Stage, testCluster } from '@souk/kit/testing'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { tokenOf } from '../domain/token.ts'
import { orders } from '../service.ts'
import { frozen, neighbours, payment } from './neighbours.ts'

const SECRET = 'a secret for tests'
let stage: Stage
let around: ReturnType<typeof neighbours>
let carts = 0
const stages: Stage[] = []

const newCart = () => `cart_01h455vb4pex5vsknk084sn${(++carts).toString().padStart(3, '0')}`
const complete = (cartId: string, key = cartId) =>
  stage.reply(
    completeCart,
    { id: cartId, paymentMethodId: 'sandbox_card', paymentToken: 'tok_visa' },
    { as: guest, key },
  )
const orderIn = (reply: Awaited<ReturnType<typeof complete>>) => {
  if (!reply.ok || 'rendered' in reply) throw new Error('no order in this answer')
  return (reply.body as { order: { id: string; token: string; status: string } }).order
}
const shown = async (id: string) => {
  const order = await stage.ask(showOrder, { id, token: tokenOf(id, SECRET) }, { as: guest })
  if (!order.ok) throw new Error(order.refusal.code)
  return order.body
}

beforeEach(async () => {
  around = neighbours()
  stage = await openStage([orders({ tokenSecret: SECRET })], {
    cluster: testCluster(),
    others: around.dispatch,
    seed: carts + 1,
  })
  stages.push(stage)
})
afterAll(() => Promise.all(stages.map((one) => one.stop())))

describe('a checkout', () => {
  it('takes goods first and money second, and confirms the order', async () => {
    const reply = await complete(newCart())
    expect(reply).toMatchObject({
      ok: true,
      status: 201,
      body: { type: 'order', order: { status: 'confirmed', paymentStatus: 'paid' } },
    })
    expect(around.asked).toEqual(['freeze-cart', 'reserve-stock', 'authorize-payment'])
    await stage.settle()
    expect(stage.announced(orderConfirmed)).toHaveLength(1)
  })

  it('gives the same order again for the same key, and asks nobody twice', async () => {
    const cart = newCart()
    const first = await complete(cart)
    const again = await complete(cart)
    expect(orderIn(again)).toEqual(orderIn(first))
    expect(again).toMatchObject({ headers: { 'idempotent-replayed': 'true' } })
    expect(around.asked).toHaveLength(3)
  })

  it('is conducted once, however many retries come while it is under way', async () => {
    const cart = newCart()
    const authorize = around.script['authorize-payment']!
    around.script['authorize-payment'] = () => {
      throw new Error('payments does not answer')
    }
    await complete(cart)
    const [reached, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    around.slow['authorize-payment'] = async () => {
      reached.resolve()
      await release.promise
    }
    around.script['authorize-payment'] = authorize
    const retries = [complete(cart)]
    await reached.promise
    retries.push(complete(cart))
    release.resolve()
    expect(await Promise.all(retries)).toMatchObject([{ status: 201 }, { status: 201 }])
    await stage.settle()
    expect(stage.announced(orderConfirmed)).toHaveLength(1)
  })

  it('refuses a key that was used with another payload', async () => {
    const cart = newCart()
    await complete(cart, 'one-key')
    expect(await complete(newCart(), 'one-key')).toMatchObject({ ok: true })
    const other = { id: cart, paymentMethodId: 'another' }
    expect(await stage.reply(completeCart, other, { as: guest, key: 'one-key' })).toMatchObject({
      refusal: { code: 'idempotency_key_reused' },
    })
  })

  it('makes one order of two requests with one key at the same moment', async () => {
    const cart = newCart()
    const replies = await Promise.all(Array.from({ length: 8 }, () => complete(cart)))
    const made = replies.filter(({ ok }) => ok)
    const refused = replies.flatMap((reply) => (reply.ok ? [] : [reply.refusal.code]))
    expect(new Set(made.map((reply) => orderIn(reply).id)).size).toBe(1)
    expect(new Set([...refused, 'idempotency_in_progress'])).toEqual(new Set(['idempotency_in_progress']))
    expect(around.asked).toEqual(['freeze-cart', 'reserve-stock', 'authorize-payment'])
    await stage.settle()
    expect(stage.announced(orderConfirmed)).toHaveLength(1)
  })

  it('needs a key', async () => {
    const reply = await stage.reply(completeCart, { id: newCart(), paymentMethodId: 'x' }, { as: guest })
    expect(reply).toMatchObject({ refusal: { code: 'idempotency_key_required' } })
  })

  it('leaves nothing behind when the cart is not ready, and the key stays free', async () => {
    const cart = newCart()
    around.script['freeze-cart'] = () => ({ ok: false, refusal: { refused: true, code: 'cart_incomplete' } })
    expect(await complete(cart)).toMatchObject({ ok: false, refusal: { code: 'cart_incomplete' } })
    expect(around.asked).toEqual(['freeze-cart'])
    around.script['freeze-cart'] = neighbours().script['freeze-cart']!
    expect(await complete(cart)).toMatchObject({ ok: true, status: 201 })
  })

  it('tells of the order that stands when the cart has not heard of it yet', async () => {
    const cart = newCart()
    await complete(cart, 'first')
    around.script['freeze-cart'] = () => ({
      ok: false,
      refusal: { refused: true, code: 'checkout_in_progress' },
    })
    expect(await complete(cart, 'second')).toMatchObject({ refusal: { code: 'cart_completed' } })
    expect(around.asked).not.toContain('cancel-payment')
    expect(await complete(newCart(), 'third')).toMatchObject({ refusal: { code: 'checkout_in_progress' } })
  })

  it('thaws the cart and makes no order when stock falls short', async () => {
    const errors = [{ code: 'insufficient_stock', message: 'MUG is sold out', sku: 'MUG', available: 0 }]
    around.script['reserve-stock'] = () => ({
      ok: false,
      refusal: { refused: true, code: 'insufficient_stock', errors },
    })
    expect(await complete(newCart())).toMatchObject({
      refusal: { code: 'out_of_stock', errors: [{ sku: 'MUG', available: 0 }] },
    })
    expect(around.asked).toEqual(['freeze-cart', 'reserve-stock', 'thaw-cart'])
    await stage.settle()
    expect(stage.announced()).toEqual([])
  })

  it('undoes in reverse when the payment is declined, and says so again for the same key', async () => {
    const cart = newCart()
    around.script['authorize-payment'] = () => ({
      ok: false,
      refusal: { refused: true, code: 'payment_declined' },
    })
    expect(await complete(cart)).toMatchObject({ refusal: { code: 'payment_declined' } })
    expect(around.asked).toEqual([
      'freeze-cart',
      'reserve-stock',
      'authorize-payment',
      'release-stock',
      'thaw-cart',
    ])
    expect(await complete(cart)).toMatchObject({ refusal: { code: 'payment_declined' }, replayed: true })
    expect(around.asked).toHaveLength(5)
  })

  const given = { promotionId: 'promo_01h455vb4pex5vsknk084sn001', title: 'Ten off', amount: zero }
  const freezeWith = (promotions: object[]) => {
    around.script['freeze-cart'] = ({ id }) => {
      const cart = frozen(String(id))
      return { ok: true, status: 200, body: { ...cart, quote: { ...cart.quote, promotions } } }
    }
  }

  it('redeems what is counted between goods and money, and nothing else', async () => {
    freezeWith([{ ...given, isCounted: true }])
    await complete(newCart())
    expect(around.asked).toEqual(['freeze-cart', 'reserve-stock', 'redeem-promotions', 'authorize-payment'])
    freezeWith([given])
    await complete(newCart())
    expect(around.asked.slice(4)).toEqual(['freeze-cart', 'reserve-stock', 'authorize-payment'])
  })

  it('takes no money for a discount that was used up meanwhile', async () => {
    freezeWith([{ ...given, isCounted: true }])
    const errors = [{ path: 'promotions', code: 'promotion_exhausted', message: 'TEN was used up by others' }]
    around.script['redeem-promotions'] = () => ({
      ok: false,
      refusal: { refused: true, code: 'promotion_exhausted', errors },
    })
    expect(await complete(newCart())).toMatchObject({
      refusal: { code: 'price_changed', errors: [{ path: 'promotions', code: 'price_changed' }] },
    })
    expect(around.asked.slice(2)).toEqual(['redeem-promotions', 'release-stock', 'thaw-cart'])
  })

  it('gives back what it redeemed when the payment is declined', async () => {
    freezeWith([{ ...given, isCounted: true }])
    around.script['authorize-payment'] = () => ({
      ok: false,
      refusal: { refused: true, code: 'payment_declined' },
    })
    await complete(newCart())
    expect(around.asked.slice(4)).toEqual(['release-promotions', 'release-stock', 'thaw-cart'])
  })

  it('waits for a challenge, and confirms when the payment event comes', async () => {
    around.script['authorize-payment'] = ({ orderId }) => {
      const captured = around.asked.filter((name) => name === 'authorize-payment').length > 1
      const waiting = payment(String(orderId), {
        status: 'requires_action',
        captured: zero,
        authorized: zero,
        redirectUrl: 'http://pay/1',
      })
      return { ok: true, status: 200, body: captured ? payment(String(orderId), { version: 2 }) : waiting }
    }
    const reply = await complete(newCart())
    expect(reply).toMatchObject({
      status: 202,
      body: { type: 'action_required', action: { kind: 'redirect', url: 'http://pay/1' } },
    })
    const { id } = orderIn(reply)
    await stage.announce(paymentCaptured({ orderId: id, payment: payment(id, { version: 2 }) }))
    await stage.settle()
    expect(await shown(id)).toMatchObject({ status: 'confirmed', paymentStatus: 'paid' })
  })

  it('goes on by itself after a fault, without asking for the goods twice as another order', async () => {
    let faults = 1
    const authorize = around.script['authorize-payment']!
    around.script['authorize-payment'] = (input) => {
      if (faults-- > 0) throw new Error('payments does not answer')
      return authorize(input)
    }
    const reply = await complete(newCart())
    expect(reply).toMatchObject({ ok: true, status: 202, body: { type: 'processing' } })
    const { id } = orderIn(reply)
    const statusNow = async () => {
      await stage.settle()
      return (await shown(id)).status
    }
    await expect.poll(statusNow).toBe('confirmed')
  })

  it('says so when a fault keeps it from placing the order, and tells the same key what became of it', async () => {
    const cart = newCart()
    let faults = 1
    const freeze = around.script['freeze-cart']!
    around.script['freeze-cart'] = (input) => {
      if (faults-- > 0) throw new Error('carts does not answer')
      return freeze(input)
    }
    expect(await complete(cart)).toMatchObject({ ok: false, refusal: { code: 'unavailable' } })
    expect(await complete(cart)).toMatchObject({ ok: true, status: 201, body: { type: 'order' } })
    await stage.settle()
    expect(stage.announced(orderConfirmed)).toHaveLength(1)
  })

  it('is undone when it waits for longer than a checkout may take', async () => {
    around.script['authorize-payment'] = ({ orderId }) => ({
      ok: true,
      status: 200,
      body: payment(String(orderId), { status: 'processing', captured: zero, authorized: zero }),
    })
    const { id } = orderIn(await complete(newCart()))
    stage.clock.forward(minutes(31))
    await stage.announce(
      paymentCaptured({
        orderId: id,
        payment: payment(id, { status: 'processing', captured: zero, authorized: zero }),
      }),
    )
    await stage.settle()
    expect(await shown(id)).toMatchObject({ status: 'cancelled', cancelReason: 'expired' })
    expect(around.asked.slice(-3)).toEqual(['cancel-payment', 'release-stock', 'thaw-cart'])
  })
})

const zero = { amount: 0, currency: 'EUR' }
