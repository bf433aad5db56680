import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { samplePayment, sampleTransaction } from './fixtures/samples.ts'
import type { Payment } from './payment.ts'
import { planCaptures, planRefunds } from './plan.ts'

let made = 0
function paid(authorized: number, captured: number, refunded = 0): Payment {
  const key = `ord_1-${++made}`
  const row = (kind: 'authorization' | 'capture' | 'refund', amount: number) =>
    amount > 0 ? [sampleTransaction({ id: `${kind}-${key}`, kind, key, amount, state: 'succeeded' })] : []
  const transactions = [
    ...row('authorization', authorized),
    ...row('capture', captured),
    ...row('refund', refunded),
  ]
  return { ...samplePayment(), id: `pay_${made}`, key, transactions }
}
const amounts = (parts: readonly { amount: number }[] | 'exceeds') =>
  parts === 'exceeds' ? parts : parts.map(({ amount }) => amount)

describe('a refund over several payments', () => {
  it('comes from the newest first, and says why of each', () => {
    const payments = [paid(5_000, 5_000), paid(2_000, 2_000, 2_000), paid(1_000, 1_000, 400)]
    const plan = planRefunds(payments, 700)
    expect(plan).toMatchObject([
      { amount: 600, refundable: 600, why: 'newest' },
      { amount: 0, refundable: 0, why: 'nothing_left' },
      { amount: 100, refundable: 5_000, why: 'next_newest' },
    ])
    expect(planRefunds(payments, 600)).toMatchObject([{ amount: 600 }, {}, { amount: 0, why: 'not_needed' }])
    expect(planRefunds(payments, 5_601)).toBe('exceeds')
  })

  it('gives exactly what was asked for, and of no payment more than was taken of it', () => {
    const rows = fc.array(fc.tuple(fc.nat(10_000), fc.nat(10_000)), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(rows, fc.nat(30_000), (figures, amount) => {
        const payments = figures.map(([captured, refunded]) =>
          paid(captured, captured, Math.min(refunded, captured)),
        )
        const plan = planRefunds(payments, amount)
        const left = figures.reduce(
          (sum, [captured, refunded]) => sum + captured - Math.min(refunded, captured),
          0,
        )
        expect(plan === 'exceeds').toBe(amount > left)
        if (plan === 'exceeds') return
        expect(plan.reduce((sum, part) => sum + part.amount, 0)).toBe(amount)
        for (const part of plan) expect(part.amount).toBeLessThanOrEqual(part.refundable)
      }),
    )
  })
})

describe('a capture over several payments', () => {
  const payments = [paid(1_000, 400), paid(500, 0)]

  it('takes from the oldest first, all that is left where nothing is said', () => {
    expect(amounts(planCaptures(payments, {}))).toEqual([600, 500])
    expect(amounts(planCaptures(payments, { amount: 700 }))).toEqual([600, 100])
    expect(planCaptures(payments, { amount: 1_101 })).toBe('exceeds')
  })

  it('takes no more than the order owes in all, whatever is held', () => {
    expect(amounts(planCaptures(payments, { upTo: 900 }))).toEqual([500])
    expect(amounts(planCaptures(payments, { upTo: 400 }))).toEqual([])
    expect(amounts(planCaptures(payments, { upTo: 100 }))).toEqual([])
    expect(planCaptures(payments, { upTo: 900, amount: 501 })).toBe('exceeds')
  })
})
