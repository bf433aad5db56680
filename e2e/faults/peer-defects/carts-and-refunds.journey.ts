// D30 vendurehq/vendure#2187, D61 saleor/saleor#18087: a cart is one row with a version; a write over an older one is
//     decided anew, prices and all.
// D38 medusajs/nextjs-starter-medusa#54: a cart tied to a customer opens for that customer alone.
// D39 medusajs/medusa PR 16036, D40 medusajs/medusa#12588, D41 vendurehq/vendure#2912: a refund is at least one minor unit
//     and is held against what the ledger says was captured, under the payment's lock.
import type { Cart } from '@souk/contracts/carts'
import type { Order } from '@souk/contracts/orders'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Client } from '../../client.ts'
import { openTestShop, type Shop } from '../../shop.ts'
import { buy, fillCart, ok, sell } from '../../shopping.ts'
import { kept, rowsOf } from '../races/books.ts'
import { atOnce } from '../races/rounds.ts'
import { newCustomer } from './shoppers.ts'

let shop: Shop
let admin: Client
let guest: Client

beforeAll(async () => {
  shop = await openTestShop()
  admin = await shop.admin()
  guest = shop.guest()
})
afterAll(() => shop.close())

const refund = (order: Order, amount: number) =>
  admin.post<Order>(`/admin/v1/orders/${order.id}/refunds`, {
    amount: { amount, currency: 'EUR' },
    reason: 'late',
  })
const cartNow = async (id: string) => ok(await guest.get<Cart>(`/store/v1/carts/${id}`), 200)

it('D30 changes of one cart at the same moment each succeed and lose each other', async () => {
  const skus = [(await sell(admin)).sku, (await sell(admin)).sku]
  const { id } = ok(await guest.post<Cart>('/store/v1/carts', {}), 201)
  const answers = await atOnce(20, (turn) =>
    guest.post(`/store/v1/carts/${id}/lines`, { sku: skus[turn % 2], quantity: 1 }),
  )
  const done = answers.filter(({ status }) => status === 200)
  expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([])
  const units = (await cartNow(id)).lines.reduce((sum, { quantity }) => sum + quantity, 0)
  expect(units).toBe(done.length)
})

it('D61 two quick changes of a quantity change what one costs', async () => {
  const { sku } = await sell(admin, { amount: 1_370 })
  const cart = await fillCart(guest, [{ sku }])
  const line = `/store/v1/carts/${cart.id}/lines/${cart.lines[0]?.id}`
  await Promise.all([guest.patch(line, { quantity: 5 }), guest.patch(line, { quantity: 2 })])
  const [now] = (await cartNow(cart.id)).lines
  expect(now?.unitPrice.amount).toBe(1_370)
  expect(now?.total.amount).toBe(1_370 * (now?.quantity ?? 0))
})

it('D38 the next one at the same browser sees the cart and address of the one before', async () => {
  const { sku } = await sell(admin)
  const [ada, bob] = [await newCustomer(guest), await newCustomer(guest)]
  const cart = await fillCart(guest, [{ sku }])
  const mine = ok(await ada.post<Cart>(`/store/v1/carts/${cart.id}/claim`), 200)
  for (const next of [guest, bob]) {
    expect((await next.get(`/store/v1/carts/${mine.id}`)).status).toBe(404)
    expect((await next.post(`/store/v1/carts/${mine.id}/lines`, { sku, quantity: 1 })).status).toBe(404)
  }
  expect((await bob.post(`/store/v1/carts/${mine.id}/claim`)).status).toBe(404)
})

it('D39 a refund of nothing gives everything back, and one below nothing is taken', async () => {
  const order = await buy(guest, [{ sku: (await sell(admin)).sku }])
  for (const amount of [0, -1, -order.totals.total.amount])
    expect((await refund(order, amount)).status).toBe(422)
  expect(kept(await rowsOf(guest, order))).toBe(order.totals.total.amount)
})

it('D40 the same money is given back more than once', async () => {
  const order = await buy(guest, [{ sku: (await sell(admin)).sku }])
  ok(await refund(order, order.totals.total.amount), 201)
  expect((await refund(order, order.totals.total.amount)).body.code).toBe('refund_exceeds_captured')
  expect(kept(await rowsOf(guest, order))).toBe(0)
})

it('D41 an order cancelled before its money was taken is paid back all the same', async () => {
  const order = await buy(guest, [{ sku: (await sell(admin)).sku }], 'tok_authorize')
  ok(await admin.post(`/admin/v1/orders/${order.id}/cancel`), 200)
  expect((await refund(order, 100)).body.code).toBe('refund_exceeds_captured')
  expect((await rowsOf(guest, order)).map(({ kind }) => kind)).toEqual(['authorization', 'void'])
})
