import type { Cart } from '@souk/contracts/carts'
import type { Product } from '@souk/contracts/catalog'
import type { Order } from '@souk/contracts/orders'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page, Session } from './answers.ts'
import type { Client } from './client.ts'
import { openTestShop, type Shop } from './shop.ts'
import { buy, complete, fillCart, ok, sell } from './shopping.ts'

let shop: Shop
let admin: Client
let guest: Client

beforeAll(async () => {
  shop = await openTestShop()
  admin = await shop.admin()
  guest = shop.guest()
})
afterAll(() => shop.close())

const eur = (amount: number) => ({ amount, currency: 'EUR' })
type Made = { id: string; customer: { id: string } } & Session

/** A customer who is in that group from the next moment on. */
async function memberOf(key: string): Promise<Client> {
  const account = { email: `${key}@example.com`, password: 'correct horse battery', name: 'Ada' }
  const { customer, accessToken } = ok(await guest.post<Made>('/store/v1/auth/register', account), 201)
  const { id } = ok(await admin.post<Made>('/admin/v1/customer-groups', { key, name: 'Trade' }), 201)
  ok(await admin.put(`/admin/v1/customer-groups/${id}/members/${customer.id}`, undefined), 204)
  return guest.as(accessToken)
}

async function listOf(more: object, prices: object[]): Promise<string> {
  const { id } = ok(await admin.post<Made>('/admin/v1/price-lists', { title: 'List', ...more }), 201)
  const priced = prices.map((price) => ({ currency: 'EUR', ...price }))
  ok(await admin.put(`/admin/v1/price-lists/${id}/prices`, { prices: priced }), 204)
  return id
}

interface Asked {
  sku: string
  price: { amount: number }
}
const asks = async (shopper: Client, sku: string) =>
  ok(await shopper.get<Page<Asked>>(`/store/v1/prices?skus=${sku}`), 200).items[0]?.price.amount

describe('a price list', () => {
  it('for a group is what its customer sees and pays, ten units by the tier, and nobody else', async () => {
    const { sku, slug } = await sell(admin, { quantity: 40 })
    const trade = `trade-${sku.toLowerCase()}`
    const ada = await memberOf(trade)
    await listOf({ customerGroups: [trade] }, [
      { sku, amount: 1_500 },
      { sku, amount: 1_200, minQuantity: 10 },
    ])
    await expect.poll(() => asks(ada, sku)).toBe(1_500)
    expect(await asks(guest, sku)).toBe(1_990)
    const shown = ok(await ada.get<Product>(`/store/v1/products/${slug}`), 200)
    expect(shown.variants[0]).toMatchObject({ price: eur(1_990) })

    const cart = await fillCart(ada, [{ sku, quantity: 9 }])
    expect(cart.lines[0]?.unitPrice).toEqual(eur(1_500))
    const more = { sku, quantity: 1 }
    const ten = ok(await ada.post<Cart>(`/store/v1/carts/${cart.id}/lines`, more), 200)
    expect(ten).toMatchObject({ lines: [{ unitPrice: eur(1_200) }], notices: [] })
    const { order } = ok(await complete(ada, cart.id, { token: 'tok_visa' }), 201)
    expect(order).toMatchObject({
      lines: [{ quantity: 10, unitPrice: eur(1_200), total: eur(12_000) }],
      payments: [{ amount: ten.totals.total }],
      totals: ten.totals,
    })
    expect((await buy(guest, [{ sku, quantity: 10 }])).lines[0]?.unitPrice).toEqual(eur(1_990))
  })

  it('for everyone is on pages, in search and in carts, and the usual price again when it is off', async () => {
    const { sku, slug } = await sell(admin)
    const id = await listOf({}, [{ sku, amount: 990 }])
    const found = async () => {
      const { items } = ok(await guest.get<Page<Product>>(`/store/v1/search?q=${sku}`), 200)
      return items[0]?.priceRange?.min.amount
    }
    const page = async () => {
      const [variant] = ok(await guest.get<Product>(`/store/v1/products/${slug}`), 200).variants
      return [variant?.price.amount, variant?.compareAtPrice?.amount]
    }
    expect(await page()).toEqual([990, 1_990])
    for (const seen of [found, () => asks(guest, sku)]) await expect.poll(seen, { timeout: 5_000 }).toBe(990)
    const order = await buy(guest, [{ sku: (await sell(admin)).sku }])
    const edit = { lines: [{ sku, quantity: 1 }] }
    const path = `/admin/v1/orders/${order.id}/edits`
    const edited = ok(await admin.post<Order>(path, edit, { key: `listed-${order.id}` }), 201)
    expect(edited.lines[1]).toMatchObject({ sku, unitPrice: eur(990) })

    ok(await admin.patch(`/admin/v1/price-lists/${id}`, { isActive: false }), 200)
    await expect.poll(page, { timeout: 5_000 }).toEqual([1_990, undefined])
    for (const seen of [found, () => asks(guest, sku)])
      await expect.poll(seen, { timeout: 5_000 }).toBe(1_990)
  })
})
