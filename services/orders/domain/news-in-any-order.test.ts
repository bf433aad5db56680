import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frozen, payment } from '../sagas/neighbours.ts'
import { noteShipment } from './fulfil.ts'
import { notePayment, noteRefund } from './note-payment.ts'
import type { Order } from './order.ts'
import { placeOrder } from './place-order.ts'
import { viewOf } from './view.ts'

const act = { at: '2026-01-05T09:00:00.000Z', actor: 'test' }
const eur = (amount: number) => ({ amount, currency: 'EUR' })
const placed = placeOrder(frozen('cart_1'), { id: 'ord_1', number: 'S-1', act })
const confirmed: Order = { ...placed, status: 'confirmed' }
const [line] = confirmed.lines
const ofLine = { lineId: line!.id, quantity: 1 }

const refund = (status: 'pending' | 'succeeded') => ({
  id: 'rfd_1',
  paymentId: 'pay_1',
  orderId: 'ord_1',
  amount: eur(1_000),
  reason: 'scratched',
  status,
})
const parcel = (status: 'pending' | 'shipped' | 'delivered') => ({
  id: 'ful_1',
  orderId: 'ord_1',
  lines: [{ ...ofLine, quantity: line!.quantity, sku: line!.sku }],
  carrier: 'post',
  trackingNumber: null,
  trackingUrl: null,
  status,
})

/** All an order is told from outside, in the order it happens. */
const news: ((order: Order) => Order)[] = [
  (order) =>
    notePayment(order, payment('ord_1', { version: 1, status: 'authorized', captured: eur(0) }), act),
  (order) => notePayment(order, payment('ord_1', { version: 2 }), act),
  (order) => noteShipment(order, parcel('pending'), act),
  (order) => noteShipment(order, parcel('shipped'), act),
  (order) => noteShipment(order, parcel('delivered'), act),
  // The answer to who asked for the refund: it alone knows of which lines.
  (order) => noteRefund(order, { ...refund('pending'), lines: [ofLine] }, act),
  (order) => noteRefund(order, refund('succeeded'), act),
  (order) => notePayment(order, payment('ord_1', { version: 3, refunded: eur(1_000) }), act),
]
const told = (order: readonly number[]) => order.reduce((one, index) => news[index]!(one), confirmed)
/** What it comes to; when it was learned differs of course. */
const outcome = (order: Order) => {
  const { version: _, timeline: __, ...view } = viewOf(order)
  return { ...view, refundsByLine: order.refunds }
}
const all = news.map((_, index) => index)

describe('an order', () => {
  it('comes to the same in whatever order it is told, and however often (E3)', () => {
    const expected = outcome(told(all))
    expect(expected).toMatchObject({ status: 'completed', paymentStatus: 'partially_refunded' })
    const orders = fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })
    fc.assert(
      fc.property(orders, (order) => {
        expect(outcome(told(order))).toEqual(expected)
      }),
      { numRuns: 2_000 },
    )
  })

  it('is told nothing new by anything it knows already', () => {
    const once = told(all)
    for (const index of all) expect(news[index]!(once)).toBe(once)
  })

  it('notes a refund once in its timeline, whether the news or the answer came first', () => {
    const refunds = ({ timeline }: Order) => timeline.filter(({ type }) => type === 'refunded').length
    const [answer, heard] = [news[5]!, news[6]!]
    expect(refunds(heard(confirmed))).toBe(1)
    expect(refunds(answer(heard(confirmed)))).toBe(1)
  })
})
