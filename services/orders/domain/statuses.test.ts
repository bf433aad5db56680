import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frozen, payment } from '../sagas/neighbours.ts'
import { letLeave, noteShipment } from './fulfil.ts'
import { notePayment } from './note-payment.ts'
import type { Order } from './order.ts'
import { placeOrder } from './place-order.ts'
import { refundForLines } from './refund-lines.ts'
import { fulfilmentStatusOf, paymentStatusOf, statusOf } from './statuses.ts'

const act = { at: '2026-01-05T09:00:00.000Z', actor: 'test' }
const eur = (amount: number) => ({ amount, currency: 'EUR' })
const placed = placeOrder(frozen('cart_1'), { id: 'ord_1', number: 'S-1', act })
const confirmed: Order = { ...placed, status: 'confirmed' }
const paid = (change: Parameters<typeof payment>[1]) => ({ ...confirmed, payment: payment('ord_1', change) })

describe('what the money says', () => {
  it.each([
    ['pending', { status: 'processing', authorized: eur(0), captured: eur(0) }],
    ['failed', { status: 'failed', authorized: eur(0), captured: eur(0) }],
    ['authorized', { status: 'authorized', captured: eur(0) }],
    ['voided', { status: 'voided', captured: eur(0), voided: eur(2_490) }],
    ['partially_paid', { captured: eur(1_000) }],
    ['paid', {}],
    ['partially_refunded', { refunded: eur(1) }],
    ['refunded', { refunded: eur(2_490) }],
  ] as const)('is %s', (status, change) => {
    expect(paymentStatusOf(paid(change))).toBe(status)
  })

  it('is paid when there is nothing to pay', () => {
    expect(paymentStatusOf({ payment: null, totals: { ...confirmed.totals, total: eur(0) } })).toBe('paid')
  })

  it('keeps the newest state whatever order the news come in', () => {
    const news = [1, 2, 3].map((version) => payment('ord_1', { version, refunded: eur(version * 100) }))
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 0, 1, 2], { minLength: 6, maxLength: 6 }), (order) => {
        const told = order.reduce((one, index) => notePayment(one, news[index]!, act), confirmed)
        expect(told.payment?.version).toBe(3)
      }),
    )
  })
})

describe('what the parcels say', () => {
  const [line] = confirmed.lines
  const parcel = (id: string, quantity: number, status: 'pending' | 'shipped' | 'delivered') => ({
    id,
    orderId: 'ord_1',
    lines: [{ lineId: line!.id, sku: 'MUG', quantity }],
    carrier: 'post',
    trackingNumber: null,
    trackingUrl: null,
    status,
  })
  it.each([
    ['unfulfilled', []],
    ['partially_fulfilled', [parcel('f1', 1, 'shipped')]],
    ['fulfilled', [parcel('f1', 1, 'shipped'), parcel('f2', 1, 'pending')]],
    ['shipped', [parcel('f1', 1, 'delivered'), parcel('f2', 1, 'shipped')]],
    ['delivered', [parcel('f1', 2, 'delivered')]],
  ] as const)('is %s', (status, fulfilments) => {
    expect(fulfilmentStatusOf({ ...confirmed, fulfilments })).toBe(status)
  })

  it('never goes back: news that are older change nothing', () => {
    const delivered = noteShipment(confirmed, parcel('f1', 2, 'delivered'), act)
    expect(noteShipment(delivered, parcel('f1', 2, 'shipped'), act)).toBe(delivered)
  })

  it('completes an order when all arrived and it is paid', () => {
    const arrived = { ...paid({}), fulfilments: [parcel('f1', 2, 'delivered')] }
    expect(statusOf(arrived)).toBe('completed')
    expect(
      statusOf({ ...arrived, payment: payment('ord_1', { status: 'authorized', captured: eur(0) }) }),
    ).toBe('processing')
  })

  it('keeps back what is not paid for any more, while the order can be cancelled', () => {
    const voided = { ...paid({ status: 'voided', captured: eur(0), voided: eur(2_490) }) }
    const packed = { ...voided, fulfilments: [parcel('f1', 1, 'pending')] }
    expect(letLeave(packed, 'f1')).toMatchObject({ code: 'wrong_status' })
    const halfGone = { ...voided, fulfilments: [parcel('f1', 1, 'pending'), parcel('f2', 1, 'shipped')] }
    expect(letLeave(halfGone, 'f1')).toMatchObject({ leaving: ['f1'] })
    expect(statusOf({ ...voided, fulfilments: [parcel('f1', 2, 'delivered')] })).toBe('completed')
  })
})

describe('refunding lines', () => {
  it('gives exactly the line’s total when its units are refunded one by one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 1, max: 60 }),
        (total, quantity) => {
          const line = { ...confirmed.lines[0]!, quantity, total: eur(total) }
          let order: Order = { ...confirmed, lines: [line] }
          let sum = 0
          for (let unit = 0; unit < quantity; unit++) {
            const amount = refundForLines(order, [{ lineId: line.id, quantity: 1 }])
            if ('refused' in amount) throw new Error(amount.code)
            sum += amount.amount
            const refund = {
              id: `r${unit}`,
              paymentId: 'p',
              orderId: 'o',
              amount,
              reason: '',
              status: 'succeeded' as const,
            }
            order = {
              ...order,
              refunds: [...order.refunds, { ...refund, lines: [{ lineId: line.id, quantity: 1 }] }],
            }
          }
          expect(sum).toBe(total)
          expect(refundForLines(order, [{ lineId: line.id, quantity: 1 }])).toMatchObject({
            code: 'refund_exceeds_captured',
          })
        },
      ),
    )
  })
})
