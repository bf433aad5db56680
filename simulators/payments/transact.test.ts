import { describe, expect, test } from 'vitest'
import type { Outcome } from './decide.ts'
import { open, settle } from './open.ts'
import type { Payment } from './payment.ts'
import { capture, refund, voidPayment } from './transact.ts'

const order = {
  id: 'sbx_pay_1',
  key: 'key-1',
  reference: 'pay_1',
  orderId: 'ord_1',
  method: 'card',
  amount: 100,
  currency: 'EUR',
  capture: true,
  returnUrl: null,
} as const

const opened = (outcome: Outcome) => open(order, { outcome, now: 1000 })
const authorized = opened({ status: 'authorized', answer: 'now' }).payment
const pending = opened({ status: 'requires_action', answer: 'now' }).payment

function after(decision: ReturnType<typeof capture>): Payment {
  if ('refused' in decision) throw new Error(decision.refused)
  return decision.payment
}

describe('a new payment', () => {
  test.each([
    ['captured', ['authorization succeeded', 'capture succeeded'], 'payment.captured'],
    ['authorized', ['authorization succeeded'], 'payment.authorized'],
    ['declined', ['authorization failed'], 'payment.failed'],
    ['requires_action', ['authorization pending'], undefined],
    ['processing', ['authorization pending'], undefined],
  ] as const)('that is %s writes %j and tells %s', (status, rows, event) => {
    const change = opened({ status, answer: 'now' })
    expect(change.entries.map((entry) => `${entry.kind} ${entry.status}`)).toEqual(rows)
    expect(change.entries.every((entry) => entry.amount === 100)).toBe(true)
    expect(change.event).toBe(event)
    expect(change.payment.capturedAmount).toBe(status === 'captured' ? 100 : 0)
  })

  test('that settles later knows when', () => {
    const { payment } = opened({ status: 'processing', settlesAfter: 500, answer: 'now' })
    expect(payment.settlesAt).toBe(1500)
  })
})

describe('a pending payment', () => {
  test('is captured when it succeeds, its pending row too', () => {
    const change = settle(pending)
    expect(change).toMatchObject({ pendingBecomes: 'succeeded', event: 'payment.captured' })
    expect(change.payment).toMatchObject({ status: 'captured', capturedAmount: 100, settlesAt: null })
    expect(change.entries).toEqual([{ kind: 'capture', amount: 100, status: 'succeeded' }])
  })

  test('is only authorized when no capture was asked for', () => {
    const change = settle({ ...pending, capture: false })
    expect(change).toMatchObject({ pendingBecomes: 'succeeded', event: 'payment.authorized', entries: [] })
    expect(change.payment).toMatchObject({ status: 'authorized', capturedAmount: 0 })
  })

  test('is declined with its reason when it fails', () => {
    const change = settle(pending, 'authentication_failed')
    expect(change).toMatchObject({ pendingBecomes: 'failed', event: 'payment.failed', entries: [] })
    expect(change.payment).toMatchObject({ status: 'declined', declineReason: 'authentication_failed' })
  })

  test('can be called off without a void row, for nothing was authorized', () => {
    const change = voidPayment(pending)
    expect(change).toMatchObject({ pendingBecomes: 'failed', event: 'payment.voided', entries: [] })
  })
})

describe('capture', () => {
  test('takes parts until nothing is left', () => {
    const part = after(capture(authorized, 60))
    expect(part).toMatchObject({ status: 'authorized', capturedAmount: 60 })
    expect(after(capture(part, 40))).toMatchObject({ status: 'captured', capturedAmount: 100 })
    expect(capture(part, 41)).toMatchObject({ refused: 'capture_exceeds_authorized', status: 422 })
  })

  test.each(['requires_action', 'processing', 'voided', 'declined'] as const)(
    'is refused when %s',
    (status) => {
      expect(capture({ ...authorized, status }, 1)).toMatchObject({
        refused: 'payment_not_authorized',
        status: 409,
      })
    },
  )
})

describe('void', () => {
  test('lets go of all that was not captured', () => {
    const part = after(capture(authorized, 60))
    expect(voidPayment(part)).toMatchObject({
      payment: { status: 'captured', capturedAmount: 60, voidedAmount: 40 },
      entries: [{ kind: 'void', amount: 40, status: 'succeeded' }],
    })
    expect(after(voidPayment(authorized))).toMatchObject({ status: 'voided', voidedAmount: 100 })
  })

  test.each(['captured', 'voided', 'declined'] as const)('is refused when %s', (status) => {
    expect(voidPayment({ ...authorized, status })).toMatchObject({ refused: 'nothing_to_void', status: 409 })
  })
})

describe('refund', () => {
  test('gives back parts, never more than was captured', () => {
    const part = after(capture(authorized, 60))
    const once = after(refund(part, { amount: 20, reference: 'rfd_1' }))
    expect(once.refundedAmount).toBe(20)
    expect(refund(once, { amount: 41, reference: 'rfd_2' })).toMatchObject({
      refused: 'refund_exceeds_captured',
      status: 422,
    })
    expect(after(refund(once, { amount: 40, reference: 'rfd_2' })).refundedAmount).toBe(60)
  })

  test('of what was never captured is refused', () => {
    expect(refund(authorized, { amount: 1, reference: 'rfd_1' })).toMatchObject({ status: 422 })
  })
})
