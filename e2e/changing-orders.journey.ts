import type { Order } from '@souk/contracts/orders'
import type { Shipment } from '@souk/contracts/shipping'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Stock } from './answers.ts'
import type { Client } from './client.ts'
import { openTestShop, type Shop } from './shop.ts'
import { buy, ok, orderNow, sell } from './shopping.ts'

let shop: Shop
let admin: Client
let guest: Client

beforeAll(async () => {
  shop = await openTestShop()
  admin = await shop.admin()
  guest = shop.guest()
})
afterAll(() => shop.close())

const stockOf = async (sku: string) => ok(await admin.get<Stock>(`/admin/v1/inventory/${sku}`), 200)
const pack = (order: Order, quantity = 1) =>
  admin.post<Shipment>(`/admin/v1/orders/${order.id}/fulfilments`, {
    lines: [{ lineId: order.lines[0]?.id, quantity }],
    carrier: 'dhl',
  })
async function ship(order: Order, quantity: number) {
  const parcel = ok(await pack(order, quantity), 201)
  ok(await admin.post(`/admin/v1/fulfilments/${parcel.id}/ship`), 200)
}

it('holds an order until it is released: nothing is packed, nothing leaves', async () => {
  const { sku } = await sell(admin)
  const order = await buy(guest, [{ sku, quantity: 2 }])
  const parcel = ok(await pack(order), 201)
  const held = ok(
    await admin.post<Order>(`/admin/v1/orders/${order.id}/hold`, { reason: 'address looks odd' }),
    200,
  )
  expect([held.status, held.holdReason]).toEqual(['on_hold', 'address looks odd'])
  expect((await pack(order)).body.code).toBe('order_not_fulfillable')
  expect((await admin.post(`/admin/v1/fulfilments/${parcel.id}/ship`)).body.code).toBe('wrong_status')
  expect((await guest.post(`/admin/v1/orders/${order.id}/release-hold`)).status).toBe(401)
  ok(await admin.post(`/admin/v1/orders/${order.id}/release-hold`), 200)
  ok(await admin.post(`/admin/v1/fulfilments/${parcel.id}/ship`), 200)
  const types = (await orderNow(guest, order)).timeline.map(({ type }) => type)
  expect(types.filter((type) => type.startsWith('hold'))).toEqual(['hold_placed', 'hold_released'])
})

describe('a return', () => {
  it('arrives in two parcels, is inspected later, and only what is fit is sold again', async () => {
    const { sku } = await sell(admin, { quantity: 3 })
    const order = await buy(guest, [{ sku, quantity: 3 }])
    await ship(order, 3)
    const lineId = order.lines[0]?.id
    const asked = ok(
      await guest.post<Order>(`/store/v1/orders/${order.id}/returns?token=${order.token}`, {
        lines: [{ lineId, quantity: 3, reason: 'does not fit', reasonCode: 'too_small' }],
      }),
      201,
    )
    const at = `/admin/v1/returns/${asked.returns[0]?.id}`
    ok(await admin.post(`${at}/approve`), 200)
    ok(await admin.post(`${at}/receive`, { lines: [{ lineId, quantity: 1 }], moreToCome: true }), 200)
    const lines = [{ lineId, quantity: 2, disposition: 'restock' }]
    expect(ok(await admin.post<Order>(`${at}/receive`, { lines }), 200).returnStatus).toBe('received')
    await expect.poll(async () => (await stockOf(sku)).onHand).toBe(2)
    expect((await admin.post(`${at}/close`)).body.code).toBe('wrong_status')
    const one = { lines: [{ lineId, quantity: 1, disposition: 'restock' }] }
    ok(await admin.post(`${at}/inspect`, one), 200)
    await expect.poll(async () => (await stockOf(sku)).onHand).toBe(3)
    expect(ok(await admin.post<Order>(`${at}/close`), 200).returns[0]).toMatchObject({
      status: 'closed',
      outcome: 'completed',
      lines: [{ reasonCode: 'too_small' }, {}],
    })
  })

  it('is taken back by whoever asked for it, and by nobody else', async () => {
    const { sku } = await sell(admin)
    const order = await buy(guest, [{ sku }])
    await ship(order, 1)
    const asked = ok(
      await guest.post<Order>(`/store/v1/orders/${order.id}/returns?token=${order.token}`, {
        lines: [{ lineId: order.lines[0]?.id, quantity: 1, reason: 'too small' }],
      }),
      201,
    )
    const path = `/store/v1/orders/${order.id}/returns/${asked.returns[0]?.id}/cancel`
    expect((await guest.post(path)).status).toBe(404)
    expect(ok(await guest.post<Order>(`${path}?token=${order.token}`), 200).returnStatus).toBe('closed')
  })
})
