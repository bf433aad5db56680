// D22 saleor/saleor#14733: a checkout that comes to nothing lets go of the money; goods are held for longer than it may take.
// D23 openfoodfoundation/openfoodnetwork#3925: what is missing is found before the provider is asked for anything.
// D24 GoogleCloudPlatform/microservices-demo checkoutservice: a paid order that cannot go on is undone, money first.
// D27 medusajs/medusa#15122: an order is announced in the transaction that confirms it, at the very end.
// D28 medusajs/medusa#12184: a checkout that failed opens its cart again.
import type { Cart } from '@souk/contracts/carts'
import type { Order } from '@souk/contracts/orders'
import { connect } from '@souk/kit/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Mail, Page } from '../../answers.ts'
import type { Client } from '../../client.ts'
import { openTestShop, type Shop } from '../../shop.ts'
import { BERLIN, complete, fillCart, ok, sell } from '../../shopping.ts'
import { held, kept, openBook, rowsOf, stockOf } from '../races/books.ts'
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

const expectNothingKept = async (order: Order, sku: string) => {
  const left = async () => {
    const rows = await rowsOf(guest, order)
    return { kept: kept(rows), held: held(rows), reserved: (await stockOf(admin, sku)).reserved }
  }
  await expect.poll(left, { timeout: 15_000 }).toEqual({ kept: 0, held: 0, reserved: 0 })
}

it('D22 money stays held for a checkout that cannot become an order any more', async () => {
  const { sku } = await sell(admin)
  const cart = await fillCart(guest, [{ sku }])
  const { order, action } = ok(await complete(guest, cart.id, { token: 'tok_3ds' }), 202)
  await decide(guest, action?.url, 'fail')
  await expectToBecome(guest, order, 'cancelled')
  await expectNothingKept(order, sku)
})

it('D23 a cart without delivery is charged', async () => {
  const { sku } = await sell(admin)
  const booked = await openBook(guest)
  const cart = ok(await guest.post<Cart>('/store/v1/carts', { currency: 'EUR' }), 201)
  ok(await guest.post(`/store/v1/carts/${cart.id}/lines`, { sku, quantity: 1 }), 200)
  const details = { email: 'd23@example.com', shippingAddress: BERLIN }
  ok(await guest.patch(`/store/v1/carts/${cart.id}`, details), 200)
  expect((await complete(guest, cart.id, { token: 'tok_visa' })).body).toMatchObject({
    code: 'cart_incomplete',
    errors: [{ path: 'shippingOption' }],
  })
  expect(await booked()).toEqual([])
})

it('D24 the charge succeeds, a later step does not, and nobody gives the money back', async () => {
  const { sku } = await sell(admin)
  const cart = await fillCart(guest, [{ sku }])
  const { order } = ok(await complete(guest, cart.id, { token: 'tok_webhook_only' }), 202)
  const cancel = await guest.post<Order>(`/store/v1/orders/${order.id}/cancel?token=${order.token}`)
  expect([200, 409]).toContain(cancel.status)
  if (cancel.status === 409) {
    await expectToBecome(guest, order, 'confirmed')
    ok(await guest.post(`/store/v1/orders/${order.id}/cancel?token=${order.token}`), 200)
  }
  await expectToBecome(guest, order, 'cancelled')
  await expectNothingKept(order, sku)
})

it('D27 an order is announced and mailed although its checkout failed', async () => {
  const { sku } = await sell(admin)
  const email = `d27-${process.pid}@example.com`
  const cart = await fillCart(guest, [{ sku }], email)
  ok(await complete(guest, cart.id, { token: 'tok_declined' }), 402)
  const sql = connect(shop.databaseOf('orders'), { connections: 1 })
  const told = async () => {
    const rows = await sql<{ type: string }[]>`
      select x.type from outbox x join orders o on x.subject = o.id where o.cart_id = ${cart.id}`
    return rows.map(({ type }) => type)
  }
  await expect.poll(told).toEqual(['orders.order-cancelled.v1'])
  await sql.end()
  const mails = await guest.get<Page<Mail>>(`${shop.mailboxUrl}/api/messages?to=${email}`)
  expect(ok(mails, 200).items).toEqual([])
})

it('D28 after a failure the cart can never be completed', async () => {
  const { sku } = await sell(admin, { quantity: 1 })
  const cart = await fillCart(guest, [{ sku }])
  for (let failure = 0; failure < 3; failure++)
    ok(await complete(guest, cart.id, { token: 'tok_declined' }), 402)
  expect(ok(await complete(guest, cart.id, { token: 'tok_visa' }), 201).order.status).toBe('confirmed')
})
