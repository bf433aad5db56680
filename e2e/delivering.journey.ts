import type { Cart } from '@souk/contracts/carts'
import type { Order } from '@souk/contracts/orders'
import type { Shipment, ShippingLabel } from '@souk/contracts/shipping'
import type { ShippingOption } from '@souk/contracts/values'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Checkout, Page } from './answers.ts'
import type { Client } from './client.ts'
import { SECRETS } from './opened-shop.ts'
import { openTestShop, type Shop } from './shop.ts'
import { buy, fillCart, methodOf, ok, orderNow, sell } from './shopping.ts'

type Label = z.infer<typeof ShippingLabel>

let shop: Shop
let admin: Client
let guest: Client

beforeAll(async () => {
  shop = await openTestShop()
  admin = await shop.admin()
  guest = shop.guest()
})
afterAll(() => shop.close())

/** At the carrier's: a parcel is seen. */
async function scan(label: Label, ...statuses: string[]) {
  const headers = { authorization: `Bearer ${SECRETS.carriersKey}`, 'content-type': 'application/json' }
  for (const status of statuses) {
    const url = `${shop.url}/carriers/control/parcels/${label.trackingNumber}/scans`
    const seen = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ status }) })
    expect(seen.status).toBe(204)
  }
}

async function labelled(order: Order, [carrier, service]: readonly [string, string], quantity: number) {
  const lines = [{ lineId: order.lines[0]?.id, quantity }]
  const packed = { lines, carrier }
  const parcel = ok(await admin.post<Shipment>(`/admin/v1/orders/${order.id}/fulfilments`, packed), 201)
  const wish = { carrier, service, weightGrams: 900 }
  const key = `label-${parcel.id}`
  const path = `/admin/v1/fulfilments/${parcel.id}/labels`
  const label = ok(await admin.post<Label>(path, wish, { key }), 201)
  expect(ok(await admin.post<Label>(path, wish, { key }), 201)).toEqual(label)
  return label
}

describe('delivering', () => {
  it('fetches at the pick-up point a guest chose', async () => {
    const { sku } = await sell(admin)
    const cart = await fillCart(guest, [{ sku }])
    const path = `/store/v1/carts/${cart.id}`
    const { items } = ok(await guest.get<Page<ShippingOption>>(`${path}/shipping-options`), 200)
    const pickup = items.find(({ kind }) => kind === 'pickup')
    const point = pickup?.pickupPoints?.find(({ address }) => address.city === 'Hamburg')
    const chosen = { shippingOptionId: pickup?.id, pickupPointId: point?.id }
    expect(ok(await guest.patch<Cart>(path, chosen), 200).totals.shipping).toEqual(pickup?.price)
    const paymentMethodId = await methodOf(guest, cart.id, 'card')
    const paid = { paymentMethodId, paymentToken: 'tok_visa' }
    const { order } = ok(
      await guest.post<Checkout>(`${path}/complete`, paid, { key: `fetch-${cart.id}` }),
      201,
    )
    expect((await orderNow(guest, order)).shippingOption).toMatchObject({
      kind: 'pickup',
      pickupPoint: point,
    })
  })

  it('follows two parcels of two carriers from their labels to the door', async () => {
    const { sku } = await sell(admin)
    const order = await buy(guest, [{ sku, quantity: 2 }])
    const swift = await labelled(order, ['swift', 'express'], 1)
    const postline = await labelled(order, ['postline', 'PRIO'], 1)
    expect((await fetch(String(swift.labelUrl))).headers.get('content-type')).toContain('svg')
    await scan(swift, 'delivered', 'in_transit', 'accepted')
    await scan(postline, 'accepted', 'failed')
    const now = () => orderNow(guest, order)
    await expect.poll(async () => (await now()).fulfilmentStatus, { timeout: 20_000 }).toBe('shipped')
    await scan(postline, 'out_for_delivery', 'delivered')
    await expect.poll(async () => (await now()).status, { timeout: 20_000 }).toBe('completed')
    const { fulfilments, timeline } = await now()
    expect(fulfilments).toMatchObject([
      { carrier: 'swift', trackingUrl: swift.trackingUrl, status: 'delivered' },
      { carrier: 'postline', trackingNumber: postline.trackingNumber, status: 'delivered' },
    ])
    const types = timeline.map(({ type }) => type)
    expect(types.filter((type) => type === 'delivered')).toHaveLength(2)
    expect(types.filter((type) => type === 'delivery_failed')).toHaveLength(1)
  })
})
