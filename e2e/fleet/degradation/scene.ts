import type { Cart } from '@souk/contracts/carts'
import type { Product, StaffProduct } from '@souk/contracts/catalog'
import type { Order } from '@souk/contracts/orders'
import type { Page, Session } from '../../answers.ts'
import type { Client } from '../../client.ts'
import type { Shop } from '../../shop.ts'
import { BERLIN, buy, fillCart, ok, sell } from '../../shopping.ts'

export const STOCKED = 10
const PASSWORD = 'correct horse battery'

/** Somebody who signed in a while ago and has a cart. */
export interface Regular {
  readonly client: Client
  readonly cartId: string
  seenAt: number
}

/** What there was before something went away: each person has begun what they are going to do. */
export interface Scene {
  readonly shop: Shop
  readonly guest: Client
  readonly admin: Client
  readonly regular: Regular
  readonly email: string
  readonly password: string
  readonly sku: string
  readonly slug: string
  readonly productId: string
  /** Another product, whose price is changed, and a cart with one of it. */
  readonly other: { readonly slug: string; readonly variantPath: string; readonly cartId: string }
  /** A product without variants yet. */
  readonly draftId: string
  /** A cart that lacks nothing. */
  readonly ready: Cart
  readonly key: string
  /** Bought and paid, not yet sent. */
  readonly order: Order
}

export async function openRegular(shop: Shop, sku: string): Promise<Regular> {
  const email = 'regular@example.com'
  const account = { email, password: PASSWORD, name: 'Ada' }
  const session = ok(await shop.guest().post<Session>('/store/v1/auth/register', account), 201)
  const client = shop.guest().as(session.accessToken)
  const cart = ok(await client.post<Cart>('/store/v1/carts', { currency: 'EUR' }), 201)
  ok(await client.post(`/store/v1/carts/${cart.id}/lines`, { sku, quantity: 1 }), 200)
  return { client, cartId: cart.id, seenAt: performance.now() }
}

export async function openScene(
  name: string,
  { shop, admin, regular }: Pick<Scene, 'shop' | 'admin' | 'regular'>,
): Promise<Scene> {
  const guest = shop.guest()
  const { sku, slug } = await sell(admin, { quantity: STOCKED })
  const { id: productId } = ok(await guest.get<Product>(`/store/v1/products/${slug}`), 200)
  const email = `${name}@example.com`
  ok(await guest.post('/store/v1/auth/register', { email, password: PASSWORD, name: 'Ada' }), 201)
  const order = await buy(guest, [{ sku }])
  const ready = await fillCart(guest, [{ sku }], email)
  const draft = ok(await admin.post<StaffProduct>('/admin/v1/products', { title: `Jug ${sku}` }), 201)
  const other = await openOther(guest, admin)
  return {
    ...{ shop, guest, admin, regular, email, sku, slug, productId, other, ready, order, draftId: draft.id },
    password: PASSWORD,
    key: `without-${name}`,
  }
}

async function openOther(guest: Client, admin: Client): Promise<Scene['other']> {
  const { sku, slug } = await sell(admin)
  const found = ok(await admin.get<Page<StaffProduct>>(`/admin/v1/products?q=${sku}`), 200).items[0]
  const cart = ok(await guest.post<Cart>('/store/v1/carts', { currency: 'EUR' }), 201)
  ok(await guest.post(`/store/v1/carts/${cart.id}/lines`, { sku, quantity: 1 }), 200)
  ok(await guest.patch(`/store/v1/carts/${cart.id}`, { shippingAddress: BERLIN }), 200)
  return {
    slug,
    cartId: cart.id,
    variantPath: `/admin/v1/products/${found?.id}/variants/${found?.variants[0]?.id}`,
  }
}
