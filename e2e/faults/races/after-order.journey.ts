import type { Order } from '@souk/contracts/orders'
import type { Shipment } from '@souk/contracts/shipping'
import { seededRandom } from '@souk/kit/runtime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../client.ts'
import { openTestShop, type Shop } from '../../shop.ts'
import { buy, ok, orderNow, sell } from '../../shopping.ts'
import { expectNothingParked, held, kept, rowsOf, stockOf } from './books.ts'
import { atOnce, between, race, seeds } from './rounds.ts'

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
const cancel = (order: Order) => guest.post<Order>(`/store/v1/orders/${order.id}/cancel?token=${order.token}`)
const moneyOf = async (order: Order) => {
  const rows = await rowsOf(guest, order)
  return { kept: kept(rows), held: held(rows) }
}
const allOf = (order: Order) => order.lines.map(({ id, quantity }) => ({ lineId: id, quantity }))
const pack = async (order: Order): Promise<Shipment> =>
  ok(
    await admin.post<Shipment>(`/admin/v1/orders/${order.id}/fulfilments`, {
      lines: allOf(order),
      carrier: 'dhl',
    }),
    201,
  )
const ship = ({ id }: Shipment) => admin.post<Shipment>(`/admin/v1/fulfilments/${id}/ship`)
const codesOf = (answers: readonly { body: { code?: string } }[]) =>
  answers.flatMap(({ body }) => (body.code ? [body.code] : []))

describe('cancelling at the moment of', () => {
  it.each(seeds)('the capture gives all of the money back (seed %i)', async (seed) => {
    const { sku } = await sell(admin)
    const order = await buy(guest, [{ sku }], 'tok_authorize')
    const [cancelled] = await race(
      seed,
      () => cancel(order),
      () => admin.post(`/admin/v1/orders/${order.id}/capture`, {}),
    )
    expect(ok(cancelled, 200).status).toBe('cancelled')
    await expect.poll(() => moneyOf(order), { timeout: 15_000 }).toEqual({ kept: 0, held: 0 })
    const { paymentStatus } = await orderNow(guest, order)
    expect(['voided', 'refunded']).toContain(paymentStatus)
    expect(await stockOf(admin, sku)).toMatchObject({ onHand: 10, reserved: 0 })
  })

  it.each(seeds)('the parcel’s leaving: it stays or it is paid for (seed %i)', async (seed) => {
    for (let turn = 0; turn < 4; turn++) {
      const { sku } = await sell(admin)
      const order = await buy(guest, [{ sku, quantity: 2 }])
      const parcel = await pack(order)
      const [cancelled, shipped] = await race(
        seed + turn,
        () => cancel(order),
        () => ship(parcel),
      )
      expect([cancelled.status, shipped.status].sort()).toEqual([200, 409])
      const isGone = shipped.status === 200
      const { status } = await orderNow(guest, order)
      expect(status).toBe(isGone ? 'processing' : 'cancelled')
      const shelf = async () => {
        const { onHand, reserved } = await stockOf(admin, sku)
        return { onHand, reserved }
      }
      await expect.poll(shelf, { timeout: 15_000 }).toEqual({ onHand: isGone ? 8 : 10, reserved: 0 })
      expect(await moneyOf(order)).toEqual({ kept: isGone ? order.totals.total.amount : 0, held: 0 })
    }
  })
})

describe('refunds at the same moment', () => {
  const refund = (order: Order, body: object) =>
    admin.post<Order>(`/admin/v1/orders/${order.id}/refunds`, { reason: 'late', ...body })

  it.each(seeds)('of more than half each: one of them (seed %i)', async (seed) => {
    const { sku } = await sell(admin)
    const order = await buy(guest, [{ sku }])
    const part = eur(Math.ceil(order.totals.total.amount * 0.6))
    const answers = await race(
      seed,
      () => refund(order, { amount: part }),
      () => refund(order, { amount: part }),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422])
    expect(codesOf(answers)).toEqual(['refund_exceeds_captured'])
    expect(await moneyOf(order)).toEqual({ kept: order.totals.total.amount - part.amount, held: 0 })
  })

  it.each(seeds)(
    'in parts that sum above what was captured never give more than that (seed %i)',
    async (seed) => {
      const random = seededRandom(seed)
      const { sku } = await sell(admin, { amount: 5_000 })
      const order = await buy(guest, [{ sku }])
      const total = order.totals.total.amount
      const parts = Array.from({ length: 10 }, () =>
        between(Math.ceil(total / 8), Math.ceil(total / 3), random),
      )
      const answers = await atOnce(10, (index) => refund(order, { amount: eur(parts[index] as number) }))
      expect(new Set(codesOf(answers))).toEqual(new Set(['refund_exceeds_captured']))
      const given = parts.reduce((sum, part, index) => sum + (answers[index]?.status === 201 ? part : 0), 0)
      expect(given).toBeLessThanOrEqual(total)
      const refused = parts.filter((_, index) => answers[index]?.status !== 201)
      expect(refused.filter((part) => part <= total - given)).toEqual([])
      expect(await moneyOf(order)).toEqual({ kept: total - given, held: 0 })
      const { refunds } = await orderNow(guest, order)
      expect(refunds.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(given)
    },
  )

  it.each(seeds)('of the same unit of a line: once (seed %i)', async (seed) => {
    const [cheap, dear] = [await sell(admin, { amount: 1_000 }), await sell(admin, { amount: 9_000 })]
    const order = await buy(guest, [{ sku: cheap.sku }, { sku: dear.sku }])
    const lines = [{ lineId: order.lines[0]?.id, quantity: 1 }]
    const answers = await race(
      seed,
      () => refund(order, { lines }),
      () => refund(order, { lines }),
      () => refund(order, { lines }),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422])
    expect(await moneyOf(order)).toEqual({ kept: order.totals.total.amount - 1_000, held: 0 })
  })
})

describe('returns at the same moment', () => {
  const shippedOrder = async () => {
    const { sku } = await sell(admin)
    const order = await buy(guest, [{ sku, quantity: 2 }])
    ok(await ship(await pack(order)), 200)
    await expect.poll(async () => (await stockOf(admin, sku)).onHand, { timeout: 15_000 }).toBe(8)
    return { sku, order }
  }
  const ask = (order: Order) =>
    guest.post<Order>(`/store/v1/orders/${order.id}/returns?token=${order.token}`, {
      lines: [{ lineId: order.lines[0]?.id, quantity: 2, reason: 'too small' }],
    })

  it.each(seeds)('asked for twice and received five times come back once (seed %i)', async (seed) => {
    const { sku, order } = await shippedOrder()
    const asked = await race(
      seed,
      () => ask(order),
      () => ask(order),
    )
    expect(asked.map(({ status }) => status).sort()).toEqual([201, 422])
    const [made] = (await orderNow(guest, order)).returns
    ok(await admin.post(`/admin/v1/returns/${made?.id}/approve`), 200)
    const lines = [{ lineId: order.lines[0]?.id, quantity: 2, disposition: 'restock' }]
    const received = await atOnce(5, () => admin.post(`/admin/v1/returns/${made?.id}/receive`, { lines }))
    expect(received.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(codesOf(received)).toEqual(Array(4).fill('wrong_status'))
    await expect.poll(async () => (await stockOf(admin, sku)).onHand, { timeout: 15_000 }).toBe(10)
    const again = await admin.post(`/admin/v1/returns/${made?.id}/receive`, { lines })
    expect(again.body.code).toBe('wrong_status')
    expect((await stockOf(admin, sku)).onHand).toBe(10)
  })

  it('leave nothing for an operator, nor does anything above', async () => await expectNothingParked(guest))
})
