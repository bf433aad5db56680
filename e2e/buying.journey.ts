import type { Cart } from '@souk/contracts/carts'
import type { Product, StaffProduct } from '@souk/contracts/catalog'
import type { Order } from '@souk/contracts/orders'
import type { ShippingOption } from '@souk/contracts/values'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LedgerRow, Mail, Page, Session, Stock } from './answers.ts'
import type { Client } from './client.ts'
import { openTestShop, type Shop } from './shop.ts'
import { BERLIN, buy, complete, fillCart, methodOf, ok, orderNow, sell } from './shopping.ts'

let shop: Shop
let admin: Client
let guest: Client

beforeAll(async () => {
  shop = await openTestShop()
  admin = await shop.admin()
  guest = shop.guest()
})
afterAll(() => shop.close())

const mailsTo = async (to: string): Promise<Mail[]> =>
  (await guest.get<Page<Mail>>(`${shop.mailboxUrl}/api/messages?to=${to}`)).body.items
const stockOf = async (sku: string) => ok(await admin.get<Stock>(`/admin/v1/inventory/${sku}`), 200)

describe('a guest', () => {
  it('finds a product, buys it and gets a mail with the key to the order', async () => {
    const { sku, slug } = await sell(admin)
    const product = ok(await guest.get<Product>(`/store/v1/products/${slug}`), 200)
    expect(product.variants[0]).toMatchObject({
      sku,
      price: { amount: 1_990, currency: 'EUR' },
      availability: 'in_stock',
    })
    const cart = await fillCart(guest, [{ sku, quantity: 2 }], 'guest@example.com')
    const { subtotal, shipping, total } = cart.totals
    expect(total.amount).toBe(subtotal.amount + shipping.amount)
    const { type, order } = ok(await complete(guest, cart.id, { token: 'tok_visa' }), 201)
    expect([type, order.status, order.paymentStatus]).toEqual(['order', 'confirmed', 'paid'])
    expect(order.totals).toEqual(cart.totals)
    await expect.poll(() => mailsTo('guest@example.com'), { timeout: 5_000 }).toHaveLength(1)
    const [mail] = await mailsTo('guest@example.com')
    expect(mail?.text).toContain(order.number)
    expect(mail?.text).toContain(order.token)
    expect(await orderNow(guest, order)).not.toHaveProperty('token')
    await expect
      .poll(async () => (await guest.get<Cart>(`/store/v1/carts/${cart.id}`)).body.status)
      .toBe('completed')
  })

  it('gets the same order again when the answer was lost, and is charged once', async () => {
    const { sku } = await sell(admin)
    const cart = await fillCart(guest, [{ sku }])
    const tries = await Promise.all(
      Array.from({ length: 5 }, () =>
        complete(guest, cart.id, { token: 'tok_visa', key: `lost-${cart.id}` }),
      ),
    )
    const again = await complete(guest, cart.id, { token: 'tok_visa', key: `lost-${cart.id}` })
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    const orders = new Set([...tries, again].flatMap(({ body }) => (body.order ? [body.order.id] : [])))
    expect(orders.size).toBe(1)
    const other = await complete(guest, cart.id, { token: 'tok_visa' })
    expect(other.body.code).toBe('cart_completed')
    expect(await charges([...orders][0] as string)).toHaveLength(1)
  })

  it('is told of a declined card, keeps the cart and pays with another', async () => {
    const { sku } = await sell(admin, { quantity: 1 })
    const cart = await fillCart(guest, [{ sku }])
    expect(ok(await complete(guest, cart.id, { token: 'tok_declined' }), 402).code).toBe('payment_declined')
    expect((await stockOf(sku)).reserved).toBe(0)
    ok(await complete(guest, cart.id, { token: 'tok_visa' }), 201)
  })

  it('confirms a challenge on the provider’s page, without JavaScript', async () => {
    const { sku } = await sell(admin)
    const cart = await fillCart(guest, [{ sku }])
    const asked = ok(
      await complete(guest, cart.id, { token: 'tok_3ds', returnUrl: 'http://shop.example/back' }),
      202,
    )
    expect([asked.type, asked.order.status]).toEqual(['action_required', 'pending'])
    const url = String(asked.action?.url)
    const page = await guest.get<string>(url)
    expect(page.body).toContain('value="approve"')
    const approved = await guest.send('POST', url, {
      body: 'decision=approve',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(approved.status).toBe(303)
    expect(approved.headers.get('location')).toContain('http://shop.example/back')
    await expect
      .poll(async () => (await orderNow(guest, asked.order)).status, { timeout: 8_000 })
      .toBe('confirmed')
  })

  it('fails a challenge: the order is cancelled, the goods are free again', async () => {
    const { sku } = await sell(admin, { quantity: 1 })
    const cart = await fillCart(guest, [{ sku }])
    const asked = ok(await complete(guest, cart.id, { token: 'tok_3ds' }), 202)
    await guest.send('POST', String(asked.action?.url), {
      body: 'decision=fail',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    await expect
      .poll(async () => (await orderNow(guest, asked.order)).status, { timeout: 8_000 })
      .toBe('cancelled')
    await expect.poll(async () => (await stockOf(sku)).available).toBe(1)
    await expect
      .poll(async () => (await guest.get<Cart>(`/store/v1/carts/${cart.id}`)).body.status)
      .toBe('active')
  })

  it.each([
    ['wallet', 'wallet', undefined],
    ['bank transfer', 'bank_transfer', undefined],
    ['card with challenge', 'card', /challenge|3-?D/i],
  ] as const)('pays by %s', async (_name, kind, title) => {
    const { sku } = await sell(admin)
    const cart = await fillCart(guest, [{ sku }])
    const method = await methodOf(guest, cart.id, kind, title)
    const { order, action } = ok(await complete(guest, cart.id, { method }), 202)
    if (action)
      await guest.send('POST', action.url, {
        body: 'decision=approve',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
    await expect
      .poll(async () => (await orderNow(guest, order)).paymentStatus, { timeout: 10_000 })
      .toBe('paid')
  })

  it('learns by webhook what the provider did not say', async () => {
    const { sku } = await sell(admin)
    const cart = await fillCart(guest, [{ sku }])
    const answered = await complete(guest, cart.id, { token: 'tok_webhook_only' })
    expect(answered.headers.get('retry-after')).not.toBeNull()
    const { type, order } = ok(answered, 202)
    expect(type).toBe('processing')
    await expect.poll(async () => (await orderNow(guest, order)).status, { timeout: 8_000 }).toBe('confirmed')
  })

  it('is charged once when the provider charges and never answers', async () => {
    const { sku } = await sell(admin)
    const cart = await fillCart(guest, [{ sku }])
    const { order } = ok(await complete(guest, cart.id, { token: 'tok_timeout_after_charge' }), 202)
    await expect
      .poll(async () => (await orderNow(guest, order)).status, { timeout: 15_000 })
      .toBe('confirmed')
    expect(await charges(order.id)).toHaveLength(1)
  })

  it('is told that the last one went to somebody else, before any money moved', async () => {
    const { sku } = await sell(admin, { quantity: 1 })
    const mine = await fillCart(guest, [{ sku }])
    await buy(guest, [{ sku }])
    const refused = ok(await complete(guest, mine.id, { token: 'tok_visa' }), 409)
    expect(refused).toMatchObject({ code: 'out_of_stock', errors: [{ sku, available: 0 }] })
    expect(ok(await guest.get<Cart>(`/store/v1/carts/${mine.id}`), 200).status).toBe('active')
    await expect
      .poll(
        async () =>
          (await guest.get<Product>(`/store/v1/products/${sku.toLowerCase()}`)).body.variants[0]
            ?.availability,
      )
      .toBe('out_of_stock')
  })

  it('is shown a changed price before paying it', async () => {
    const { sku, slug } = await sell(admin, { amount: 1_000 })
    const cart = await fillCart(guest, [{ sku }])
    const product = ok(await admin.get<Page<StaffProduct>>(`/admin/v1/products?q=${sku}`), 200).items[0]
    const prices = [{ amount: 1_200, currency: 'EUR' }]
    ok(
      await admin.patch(`/admin/v1/products/${product?.id}/variants/${product?.variants[0]?.id}`, { prices }),
      200,
    )
    await expect
      .poll(
        async () => (await guest.get<Product>(`/store/v1/products/${slug}`)).body.variants[0]?.price.amount,
      )
      .toBe(1_200)
    const elsewhere = await fillCart(guest, [{ sku }])
    await expect
      .poll(
        async () =>
          (await guest.get<Cart>(`/store/v1/carts/${elsewhere.id}`)).body.lines[0]?.unitPrice.amount,
      )
      .toBe(1_200)
    expect((await complete(guest, cart.id, { token: 'tok_visa' })).body.code).toBe('price_changed')
    const { order } = ok(await complete(guest, cart.id, { token: 'tok_visa' }), 201)
    expect(order.totals.subtotal.amount).toBe(1_200)
  })
})

describe('a customer', () => {
  it('registers, claims the cart filled before, buys, and finds the order among theirs', async () => {
    const { sku } = await sell(admin)
    const email = `ada-${process.pid}@example.com`
    const { accessToken } = ok(
      await guest.post<Session>('/store/v1/auth/register', {
        email,
        password: 'correct horse battery',
        name: 'Ada',
      }),
      201,
    )
    const ada = guest.as(accessToken)
    const cart = ok(await guest.post<Cart>('/store/v1/carts', { currency: 'EUR' }), 201)
    ok(await guest.post(`/store/v1/carts/${cart.id}/lines`, { sku, quantity: 2 }), 200)
    const claimed = ok(await ada.post<Cart>(`/store/v1/carts/${cart.id}/claim`), 200)
    expect(claimed.lines[0]?.quantity).toBe(2)
    expect((await guest.get(`/store/v1/carts/${claimed.id}`)).status).toBe(404)
    ok(await ada.patch(`/store/v1/carts/${claimed.id}`, { email, shippingAddress: BERLIN }), 200)
    const [option] = ok(
      await ada.get<Page<ShippingOption>>(`/store/v1/carts/${claimed.id}/shipping-options`),
      200,
    ).items
    ok(await ada.patch(`/store/v1/carts/${claimed.id}`, { shippingOptionId: option?.id }), 200)
    const { order } = ok(await complete(ada, claimed.id, { token: 'tok_visa' }), 201)
    expect(ok(await ada.get<Page<Order>>('/store/v1/me/orders'), 200).items.map(({ id }) => id)).toEqual([
      order.id,
    ])
    ok(await ada.get(`/store/v1/orders/${order.id}`), 200)
    expect((await guest.get(`/store/v1/orders/${order.id}`)).status).toBe(404)
  })
})

/** What the provider's own book says of an order: rows that took money. */
async function charges(orderId: string): Promise<LedgerRow[]> {
  const rows: LedgerRow[] = []
  for (let cursor = ''; ; ) {
    const { items, nextCursor } = ok(
      await guest.get<Page<LedgerRow>>(`/ops/sandbox/ledger?limit=100${cursor && `&cursor=${cursor}`}`),
      200,
    )
    rows.push(...items)
    if (!nextCursor) break
    cursor = nextCursor
  }
  return rows.filter((row) => row.orderId === orderId && row.kind === 'capture' && row.status === 'succeeded')
}
