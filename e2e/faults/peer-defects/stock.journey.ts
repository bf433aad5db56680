// D01 saleor/saleor#543, D06 magento/inventory#2722, D09 awesto/django-shop#888: what is free is decided and taken
//     under one row lock, behind which the database's own check stands.
// D02 vendurehq/vendure#3508, D08 dotnet-architecture/eShopOnContainers#2001: goods are held before money is asked for.
// D03 vendurehq/vendure#1738: a cart promises nothing; the checkout looks again.
// D19 medusajs/medusa#4798: a deadlock or a serialization failure is tried again, not told.
// D20 vendurehq/vendure#3065, D21 vendurehq/vendure#2030: once goods are held, nothing about them can stop a paid order.
import type { Product } from '@souk/contracts/catalog'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Client } from '../../client.ts'
import { openTestShop, type Shop } from '../../shop.ts'
import { buy, complete, fillCart, ok, sell } from '../../shopping.ts'
import { kept, openBook, outcomesOf, rowsOf, stockOf, sumTotals } from '../races/books.ts'
import { atOnce } from '../races/rounds.ts'
import { decide, expectToBecome } from './shoppers.ts'

let shop: Shop
let admin: Client
let guest: Client

beforeAll(async () => {
  shop = await openTestShop()
  admin = await shop.admin()
  guest = shop.guest()
})
afterAll(() => shop.close())

const pay = (cartId: string, token = 'tok_visa') => complete(guest, cartId, { token })
/** So many carts of one line each, all completed at the same moment. */
async function buyAtOnce(quantities: number[], sku: string) {
  const carts = await Promise.all(quantities.map((quantity) => fillCart(guest, [{ sku, quantity }])))
  return outcomesOf(await Promise.all(carts.map(({ id }) => pay(id))))
}

it('D01 two checkouts take more than there is', async () => {
  const { sku } = await sell(admin, { quantity: 3 })
  const { orders, codes } = await buyAtOnce([2, 2], sku)
  expect([orders.length, codes]).toEqual([1, ['409 out_of_stock']])
})

it('D02 the last one is sold to two who pay one after the other', async () => {
  const { sku } = await sell(admin, { quantity: 1 })
  const [first, second] = [await fillCart(guest, [{ sku }]), await fillCart(guest, [{ sku }])]
  ok(await pay(first.id), 201)
  expect((await pay(second.id)).body.code).toBe('out_of_stock')
})

it('D03 what sold out while it lay in a cart is bought from there', async () => {
  const { sku } = await sell(admin, { quantity: 2 })
  const waiting = await fillCart(guest, [{ sku }])
  await buy(guest, [{ sku, quantity: 2 }])
  const booked = await openBook(guest)
  expect((await pay(waiting.id)).body.code).toBe('out_of_stock')
  expect([await booked(), await stockOf(admin, sku)]).toMatchObject([[], { available: 0 }])
})

it('D06 both orders of the last one succeed and stock is negative', async () => {
  const { sku } = await sell(admin, { quantity: 1 })
  const { orders } = await buyAtOnce([1, 1, 1, 1], sku)
  expect(orders).toHaveLength(1)
  expect(await stockOf(admin, sku)).toMatchObject({ onHand: 1, reserved: 1, available: 0 })
})

it('D08 stock is taken only after the payment, so that two orders are confirmed for it', async () => {
  const { sku } = await sell(admin, { quantity: 1 })
  const cart = await fillCart(guest, [{ sku }])
  const { order } = ok(await pay(cart.id, 'tok_3ds'), 202)
  expect(order.paymentStatus).toBe('pending')
  expect(await stockOf(admin, sku)).toMatchObject({ reserved: 1, available: 0 })
})

it('D09 what is sold and what is taken off the shelf do not add up', async () => {
  const { sku } = await sell(admin, { quantity: 7 })
  const { orders } = await buyAtOnce([3, 1, 2, 3, 1, 2], sku)
  const sold = orders.reduce((sum, { lines }) => sum + (lines[0]?.quantity ?? 0), 0)
  expect(sold).toBeLessThanOrEqual(7)
  expect(await stockOf(admin, sku)).toMatchObject({ onHand: 7, reserved: sold, available: 7 - sold })
})

it('D19 carts that want the same goods in opposite order fail each other', async () => {
  const skus = [(await sell(admin)).sku, (await sell(admin)).sku]
  const carts = await atOnce(8, (turn) => {
    const lines = skus.map((sku) => ({ sku }))
    return fillCart(guest, turn % 2 ? lines : lines.reverse())
  })
  const { orders, codes } = outcomesOf(await Promise.all(carts.map(({ id }) => pay(id))))
  expect([orders.length, codes]).toEqual([8, []])
})

it('D20 somebody has paid and the goods went to another meanwhile', async () => {
  const { sku } = await sell(admin, { quantity: 1 })
  const [mine, other] = [await fillCart(guest, [{ sku }]), await fillCart(guest, [{ sku }])]
  const { order, action } = ok(await pay(mine.id, 'tok_3ds'), 202)
  expect((await pay(other.id)).body.code).toBe('out_of_stock')
  await decide(guest, action?.url, 'approve')
  await expectToBecome(guest, order, 'confirmed')
  expect(kept(await rowsOf(guest, order))).toBe(sumTotals([order]))
})

it('D21 a paid order cannot go on, as stock or product changed under it', async () => {
  const { sku, slug } = await sell(admin, { quantity: 1 })
  const product = ok(await guest.get<Product>(`/store/v1/products/${slug}`), 200)
  const cart = await fillCart(guest, [{ sku }])
  const { order, action } = ok(await pay(cart.id, 'tok_3ds'), 202)
  const adjustment = { delta: -1, reason: 'broken' }
  const adjusted = await admin.post(`/admin/v1/inventory/${sku}/adjustments`, adjustment)
  expect(adjusted.body.code).toBe('insufficient_stock')
  ok(await admin.post(`/admin/v1/products/${product.id}/unpublish`), 200)
  await decide(guest, action?.url, 'approve')
  await expectToBecome(guest, order, 'confirmed')
})
