import type { Order } from '@souk/contracts/orders'
import type { Shipment } from '@souk/contracts/shipping'
import type { ShippingOption } from '@souk/contracts/values'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page, Stock } from './answers.ts'
import type { Client } from './client.ts'
import { openTestShop, type Shop } from './shop.ts'
import { BERLIN, buy, complete, fillCart, ok, orderNow, sell } from './shopping.ts'

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

const keyed = (order: Order, what: string) => ({ key: `${what}-${order.id}` })
const edit = (order: Order, lines: object[], key = 'edit') =>
  admin.post<Order>(`/admin/v1/orders/${order.id}/edits`, { lines, reason: 'as agreed' }, keyed(order, key))

describe('an edit', () => {
  it('takes units out and gives their money and goods back', async () => {
    const { sku } = await sell(admin, { quantity: 5, amount: 1_000 })
    const order = await buy(guest, [{ sku, quantity: 3 }])
    const lines = [{ lineId: order.lines[0]?.id, quantity: 1 }]
    const preview = await admin.post<{ refund: { amount: number } }>(
      `/admin/v1/orders/${order.id}/edits/preview`,
      { lines },
    )
    expect(ok(preview, 200).refund.amount).toBe(2_000)
    const edited = ok(await edit(order, lines), 201)
    expect(edited.totals.total.amount).toBe(order.totals.total.amount - 2_000)
    expect(edited.refunds.map(({ amount }) => amount.amount)).toEqual([2_000])
    expect([edited.status, edited.amountDue]).toEqual(['confirmed', undefined])
    expect(await stockOf(sku)).toMatchObject({ reserved: 1 })
    expect((await edit(order, lines)).headers.get('idempotent-replayed')).toBe('true')
    expect((await pack(edited, 2)).body.code).toBe('fulfilment_exceeds_ordered')
  })

  it('captures less of what is only held', async () => {
    const { sku } = await sell(admin, { quantity: 5, amount: 1_000 })
    const order = await buy(guest, [{ sku, quantity: 2 }], 'tok_authorize')
    const edited = ok(await edit(order, [{ lineId: order.lines[0]?.id, quantity: 1 }]), 201)
    expect([edited.paymentStatus, edited.refunds]).toEqual(['authorized', []])
    const taken = ok(await admin.post<Order>(`/admin/v1/orders/${order.id}/capture`), 200)
    expect(taken.payments[0]?.captured.amount).toBe(order.totals.total.amount - 1_000)
    expect(taken.paymentStatus).toBe('paid')
  })

  it('adds another product, which is due and is paid by the customer, and refunded from the newest payment', async () => {
    const { sku } = await sell(admin, { amount: 1_000 })
    const other = await sell(admin, { amount: 700, quantity: 1 })
    const order = await buy(guest, [{ sku }])
    const edited = ok(await edit(order, [{ sku: other.sku, quantity: 1 }]), 201)
    expect([edited.amountDue?.amount, edited.paymentStatus]).toEqual([700, 'partially_paid'])
    expect(await stockOf(other.sku)).toMatchObject({ available: 0 })
    const pay = (token: string, paymentToken: string) =>
      guest.post<{ type: string; order: Order }>(
        `/store/v1/orders/${order.id}/payments${token}`,
        { paymentMethodId: 'sandbox_card', paymentToken },
        keyed(order, paymentToken),
      )
    expect((await pay('', 'tok_visa')).status).toBe(404)
    expect((await pay(`?token=${order.token}`, 'tok_declined')).status).toBe(402)
    const paid = ok(await pay(`?token=${order.token}`, 'tok_visa'), 201).order
    expect([paid.amountDue, paid.paymentStatus, paid.payments.length]).toEqual([undefined, 'paid', 2])
    const plan = await admin.post<{ payments: { amount: { amount: number }; why: string }[] }>(
      `/admin/v1/orders/${order.id}/refunds/preview`,
      { amount: { amount: 900, currency: 'EUR' } },
    )
    expect(ok(plan, 200).payments.map(({ amount, why }) => [amount.amount, why])).toEqual([
      [700, 'newest'],
      [0, 'nothing_left'],
      [200, 'next_newest'],
    ])
    const refunded = ok(
      await admin.post<Order>(`/admin/v1/orders/${order.id}/refunds`, {
        amount: { amount: 900, currency: 'EUR' },
        reason: 'late',
      }),
      201,
    )
    expect(refunded.payments.map((payment) => payment.refunded.amount)).toEqual([200, 700])
  })

  it('is refused whole when one of its lines is not there, and leaves no trace', async () => {
    const { sku } = await sell(admin, { quantity: 2 })
    const scarce = await sell(admin, { quantity: 1 })
    const order = await buy(guest, [{ sku }])
    const refused = await edit(order, [
      { lineId: order.lines[0]?.id, quantity: 2 },
      { sku: scarce.sku, quantity: 2 },
    ])
    expect([refused.status, refused.body.code]).toEqual([409, 'out_of_stock'])
    expect((await orderNow(guest, order)).totals).toEqual(order.totals)
    expect(await stockOf(sku)).toMatchObject({ reserved: 1 })
    ok(await edit(order, [{ lineId: order.lines[0]?.id, quantity: 2 }], 'again'), 201)
  })
})

it('adds to what a business abroad bought without tax: at today’s price less tax, at the price agreed on as it is', async () => {
  const { sku } = await sell(admin, { amount: 1_200 })
  const other = await sell(admin, { amount: 2_400 })
  const { id } = await fillCart(guest, [{ sku }])
  const shippingAddress = { ...BERLIN, city: 'Paris', postalCode: '75001', country: 'FR' }
  ok(await guest.patch(`/store/v1/carts/${id}`, { shippingAddress, taxId: 'FR40303265045' }), 200)
  const { items } = ok(await guest.get<Page<ShippingOption>>(`/store/v1/carts/${id}/shipping-options`), 200)
  ok(await guest.patch(`/store/v1/carts/${id}`, { shippingOptionId: items[0]?.id }), 200)
  const { order } = ok(await complete(guest, id, { token: 'tok_visa' }), 201)
  expect([order.reverseCharge, order.totals.tax.amount, order.lines[0]?.unitPrice.amount]).toEqual([
    true,
    0,
    1_000,
  ])
  const agreed = { amount: 500, currency: 'EUR' }
  const lines = [
    { lineId: order.lines[0]?.id, quantity: 3 },
    { sku: other.sku, quantity: 1 },
    { sku: other.sku, quantity: 2, unitPrice: agreed },
  ]
  const edited = ok(await edit(order, lines), 201)
  expect(edited.lines.map(({ total }) => total.amount)).toEqual([3_000, 2_000, 1_000])
  expect([edited.totals.tax.amount, edited.amountDue?.amount]).toEqual([0, 5_000])
})

it('exchanges what was sent for something else, and what was paid counts', async () => {
  const { sku } = await sell(admin, { amount: 1_000 })
  const dearer = await sell(admin, { amount: 1_300 })
  const order = await buy(guest, [{ sku, quantity: 2 }])
  await ship(order, 2)
  const lineId = order.lines[0]?.id
  const exchange = (quantity: number, key: string) =>
    admin.post<Order>(
      `/admin/v1/orders/${order.id}/exchanges`,
      {
        returnLines: [{ lineId, quantity, reason: 'wrong colour' }],
        newLines: [{ sku: dearer.sku, quantity: 1 }],
      },
      keyed(order, key),
    )
  const exchanged = ok(await exchange(1, 'exchange'), 201)
  expect([exchanged.amountDue?.amount, exchanged.returnStatus, exchanged.fulfilmentStatus]).toEqual([
    300,
    'approved',
    'partially_fulfilled',
  ])
  expect(exchanged.exchanges?.[0]?.credit.amount).toBe(1_000)
  expect((await exchange(2, 'again')).body.code).toBe('return_exceeds_shipped')
  const twice = { lines: [{ lineId, quantity: 2 }], reason: 'both' }
  expect((await admin.post(`/admin/v1/orders/${order.id}/refunds`, twice)).body.code).toBe(
    'refund_exceeds_captured',
  )
})
