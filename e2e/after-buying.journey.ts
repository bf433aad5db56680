import type { Message } from '@souk/contracts/notifications'
import type { Order } from '@souk/contracts/orders'
import type { Shipment } from '@souk/contracts/shipping'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page, Stock } from './answers.ts'
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
const shipAll = async (order: Order) => {
  const lines = order.lines.map(({ id, quantity }) => ({ lineId: id, quantity }))
  const parcel = ok(
    await admin.post<Shipment>(`/admin/v1/orders/${order.id}/fulfilments`, { lines, carrier: 'dhl' }),
    201,
  )
  ok(await admin.post(`/admin/v1/fulfilments/${parcel.id}/ship`), 200)
  return parcel
}

describe('fulfilling', () => {
  it('ships in two parcels, delivers, and the order is complete', async () => {
    const { sku } = await sell(admin, { quantity: 5 })
    const order = await buy(guest, [{ sku, quantity: 3 }])
    const [line] = order.lines
    const pack = async (quantity: number) =>
      await admin.post<Shipment>(`/admin/v1/orders/${order.id}/fulfilments`, {
        lines: [{ lineId: line?.id, quantity }],
        carrier: 'dhl',
        trackingNumber: 'TRACK',
      })
    const first = ok(await pack(2), 201)
    expect((await orderNow(guest, order)).fulfilmentStatus).toBe('partially_fulfilled')
    expect((await pack(2)).body.code).toBe('fulfilment_exceeds_ordered')
    const second = ok(await pack(1), 201)
    expect((await admin.post(`/admin/v1/fulfilments/${first.id}/deliver`)).body.code).toBe('wrong_status')
    for (const parcel of [first, second]) {
      ok(await admin.post(`/admin/v1/fulfilments/${parcel.id}/ship`), 200)
      ok(await admin.post(`/admin/v1/fulfilments/${parcel.id}/deliver`), 200)
    }
    const done = await orderNow(guest, order)
    expect([done.status, done.fulfilmentStatus]).toEqual(['completed', 'delivered'])
    expect(done.fulfilments[0]).toMatchObject({ trackingNumber: 'TRACK', status: 'delivered' })
    await expect.poll(async () => (await stockOf(sku)).onHand).toBe(2)
    const told = async () =>
      ok(await admin.get<Page<Message>>(`/admin/v1/notifications?orderId=${order.id}`), 200).items.map(
        ({ status }) => status,
      )
    await expect.poll(told, { timeout: 8_000 }).toEqual(['sent', 'sent', 'sent', 'sent', 'sent'])
  })
})

describe('cancelling', () => {
  it('gives money and goods back while nothing has shipped', async () => {
    const { sku } = await sell(admin, { quantity: 2 })
    const order = await buy(guest, [{ sku, quantity: 2 }])
    const cancelled = ok(
      await guest.post<Order>(`/store/v1/orders/${order.id}/cancel?token=${order.token}`, {
        reason: 'changed my mind',
      }),
      200,
    )
    expect([cancelled.status, cancelled.paymentStatus]).toEqual(['cancelled', 'refunded'])
    expect(await stockOf(sku)).toMatchObject({ onHand: 2, reserved: 0 })
    ok(await guest.post(`/store/v1/orders/${order.id}/cancel?token=${order.token}`), 200)
  })

  it('voids what was only authorized', async () => {
    const { sku } = await sell(admin)
    const order = await buy(guest, [{ sku }], 'tok_authorize')
    expect(order.paymentStatus).toBe('authorized')
    expect(ok(await admin.post<Order>(`/admin/v1/orders/${order.id}/cancel`), 200).paymentStatus).toBe(
      'voided',
    )
  })

  it('is refused once something has shipped', async () => {
    const { sku } = await sell(admin)
    const order = await buy(guest, [{ sku }])
    await shipAll(order)
    expect((await admin.post(`/admin/v1/orders/${order.id}/cancel`)).body.code).toBe('order_not_cancellable')
  })
})

describe('the money', () => {
  it('is captured in parts, never more than authorized', async () => {
    const { sku } = await sell(admin, { amount: 10_000 })
    const order = await buy(guest, [{ sku }], 'tok_authorize')
    const capture = (amount: number) =>
      admin.post<Order>(`/admin/v1/orders/${order.id}/capture`, { amount: { amount, currency: 'EUR' } })
    expect(ok(await capture(6_000), 200).paymentStatus).toBe('partially_paid')
    const total = order.totals.total.amount
    expect((await capture(total)).body.code).toBe('capture_exceeds_authorized')
    expect(ok(await capture(total - 6_000), 200).paymentStatus).toBe('paid')
  })

  it('is refunded by amount and by line, never more than captured, once per key', async () => {
    const { sku } = await sell(admin, { amount: 1_000 })
    const order = await buy(guest, [{ sku, quantity: 3 }])
    const refund = (body: object, key?: string) =>
      admin.post<Order>(
        `/admin/v1/orders/${order.id}/refunds`,
        { reason: 'scratched', ...body },
        key ? { key } : {},
      )
    const once = { amount: { amount: 100, currency: 'EUR' } }
    ok(await refund(once, `r-${order.id}`), 201)
    const replayed = await refund(once, `r-${order.id}`)
    expect(replayed.headers.get('idempotent-replayed')).toBe('true')
    const byLine = ok(await refund({ lines: [{ lineId: order.lines[0]?.id, quantity: 1 }] }), 201)
    expect(byLine.refunds.map(({ amount }) => amount.amount)).toEqual([100, 1_000])
    expect(byLine.paymentStatus).toBe('partially_refunded')
    expect((await refund({ amount: { amount: order.totals.total.amount, currency: 'EUR' } })).body.code).toBe(
      'refund_exceeds_captured',
    )
    expect((await refund({ amount: { amount: 0, currency: 'EUR' } })).status).toBe(422)
    expect((await refund({ amount: { amount: -5, currency: 'EUR' } })).status).toBe(422)
  })

  it('needs a key to move', async () => {
    const { sku } = await sell(admin)
    const order = await buy(guest, [{ sku }])
    const sent = await admin.send('POST', `/admin/v1/orders/${order.id}/refunds`, {
      body: JSON.stringify({ amount: { amount: 1, currency: 'EUR' }, reason: 'x' }),
      headers: { 'content-type': 'application/json' },
    })
    expect(sent).toMatchObject({ status: 400, body: { code: 'idempotency_key_required' } })
  })
})

describe('a return', () => {
  it('is asked for, approved, received; what is fit goes back on the shelf, and the refund is a step of its own', async () => {
    const { sku } = await sell(admin, { quantity: 3 })
    const order = await buy(guest, [{ sku, quantity: 2 }])
    const ask = (quantity: number) =>
      guest.post<Order>(`/store/v1/orders/${order.id}/returns?token=${order.token}`, {
        lines: [{ lineId: order.lines[0]?.id, quantity, reason: 'too small' }],
      })
    expect((await ask(1)).body.code).toBe('return_exceeds_shipped')
    await shipAll(order)
    const asked = ok(await ask(2), 201)
    const [made] = asked.returns
    expect([asked.returnStatus, made?.status]).toEqual(['requested', 'requested'])
    const lineId = order.lines[0]?.id
    const lines = [
      { lineId, quantity: 1, disposition: 'restock' },
      { lineId, quantity: 1, disposition: 'damaged' },
    ]
    expect((await admin.post(`/admin/v1/returns/${made?.id}/receive`, { lines })).body.code).toBe(
      'wrong_status',
    )
    ok(await admin.post(`/admin/v1/returns/${made?.id}/approve`), 200)
    const received = ok(await admin.post<Order>(`/admin/v1/returns/${made?.id}/receive`, { lines }), 200)
    expect([received.returnStatus, received.paymentStatus]).toEqual(['received', 'paid'])
    await expect.poll(async () => (await stockOf(sku)).onHand).toBe(2)
    ok(
      await admin.post(`/admin/v1/orders/${order.id}/refunds`, {
        lines: [{ lineId, quantity: 2 }],
        reason: 'returned',
      }),
      201,
    )
  })
})

describe('watching an order', () => {
  it('hears of the parcel within a second, live', async () => {
    const { sku } = await sell(admin)
    const order = await buy(guest, [{ sku }])
    const aborting = new AbortController()
    const response = await fetch(`${shop.url}/store/v1/orders/${order.id}/events?token=${order.token}`, {
      signal: aborting.signal,
    })
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    let heard = ''
    const reading = (async () => {
      for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
        heard += Buffer.from(chunk).toString('utf8')
        if (heard.includes('event: shipped')) return
      }
    })()
    await expect.poll(() => heard).toContain('event: confirmed')
    await shipAll(order)
    await expect.poll(() => heard, { timeout: 1_000 }).toContain('event: shipped')
    await reading
    aborting.abort()
  })
})
