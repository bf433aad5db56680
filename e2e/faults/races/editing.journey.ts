import type { Order } from '@souk/contracts/orders'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../client.ts'
import { openTestShop, type Shop } from '../../shop.ts'
import { buy, ok, orderNow, sell } from '../../shopping.ts'
import { expectNothingParked, held, kept, rowsOf, stockOf } from './books.ts'
import { atOnce, race, seeds } from './rounds.ts'

let shop: Shop
let admin: Client
let guest: Client

beforeAll(async () => {
  shop = await openTestShop()
  admin = await shop.admin()
  guest = shop.guest()
})
afterAll(() => shop.close())

const moneyOf = async (order: Order) => {
  const rows = await rowsOf(guest, order)
  return { kept: kept(rows), held: held(rows) }
}
const edit = (order: Order, lines: object[]) =>
  admin.post<Order>(`/admin/v1/orders/${order.id}/edits`, { lines })
const keepOnly = (order: Order, quantity: number) => edit(order, [{ lineId: order.lines[0]?.id, quantity }])
const pack = (order: Order, quantity: number) =>
  admin.post(`/admin/v1/orders/${order.id}/fulfilments`, {
    lines: [{ lineId: order.lines[0]?.id, quantity }],
    carrier: 'dhl',
  })

describe('an edit at the moment of', () => {
  it.each(seeds)(
    'a parcel: what is taken out is not packed, what is packed not taken out (seed %i)',
    async (seed) => {
      for (let turn = 0; turn < 4; turn++) {
        const { sku } = await sell(admin, { amount: 1_000 })
        const order = await buy(guest, [{ sku, quantity: 3 }])
        const [edited, packed] = await race(
          seed + turn,
          () => keepOnly(order, 1),
          () => pack(order, 3),
        )
        expect([edited.status, packed.status]).toEqual(edited.status === 201 ? [201, 422] : [422, 201])
        const quantity = edited.status === 201 ? 1 : 3
        const now = await orderNow(guest, order)
        expect(now.lines[0]?.quantity).toBe(quantity)
        expect(await stockOf(admin, sku)).toMatchObject({ reserved: quantity })
        expect(await moneyOf(order)).toEqual({ kept: now.totals.total.amount, held: 0 })
      }
    },
  )

  it.each(seeds)('its cancellation: all of the money and goods go back, once (seed %i)', async (seed) => {
    for (let turn = 0; turn < 4; turn++) {
      const { sku } = await sell(admin, { amount: 1_000 })
      const other = await sell(admin, { amount: 500 })
      const order = await buy(guest, [{ sku, quantity: 3 }])
      const [edited, cancelled] = await race(
        seed + turn,
        () =>
          edit(order, [
            { lineId: order.lines[0]?.id, quantity: 1 },
            { sku: other.sku, quantity: 2 },
          ]),
        () => guest.post<Order>(`/store/v1/orders/${order.id}/cancel?token=${order.token}`),
      )
      expect([201, 409]).toContain(edited.status)
      expect(ok(cancelled, 200).status).toBe('cancelled')
      await expect.poll(() => moneyOf(order), { timeout: 15_000 }).toEqual({ kept: 0, held: 0 })
      const reserved = async () => [
        (await stockOf(admin, sku)).reserved,
        (await stockOf(admin, other.sku)).reserved,
      ]
      await expect.poll(reserved, { timeout: 15_000 }).toEqual([0, 0])
    }
    await expectNothingParked(guest)
  })

  it.each(seeds)('a capture: no more is kept than the order comes to (seed %i)', async (seed) => {
    for (let turn = 0; turn < 3; turn++) {
      const { sku } = await sell(admin, { amount: 1_000 })
      const order = await buy(guest, [{ sku, quantity: 3 }], 'tok_authorize')
      const [edited] = await race(
        seed + turn,
        () => keepOnly(order, 1),
        () => admin.post(`/admin/v1/orders/${order.id}/capture`, {}),
      )
      const { totals } = ok(edited, 201)
      await expect
        .poll(async () => (await moneyOf(order)).kept, { timeout: 15_000 })
        .toBe(totals.total.amount)
    }
  })
})

it.each(seeds)(
  'edits at the same moment are one after the other, and none is half done (seed %i)',
  async (seed) => {
    const { sku } = await sell(admin, { amount: 1_000, quantity: 20 })
    const order = await buy(guest, [{ sku, quantity: 5 }])
    const answers = await race(
      seed,
      () => keepOnly(order, 1),
      () => keepOnly(order, 2),
      () => keepOnly(order, 3),
    )
    const codes = answers.flatMap(({ body }) => (body.code ? [body.code] : []))
    expect(new Set([...codes, 'order_being_edited'])).toEqual(new Set(['order_being_edited']))
    const now = await orderNow(guest, order)
    expect(await stockOf(admin, sku)).toMatchObject({ reserved: now.lines[0]?.quantity })
    const owed = now.totals.total.amount - (now.amountDue?.amount ?? 0)
    expect(await moneyOf(order)).toEqual({ kept: owed, held: 0 })
  },
)

it('refuses an edit of an order that is not as its editor saw it', async () => {
  const { sku } = await sell(admin)
  const order = await buy(guest, [{ sku, quantity: 3 }])
  const as = (version: number, quantity: number) =>
    admin.post<Order>(
      `/admin/v1/orders/${order.id}/edits`,
      { lines: [{ lineId: order.lines[0]?.id, quantity }] },
      { headers: { 'if-match': `"${version}"` } },
    )
  const { version } = await orderNow(guest, order)
  ok(await as(version, 2), 201)
  const late = await as(version, 1)
  expect([late.status, late.body.code]).toEqual([412, 'version_conflict'])
})

it.each(seeds)('what is due is paid once, however many pay at the same moment (seed %i)', async (_seed) => {
  const { sku } = await sell(admin, { amount: 1_000 })
  const order = await buy(guest, [{ sku }])
  ok(await edit(order, [{ lineId: order.lines[0]?.id, quantity: 3 }]), 201)
  const answers = await atOnce(5, () =>
    guest.post(`/store/v1/orders/${order.id}/payments?token=${order.token}`, {
      paymentMethodId: 'sandbox_card',
      paymentToken: 'tok_visa',
    }),
  )
  expect(answers.filter(({ status }) => status === 201).length).toBe(1)
  const codes = answers.flatMap(({ body }) =>
    (body as { code?: string }).code ? [(body as { code: string }).code] : [],
  )
  for (const code of codes) expect(['payment_in_progress', 'nothing_due']).toContain(code)
  const { totals, amountDue } = await orderNow(guest, order)
  expect(amountDue).toBeUndefined()
  expect(await moneyOf(order)).toEqual({ kept: totals.total.amount, held: 0 })
})
