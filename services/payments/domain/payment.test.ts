import { describe, expect, it } from 'vitest'
import { isCardNumber } from './card-number.ts'
import { samplePayment, sampleTransaction } from './fixtures/samples.ts'
import { linesOf } from './ledger.ts'
import { heldUntil, isSettled, nextStep } from './next-step.ts'
import { CALLED_OFF, figuresOf, fold, type Payment, statusOf, type Transaction } from './payment.ts'

type Row = Partial<Transaction>
const held: Row = { state: 'succeeded', providerId: 'sbx_1' }
const captured = (amount: number, more: Row = {}): Row => ({
  kind: 'capture',
  key: `c${amount}`,
  amount,
  state: 'succeeded',
  ...more,
})
const refunded = (amount: number, more: Row = {}): Row => ({ ...captured(amount, more), kind: 'refund' })
const voided = (amount: number): Row => ({ ...captured(amount), kind: 'void' })
const paymentOf = (authorization: Row, ...rows: Row[]): Payment => {
  const payment = samplePayment(rows)
  return { ...payment, transactions: [sampleTransaction(authorization), ...payment.transactions.slice(1)] }
}

describe('the status of a payment', () => {
  it.each<[string, Row, Row[]]>([
    ['unknown', { state: 'asked' }, []],
    ['requires_action', { state: 'requires_action' }, []],
    ['processing', { state: 'processing' }, []],
    ['failed', { state: 'failed', failure: 'card_declined' }, []],
    ['failed', { state: 'absent' }, []],
    ['voided', { state: 'failed', failure: CALLED_OFF }, []],
    ['authorized', held, []],
    ['authorized', held, [captured(4_000)]],
    ['authorized', held, [captured(10_000, { state: 'asked' })]],
    ['captured', held, [captured(10_000)]],
    ['captured', held, [captured(4_000), captured(6_000)]],
    ['captured', held, [captured(4_000), voided(6_000)]],
    ['captured', held, [captured(10_000), refunded(10_000)]],
    ['voided', held, [voided(10_000)]],
    ['unknown', { ...held, amount: 9_999 }, [captured(9_999)]],
    ['unknown', { ...held, currency: 'USD' }, []],
    ['unknown', { state: 'requires_action', amount: 1 }, []],
  ])('is %s', (status, authorization, rows) => {
    expect(statusOf(paymentOf(authorization, ...rows))).toBe(status)
  })

  it('counts what is asked for and not answered as gone', () => {
    const payment = paymentOf(
      held,
      captured(5_000),
      captured(2_000, { state: 'asked' }),
      refunded(1_000, { state: 'asked' }),
      refunded(2_000),
      refunded(3_000, { state: 'failed' }),
    )
    expect(figuresOf(payment)).toEqual({
      authorized: 10_000,
      captured: 5_000,
      voided: 0,
      refunded: 2_000,
      capturable: 3_000,
      refundable: 2_000,
    })
  })

  it('keeps of each movement what has come furthest, in whatever order it was written', () => {
    const rows = (['succeeded', 'asked', 'failed', 'processing'] as const).map((state) =>
      sampleTransaction({ state }),
    )
    expect(fold(rows).map(({ state }) => state)).toEqual(['succeeded'])
    expect(fold([...rows].reverse()).map(({ state }) => state)).toEqual(['succeeded'])
  })
})

describe('what to ask the provider next', () => {
  const cancelled = (payment: Payment) => ({ ...payment, cancelReason: 'changed my mind' })

  it.each<[string, Payment]>([
    ['find', paymentOf({ state: 'asked' })],
    ['find', paymentOf({ state: 'requires_action' })],
    ['nothing', paymentOf(held)],
    ['nothing', paymentOf({ state: 'failed' })],
    ['repeat', paymentOf(held, captured(5, { state: 'asked' }))],
    ['find', cancelled(paymentOf({ state: 'asked' }))],
    ['void', cancelled(paymentOf({ state: 'processing' }))],
    ['void', cancelled(paymentOf(held))],
    ['void', cancelled(paymentOf(held, captured(4_000)))],
    ['repeat', cancelled(paymentOf(held, captured(4_000, { state: 'asked' })))],
    ['refund', cancelled(paymentOf(held, captured(10_000)))],
    ['repeat', cancelled(paymentOf(held, captured(10_000), refunded(10_000, { state: 'asked' })))],
    ['nothing', cancelled(paymentOf(held, captured(10_000), refunded(10_000)))],
    ['nothing', cancelled(paymentOf(held, voided(10_000)))],
    ['nothing', cancelled(paymentOf({ state: 'absent' }))],
  ])('is to %s', (step, payment) => {
    expect(nextStep(payment, 0).do).toBe(step)
  })

  it('is to ask the book while the provider’s word is in doubt, whatever else there is to do', () => {
    const doubt = { told: { amount: 1, currency: 'EUR' }, isOpen: true }
    const rows = [
      paymentOf(held),
      paymentOf(held, captured(5, { state: 'asked' })),
      cancelled(paymentOf(held)),
    ]
    for (const payment of rows) expect(nextStep({ ...payment, doubt }, 0)).toEqual({ do: 'find' })
  })

  it('is to let go of what is held after a week, and of nothing else', () => {
    const week = 7 * 86_400_000
    expect(nextStep(paymentOf(held), week - 1).do).toBe('nothing')
    expect(nextStep(paymentOf(held), week).do).toBe('void')
    expect(nextStep(paymentOf(held, captured(4_000)), week).do).toBe('void')
    expect(nextStep(paymentOf(held, captured(10_000)), week).do).toBe('nothing')
    expect(heldUntil(paymentOf(held))).toBe(week)
    expect(heldUntil(paymentOf(held, captured(10_000)))).toBeNull()
  })

  it('gives back what was taken and not yet given back', () => {
    const payment = cancelled(paymentOf(held, captured(10_000), refunded(3_000)))
    expect(nextStep(payment, 0)).toEqual({ do: 'refund', amount: 7_000 })
  })

  it('stops asking a provider that refused three times, and does not call it settled', () => {
    const refusals = [1, 2, 3].map((turn) =>
      refunded(10_000, { key: `r${turn}`, requestId: `cancellation r${turn}`, state: 'failed' }),
    )
    const payment = cancelled(paymentOf(held, captured(10_000), ...refusals))
    expect(nextStep(payment, 0).do).toBe('nothing')
    expect(isSettled(payment)).toBe(false)
  })

  it('calls settled only what holds, took and awaits nothing', () => {
    expect(isSettled(paymentOf(held, voided(10_000)))).toBe(true)
    expect(isSettled(paymentOf({ state: 'failed' }))).toBe(true)
    expect(isSettled(paymentOf({ state: 'asked' }))).toBe(false)
    expect(isSettled(paymentOf(held))).toBe(false)
    expect(isSettled(paymentOf(held, captured(10_000), refunded(10_000, { state: 'asked' })))).toBe(false)
  })
})

describe('the lines of the ledger', () => {
  it('balance, entry by entry', () => {
    const added = [captured(700), refunded(300), voided(50), captured(9, { state: 'asked' })].map(
      sampleTransaction,
    )
    const lines = linesOf(added)
    const sum = (side: 'debit' | 'credit') => lines.reduce((total, line) => total + line[side], 0)
    expect(sum('debit')).toBe(2_000)
    expect(sum('credit')).toBe(2_000)
    const clearing = lines.filter(({ account }) => account === 'psp_clearing')
    expect(clearing.map(({ debit, credit }) => debit - credit)).toEqual([700, -300])
  })
})

describe('a card’s number', () => {
  it.each(['4242424242424242', '4242 4242 4242 4242', '378282246310005', '4222222222222'])(
    '%s is one',
    (text) => expect(isCardNumber(text)).toBe(true),
  )
  it.each(['tok_visa', '4242424242424241', '424242424242', 'tok_4242424242424242', '42424242424242424242'])(
    '%s is none',
    (text) => expect(isCardNumber(text)).toBe(false),
  )
})
