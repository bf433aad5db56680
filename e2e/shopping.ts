import type { Cart } from '@souk/contracts/carts'
import type { StaffProduct } from '@souk/contracts/catalog'
import type { Order } from '@souk/contracts/orders'
import type { PaymentMethod } from '@souk/contracts/payments'
import type { ShippingOption } from '@souk/contracts/values'
import { expect } from 'vitest'
import type { Checkout, Page } from './answers.ts'
import type { Answered, Client } from './client.ts'

export const BERLIN = {
  name: 'Ada Lovelace',
  line1: 'Torstraße 1',
  city: 'Berlin',
  postalCode: '10119',
  country: 'DE',
}

let made = 0

/** A product on the shelf, as a merchant makes it: draft, variant with stock, published. */
export async function sell(
  admin: Client,
  { quantity = 10, amount = 1_990 } = {},
): Promise<{ sku: string; slug: string }> {
  const sku = `E2E-${process.pid}-${++made}`
  const product = ok(
    await admin.post<StaffProduct>('/admin/v1/products', { title: `Teapot ${sku}`, slug: sku.toLowerCase() }),
    201,
  )
  ok(
    await admin.post(`/admin/v1/products/${product.id}/variants`, {
      sku,
      title: 'Teapot',
      prices: [
        { amount, currency: 'EUR' },
        { amount: amount + 200, currency: 'USD' },
      ],
      quantity,
    }),
    201,
  )
  ok(await admin.post(`/admin/v1/products/${product.id}/publish`), 200)
  return { sku, slug: sku.toLowerCase() }
}

/** A cart that lacks nothing: a line, an e-mail, an address, a way to deliver. */
export async function fillCart(
  shopper: Client,
  lines: { sku: string; quantity?: number }[],
  email = 'ada@example.com',
): Promise<Cart> {
  const cart = ok(await shopper.post<Cart>('/store/v1/carts', { currency: 'EUR' }), 201)
  for (const { sku, quantity = 1 } of lines)
    ok(await shopper.post(`/store/v1/carts/${cart.id}/lines`, { sku, quantity }), 200)
  ok(await shopper.patch(`/store/v1/carts/${cart.id}`, { email, shippingAddress: BERLIN }), 200)
  const { items } = ok(
    await shopper.get<Page<ShippingOption>>(`/store/v1/carts/${cart.id}/shipping-options`),
    200,
  )
  return ok(await shopper.patch<Cart>(`/store/v1/carts/${cart.id}`, { shippingOptionId: items[0]?.id }), 200)
}

/** The id of the way to pay of that kind. */
export async function methodOf(shopper: Client, cartId: string, kind: string, title = /./): Promise<string> {
  const { items } = ok(
    await shopper.get<Page<PaymentMethod>>(`/store/v1/carts/${cartId}/payment-methods`),
    200,
  )
  const method = items.find((one) => one.kind === kind && title.test(one.title))
  expect(method, `a way to pay by ${kind} among ${JSON.stringify(items)}`).toBeDefined()
  return String(method?.id)
}

export async function complete(
  shopper: Client,
  cartId: string,
  more: { token?: string; method?: string; key?: string; returnUrl?: string } = {},
): Promise<Answered<Checkout>> {
  const { token, method = 'sandbox_card', key, returnUrl } = more
  const body = {
    paymentMethodId: method,
    ...(token && { paymentToken: token }),
    ...(returnUrl && { returnUrl }),
  }
  return await shopper.post<Checkout>(`/store/v1/carts/${cartId}/complete`, body, key ? { key } : {})
}

/** A bought and paid order. */
export async function buy(
  shopper: Client,
  lines: { sku: string; quantity?: number }[],
  token = 'tok_visa',
): Promise<Order> {
  const cart = await fillCart(shopper, lines)
  return ok(await complete(shopper, cart.id, { token }), 201).order
}

export const orderNow = async (shopper: Client, order: Pick<Order, 'id' | 'token'>): Promise<Order> =>
  ok(await shopper.get<Order>(`/store/v1/orders/${order.id}?token=${order.token}`), 200)

/** The body, if the answer has the status expected; else everything there is to know about why not. */
export function ok<Body>(answered: Answered<Body>, status: number): Answered<Body>['body'] {
  expect(answered.status, JSON.stringify(answered.body)).toBe(status)
  return answered.body
}
