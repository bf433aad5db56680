import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { payment } from '../sagas/neighbours.ts'
import { applyEdit, bookEdit, dropEdit, editable } from './book-edit.ts'
import { type Added, planEdit } from './edit.ts'
import { accepted, act, bought, eur, MUGS, parcel } from './fixtures/bought.ts'
import { parcelLines } from './fulfil.ts'
import { promiseBack } from './give-back.ts'
import type { Order, OrderLine } from './order.ts'
import { amountDue, dueOf, overpaidOf } from './payments.ts'
import { bookRefund, refundForLines } from './refund-lines.ts'

const to = (quantity: number) => [{ lineId: MUGS, quantity }]
const bowl: OrderLine = {
  ...bought().lines[0]!,
  ...{ id: 'line_bowl', sku: 'BOWL', quantity: 1, unitPrice: eur(700), discount: eur(0) },
  ...{ tax: eur(112), total: eur(700) },
}
const added: Added[] = [{ line: bowl, taxes: [{ name: 'VAT', rate: '19%', amount: eur(112) }] }]
function edited(order: Order, quantity: number, more: Added[] = []): Order {
  const plan = accepted(planEdit(order, to(quantity), more))
  return accepted(applyEdit(bookEdit(order, { id: 'edit_1', plan }, 'a'), { id: 'edit_1', plan }, act))
}

describe('an edit', () => {
  it('keeps the shares of discount and tax that units were bought at, and every sum adds up', () => {
    const amounts = fc.record({
      quantity: fc.integer({ min: 1, max: 20 }),
      less: fc.nat(19),
      price: fc.integer({ min: 1, max: 9_999 }),
      off: fc.nat(9_999),
      tax: fc.nat(999),
    })
    fc.assert(
      fc.property(amounts, ({ quantity, less, price, off, tax }) => {
        const gross = price * quantity
        const discount = Math.min(off, gross)
        const [first] = bought().lines
        const line = { ...first!, quantity, unitPrice: eur(price), discount: eur(discount), tax: eur(tax) }
        const order: Order = {
          ...bought(),
          lines: [{ ...line, total: eur(gross - discount) }],
          taxes: [{ name: 'VAT', rate: '19', amount: eur(tax) }],
        }
        const plan = accepted(planEdit(order, to(Math.min(less, quantity)), added))
        const sum = (all: readonly { amount: number }[]) =>
          all.reduce((total, { amount }) => total + amount, 0)
        const { subtotal, discount: off_, shipping, total } = plan.totals
        expect(sum(plan.lines.map((one) => one.discount))).toBe(off_.amount)
        expect(sum(plan.lines.map((one) => one.total))).toBe(subtotal.amount - off_.amount)
        expect(total.amount).toBe(subtotal.amount - off_.amount + shipping.amount)
        expect(sum(plan.taxes.map(({ amount }) => amount))).toBe(plan.totals.tax.amount)
        for (const one of plan.lines) expect(one.discount.amount).toBeGreaterThanOrEqual(0)
        // What stays of the line is what a refund of the same units would have given back.
        const kept = plan.lines.find(({ id }) => id === MUGS)
        const refund = kept && refundForLines(order, [{ lineId: MUGS, quantity: kept.quantity }])
        if (kept) expect(refund).toEqual(kept.total)
      }),
    )
  })

  it('names what the shelves owe it and what becomes free', () => {
    expect(accepted(planEdit(bought(), to(1), added))).toMatchObject({
      more: [{ sku: 'BOWL', quantity: 1 }],
      less: [{ sku: 'MUG', quantity: 1 }],
    })
  })

  it('takes out nothing that is packed or refunded, and does not empty an order', () => {
    expect(planEdit(parcel(bought(), 2, 'pending'), to(1), [])).toMatchObject({
      code: 'edit_below_fulfilled',
    })
    const refunding = accepted(bookRefund(bought(), { requestId: 'a', lines: to(1) }))
    expect(planEdit(refunding, to(0), [])).toMatchObject({ code: 'edit_below_fulfilled' })
    expect(planEdit(bought(), to(0), [])).toMatchObject({ code: 'edit_empties_order' })
    expect(planEdit(bought(), [{ lineId: 'line_x', quantity: 1 }], [])).toMatchObject({
      code: 'unknown_line',
    })
  })

  it('keeps others from sending or refunding what it takes out, until it is made or dropped', () => {
    const plan = accepted(planEdit(bought(), to(1), []))
    const booked = bookEdit(bought(), { id: 'edit_1', plan }, 'a')
    expect(parcelLines(booked, to(2))).toMatchObject({ code: 'fulfilment_exceeds_ordered' })
    expect(refundForLines(booked, to(2))).toMatchObject({ code: 'refund_exceeds_captured' })
    expect(editable(booked, { isExchange: false })).toMatchObject({ code: 'order_being_edited' })
    expect(parcelLines(dropEdit(booked, 'edit_1'), to(2))).toHaveLength(1)
    expect(applyEdit({ ...booked, status: 'cancelled' }, { id: 'edit_1', plan }, act)).toMatchObject({
      code: 'order_cancelled',
    })
  })

  it('makes due what it adds, and lets the order wait for it', () => {
    const order = edited(bought(), 2, added)
    expect(amountDue(order)).toEqual(eur(700))
    const delivered = parcel(order, 2, 'delivered')
    expect([delivered.status, order.edits?.[0]?.before.total]).toEqual(['processing', eur(2_490)])
  })

  it('gives back what was taken beyond what is owed, once, and makes it due again when it is added again', () => {
    const less = edited(bought(), 1)
    expect([overpaidOf(less), dueOf(less)]).toEqual([1_000, 0])
    const promised = promiseBack(less).order
    expect([overpaidOf(promised), dueOf(promised)]).toEqual([0, 0])
    expect(dueOf(edited(promised, 1, added))).toBe(700)
  })

  it('gives back nothing of what is only held, nor what went back otherwise already', () => {
    const held = { ...bought(), payment: payment('ord_1', { status: 'authorized', captured: eur(0) }) }
    expect(overpaidOf(edited(held, 1))).toBe(0)
    const refunded = { ...bought(), payment: payment('ord_1', { refunded: eur(2_000) }) }
    expect(overpaidOf(edited(refunded, 1))).toBe(490)
  })
})
