// D10 medusajs/medusa#13301, D13 saleor/saleor#12652, D16 Automattic/woocommerce-payments#4358: the checkout's saga alone
//     finishes it; an answer and a notification are signals to it.
// D11 medusajs/medusa PR 15527: what is undone is named by the attempt's own order, never by the cart.
// D12 saleor/saleor#19220, D60 saleor/saleor#11132: one payment for each order, by a unique key.
// D14 vendurehq/vendure#2620: a frozen cart is not paid a second time.
// D15 woocommerce/woocommerce#62659, D17 magento/magento2#13952: one cart has one live order, by a unique index that
//     every way in meets.
// D18 PrestaShopCorp/ps_checkout#1546, D25 duncanmcclean/statamic-cargo#190: a notification is stored before anything
//     is made of it, however early it comes.
// D26 medusajs/medusa#3146: what was asked of the provider is stored first, so that its outcome is always found.
import type { Order } from '@souk/contracts/orders'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Checkout } from '../../answers.ts'
import type { Answered, Client } from '../../client.ts'
import { openTestShop, type Shop } from '../../shop.ts'
import { complete, fillCart, ok, orderNow, sell } from '../../shopping.ts'
import { kept, openBook, rowsOf } from '../races/books.ts'
import { atOnce } from '../races/rounds.ts'
import { decide, expectToBecome, newCustomer } from './shoppers.ts'

let shop: Shop
let admin: Client
let guest: Client
let sku: string

beforeAll(async () => {
  shop = await openTestShop()
  admin = await shop.admin()
  guest = shop.guest()
  sku = (await sell(admin, { quantity: 500 })).sku
})
afterAll(() => shop.close())

const filled = async () => (await fillCart(guest, [{ sku }])).id
const ONCE = ['authorization', 'capture']
const kindsOf = async (order: Order) => (await rowsOf(guest, order)).map(({ kind }) => kind)
const expectOneOrder = (answers: readonly Answered<Checkout>[]): Order => {
  const made = answers.flatMap(({ status, body }) => (status === 201 ? [body.order] : []))
  expect(new Set(made.map(({ id }) => id)).size).toBe(1)
  return made[0] ?? expect.fail('nobody got an order')
}
/** The next notification goes wrong in that way. */
const misbehave = async (fault: string) =>
  ok(
    await guest.put(
      '/sandbox/faults/script',
      { steps: [{ operation: 'webhook', fault }] },
      { headers: { authorization: 'Bearer sandbox key' } },
    ),
    200,
  )

it('D10 browser and notification both finish the payment, and one of them gives the money back', async () => {
  const cart = await filled()
  const again = () => complete(guest, cart, { token: 'tok_3ds', key: `d10-${cart}` })
  const { order, action } = ok(await again(), 202)
  await Promise.all([decide(guest, action?.url, 'approve'), again(), again()])
  await expectToBecome(guest, order, 'confirmed')
  expect(await kindsOf(order)).toEqual(ONCE)
  expect(ok(await admin.get<Order>(`/admin/v1/orders/${order.id}`), 200).paymentStatus).toBe('paid')
})

it('D11 undoing a failed attempt takes back the payment of the one that succeeded', async () => {
  const cart = await filled()
  expect((await complete(guest, cart, { token: 'tok_declined' })).body.code).toBe('payment_declined')
  const answers = await atOnce(3, () => complete(guest, cart, { token: 'tok_visa' }))
  const order = expectOneOrder(answers)
  expect((await complete(guest, cart, { token: 'tok_declined' })).body.code).toBe('cart_completed')
  expect(await kindsOf(order)).toEqual(ONCE)
})

it('D12 one checkout opens two payments', async () => {
  const cart = await filled()
  const key = `d12-${cart}`
  const { order } = ok(await complete(guest, cart, { token: 'tok_webhook_only', key }), 202)
  await atOnce(3, () => complete(guest, cart, { token: 'tok_webhook_only', key }))
  await expectToBecome(guest, order, 'confirmed')
  expect(await kindsOf(order)).toEqual(ONCE)
})

it('D13 whoever asks after the notification finished the checkout is told it is gone', async () => {
  const cart = await filled()
  const ask = () => complete(guest, cart, { token: 'tok_webhook_only', key: `d13-${cart}` })
  const { order } = ok(await ask(), 202)
  await expectToBecome(guest, order, 'confirmed')
  expect(ok(await ask(), 201).order.id).toBe(order.id)
})

it('D14 a second way to pay opens while the first is open, and both are paid', async () => {
  const cart = await filled()
  const { order, action } = ok(await complete(guest, cart, { token: 'tok_3ds' }), 202)
  const second = await complete(guest, cart, { token: 'tok_visa' })
  expect(second.body.code).toBe('checkout_in_progress')
  await decide(guest, action?.url, 'approve')
  await expectToBecome(guest, order, 'confirmed')
  expect(kept(await rowsOf(guest, order))).toBe(order.totals.total.amount)
})

it('D15 parallel checkouts of one cart make several orders and charges', async () => {
  const cart = await filled()
  const booked = await openBook(guest)
  const answers = await atOnce(20, () => complete(guest, cart, { token: 'tok_visa' }))
  expectOneOrder(answers)
  expect((await booked()).map(({ kind }) => kind)).toEqual(ONCE)
})

it('D16 a notification that comes twice beside the answer charges twice', async () => {
  await misbehave('webhook_duplicate')
  const cart = await filled()
  const { order } = ok(await complete(guest, cart, { token: 'tok_visa' }), 201)
  expect(await kindsOf(order)).toEqual(ONCE)
  const { payments, timeline } = await orderNow(guest, order)
  expect(payments).toHaveLength(1)
  expect(timeline.filter(({ type }) => type === 'payment_captured').length).toBeLessThanOrEqual(1)
})

it('D17 two ways in have two locks, and one cart becomes two orders', async () => {
  const customer = await newCustomer(guest)
  const cart = await filled()
  const answers = await atOnce(10, (turn) =>
    complete(turn % 2 ? customer : guest, cart, { token: 'tok_visa' }),
  )
  expect(await kindsOf(expectOneOrder(answers))).toEqual(ONCE)
})

it('D18 a notification that fails leaves no order, and the shopper pays again', async () => {
  await misbehave('webhook_early')
  const cart = await filled()
  const { order } = ok(await complete(guest, cart, { token: 'tok_visa', key: `d18-${cart}` }), 201)
  const again = ok(await complete(guest, cart, { token: 'tok_visa', key: `d18-${cart}` }), 201)
  expect([again.order.id, again.order.status]).toEqual([order.id, 'confirmed'])
  expect(await kindsOf(order)).toEqual(ONCE)
})

it('D25 a notification that comes before its order is taken for done, and the order waits for ever', async () => {
  await misbehave('webhook_early')
  const { order } = ok(await complete(guest, await filled(), { token: 'tok_webhook_only' }), 202)
  await expectToBecome(guest, order, 'confirmed')
})

it('D26 the payment succeeded and the order was never made', { timeout: 45_000 }, async () => {
  const { order } = ok(await complete(guest, await filled(), { token: 'tok_timeout_after_charge' }), 202)
  const paid = async () => (await orderNow(guest, order)).paymentStatus
  await expect.poll(paid, { timeout: 30_000 }).toBe('paid')
  await expectToBecome(guest, order, 'confirmed')
  expect(await kindsOf(order)).toEqual(ONCE)
})

it('D60 an order ends with a charged payment nobody looks at beside one that is not charged', async () => {
  const cart = await filled()
  const { order, action } = ok(await complete(guest, cart, { token: 'tok_3ds' }), 202)
  await Promise.all([
    decide(guest, action?.url, 'approve'),
    ...['tok_visa', 'tok_webhook_only', 'tok_3ds'].map((token) => complete(guest, cart, { token })),
  ])
  await expectToBecome(guest, order, 'confirmed')
  const { payments } = await orderNow(guest, order)
  expect(payments.map(({ status }) => status)).toEqual(['captured'])
})
