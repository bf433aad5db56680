import { expect, it } from 'vitest'
import type { Books } from './books.ts'
import { findings } from './findings.ts'
import { newPurchase, type Purchase } from './history.ts'

const eur = (amount: number) => ({ amount, currency: 'EUR' })
const shelves = { skus: ['MUG'], slugs: ['mug'], quantity: 10 }

/** One order of two mugs, bought and paid, as everybody tells it when all is well. */
function whole() {
  const order = {
    id: 'ord_1',
    status: 'confirmed',
    email: 'ada@example.com',
    placedAt: '2026-01-05T09:00:00.000Z',
    lines: [{ id: 'line_1', sku: 'MUG', quantity: 2 }],
    totals: { total: eur(500) },
    payments: [{ captured: eur(500), refunded: eur(0) }],
    fulfilments: [],
    returns: [],
    timeline: [],
  }
  const row = { orderId: 'ord_1', kind: 'capture', status: 'succeeded', amount: 500, currency: 'EUR' }
  const purchase: Purchase = {
    ...newPurchase({ email: 'ada@example.com', lines: [{ sku: 'MUG', quantity: 2 }], cardToken: 'tok_visa' }),
    outcome: 'acknowledged',
    order: { id: 'ord_1', token: 't', total: 500 },
  }
  return { order, row, purchase, stock: { onHand: 10, reserved: 2, available: 8 } }
}

const judged = ({ order, row, purchase, stock }: ReturnType<typeof whole>, more: object[] = []): string[] => {
  const orders = new Map([order, ...more.filter((one) => 'lines' in one)].map((one) => [Object(one).id, one]))
  const ledger = [row, ...more.filter((one) => 'kind' in one)]
  const books = { orders, ledger, stock: new Map([['MUG', stock]]) } as unknown as Books
  return findings([purchase], books, shelves).map(({ check }) => check)
}

it('finds nothing where all is well', () => {
  expect(judged(whole())).toEqual([])
})

it('misses an order that was acknowledged', () => {
  const gone = whole()
  gone.order.status = 'cancelled'
  gone.stock.reserved = 0
  expect(judged(gone)).toEqual(['acknowledged order lost', 'wrong amount'])
  const unknown = { ...whole(), order: { ...whole().order, id: 'ord_2' } }
  expect(judged(unknown)).toContain('acknowledged order lost')
})

it('sees a second charge, a charge for nothing, and a sum that is not the order’s', () => {
  expect(judged(whole(), [whole().row])).toContain('duplicate charge')
  expect(judged(whole(), [{ ...whole().row, orderId: 'ord_9' }])).toEqual(['charge without order'])
  const wrong = whole()
  wrong.row.amount = 400
  expect(judged(wrong)).toContain('wrong amount')
})

it('sees a second order of one purchase, and one that nobody asked for', () => {
  const stock = { onHand: 10, reserved: 4, available: 6 }
  const unpaid = { ...whole().order, id: 'ord_2', payments: [] }
  expect(judged({ ...whole(), stock }, [unpaid])).toEqual(['more than one order'])
  expect(judged({ ...whole(), stock }, [{ ...unpaid, email: 'nobody@example.com' }])).toEqual([
    'more than one order',
  ])
})

it('sees goods that were not put into the cart', () => {
  const doubled = whole()
  doubled.purchase = { ...doubled.purchase, lines: [{ sku: 'MUG', quantity: 1 }] }
  expect(judged(doubled)).toEqual(['other goods'])
})

it('holds a cancellation and a refund to what was told of them', () => {
  const kept = whole()
  kept.purchase.cancelled = 'acknowledged'
  expect(judged(kept)).toEqual(['cancellation undone'])
  const forgotten = whole()
  forgotten.purchase.refundAsked = 100
  forgotten.purchase.refundAcknowledged = 100
  expect(judged(forgotten)).toEqual(['wrong amount'])
})

it('counts the goods', () => {
  const vanished = whole()
  vanished.stock.onHand = 9
  expect(judged(vanished)).toEqual(['stock miscounted'])
  const held = whole()
  held.stock.reserved = 3
  expect(judged(held)).toEqual(['stock miscounted'])
})

it('sees an order that does not end, and an answer that nobody foresaw', () => {
  const stuck = whole()
  stuck.order.status = 'pending'
  expect(judged(stuck)).toContain('order stuck')
  const surprised = whole()
  surprised.purchase.surprises.push('409 instead of 201')
  expect(judged(surprised)).toEqual(['unexpected answer'])
})
