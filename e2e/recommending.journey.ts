import type { Cart } from '@souk/contracts/carts'
import type { Product } from '@souk/contracts/catalog'
import type { Recommendation } from '@souk/contracts/recommendations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page, Session } from './answers.ts'
import type { Client } from './client.ts'
import { openOwnShop, type Shop } from './shop.ts'
import { buy, fillCart, ok, orderNow, sell } from './shopping.ts'

/** Events have their way to go. */
const SOON = { timeout: 10_000, interval: 100 }

let shop: Shop
let admin: Client
let guest: Client
beforeAll(async () => {
  shop = await openOwnShop()
  guest = shop.guest()
  admin = await shop.admin()
})
afterAll(() => shop.close())

const make = async () => {
  const { sku, slug } = await sell(admin)
  return { sku, product: ok(await guest.get<Product>(`/store/v1/products/${slug}`), 200) }
}
type Made = Awaited<ReturnType<typeof make>>
const told = async (client: Client, path: string) =>
  ok(await client.get<Page<Recommendation>>(path), 200).items.map(({ id, reason }) => [id, reason.text])
const beside = ({ product }: Made) => told(guest, `/store/v1/products/${product.id}/recommendations`)
const together = ({ product }: Made, { product: other }: Made) => [
  other.id,
  `Bought together with ${product.title}`,
]

describe('a shop that recommends', () => {
  it('shows what came in last while nobody has bought anything, and then what is bought together', async () => {
    const [pot, lid] = [await make(), await make()]
    await expect.poll(() => beside(pot), SOON).toContainEqual([lid.product.id, 'New in this shop'])
    const order = await buy(guest, [{ sku: pot.sku }, { sku: lid.sku }])
    await expect.poll(() => beside(pot), SOON).toContainEqual(together(pot, lid))
    const cart = await fillCart(guest, [{ sku: pot.sku }])
    const withCart = `/store/v1/recommendations?for=cart:${cart.id}`
    expect(await told(guest, withCart)).toContainEqual(together(pot, lid))

    ok(await guest.post(`/store/v1/orders/${order.id}/cancel?token=${order.token}`, {}), 200)
    await expect.poll(async () => (await orderNow(guest, order)).status, SOON).toBe('cancelled')
    await expect.poll(() => beside(pot), SOON).not.toContainEqual(together(pot, lid))
  })

  it('never shows what was taken out of the shop', async () => {
    const [pan, rare] = [await make(), await make()]
    await buy(guest, [{ sku: pan.sku }, { sku: rare.sku }])
    await expect.poll(() => beside(pan), SOON).toContainEqual(together(pan, rare))
    ok(await admin.post(`/admin/v1/products/${rare.product.id}/unpublish`), 200)
    const ids = async () => (await beside(pan)).map(([id]) => id)
    await expect.poll(ids, SOON).not.toContain(rare.product.id)
  })

  it('tells nobody what is in another’s cart', async () => {
    const account = { email: 'kim@example.com', password: 'correct horse battery', name: 'Kim' }
    const session = ok(await guest.post<Session>('/store/v1/auth/register', account), 201)
    const kim = guest.as(session.accessToken)
    const cart = ok(await kim.post<Cart>('/store/v1/carts', { currency: 'EUR' }), 201)
    expect((await kim.get(`/store/v1/recommendations?for=cart:${cart.id}`)).status).toBe(200)
    expect((await guest.get(`/store/v1/recommendations?for=cart:${cart.id}`)).status).toBe(404)
    expect((await guest.get('/store/v1/recommendations?for=basket')).status).toBe(422)
  })
})
