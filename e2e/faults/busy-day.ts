import type { StaffProduct } from '@souk/contracts/catalog'
import type { Order } from '@souk/contracts/orders'
import type { Shipment } from '@souk/contracts/shipping'
import type { Page } from '../answers.ts'
import type { Client } from '../client.ts'
import type { Shop } from '../shop.ts'
import { buy, complete, fillCart, ok, sell } from '../shopping.ts'

/** Ships, delivers and takes back, cancels, refunds, declines: one order of each kind. Returns those confirmed. */
export async function busyDay(shop: Shop): Promise<Order[]> {
  const admin = await shop.admin()
  const { sku } = await sell(admin, { quantity: 40 })
  const guest = shop.guest()
  const day = [
    buy(guest, [{ sku, quantity: 2 }]).then((order) => returned(order, admin, guest)),
    buy(guest, [{ sku }]).then((order) => refunded(order, admin)),
    buy(guest, [{ sku, quantity: 3 }]).then((order) => cancelled(order, admin)),
    buy(guest, [{ sku }], 'tok_authorize').then((order) => captured(order, admin)),
    buy(guest, [{ sku }]),
  ]
  const declined = await fillCart(guest, [{ sku }])
  ok(await complete(guest, declined.id, { token: 'tok_declined' }), 402)
  await repriced(admin)
  return await Promise.all(day)
}

const linesOf = ({ lines }: Order) => lines.map(({ id, quantity }) => ({ lineId: id, quantity }))

async function returned(order: Order, admin: Client, guest: Client): Promise<Order> {
  const path = `/admin/v1/orders/${order.id}/fulfilments`
  const parcel = ok(await admin.post<Shipment>(path, { lines: linesOf(order), carrier: 'post' }), 201)
  ok(await admin.post(`/admin/v1/fulfilments/${parcel.id}/ship`), 200)
  ok(await admin.post(`/admin/v1/fulfilments/${parcel.id}/deliver`), 200)
  const lines = order.lines.map(({ id, quantity }) => ({ lineId: id, quantity, reason: 'too small' }))
  const asked = ok(
    await guest.post<Order>(`/store/v1/orders/${order.id}/returns?token=${order.token}`, { lines }),
    201,
  )
  const id = asked.returns[0]?.id
  ok(await admin.post(`/admin/v1/returns/${id}/approve`), 200)
  const received = linesOf(order).map((line) => ({ ...line, disposition: 'restock' }))
  ok(await admin.post(`/admin/v1/returns/${id}/receive`, { lines: received }), 200)
  return order
}

async function refunded(order: Order, admin: Client): Promise<Order> {
  const refund = { amount: { amount: 100, currency: 'EUR' }, reason: 'scratched' }
  ok(await admin.post(`/admin/v1/orders/${order.id}/refunds`, refund), 201)
  return order
}

async function cancelled(order: Order, admin: Client): Promise<Order> {
  ok(await admin.post(`/admin/v1/orders/${order.id}/cancel`, { reason: 'changed their mind' }), 200)
  return order
}

async function captured(order: Order, admin: Client): Promise<Order> {
  ok(await admin.post(`/admin/v1/orders/${order.id}/capture`, {}), 200)
  return order
}

/** Another product is renamed, sold out, taken down and put up again. */
async function repriced(admin: Client): Promise<void> {
  const { sku, slug } = await sell(admin, { quantity: 3 })
  const { items } = ok(await admin.get<Page<StaffProduct>>('/admin/v1/products?limit=100'), 200)
  const product = items.find((one) => one.slug === slug)
  for (const title of ['Kettle', 'Pot'])
    ok(await admin.patch(`/admin/v1/products/${product?.id}`, { title }), 200)
  ok(await admin.post(`/admin/v1/products/${product?.id}/unpublish`), 200)
  ok(await admin.post(`/admin/v1/products/${product?.id}/publish`), 200)
  ok(await admin.post(`/admin/v1/inventory/${sku}/adjustments`, { delta: -3, reason: 'broken' }), 200)
}
