import { seededRandom } from '@souk/kit/runtime'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPayments } from './fixtures/open-payments.ts'

let shop: Awaited<ReturnType<typeof openPayments>>
// Reconciling moves the clock, and past five minutes no notification would be taken: each begins with a fresh one.
beforeEach(async () => {
  shop = await openPayments()
})
afterEach(() => shop.close())

describe('P01 to P12 all at once', () => {
  const rates = {
    ...{ slow: 0.05, error_500: 0.1, rate_limited: 0.05, decline: 0.1 },
    ...{ timeout_before_effect: 0.1, timeout_after_effect: 0.15 },
    ...{ webhook_duplicate: 0.2, webhook_early: 0.15, webhook_late: 0.15 },
    ...{ webhook_out_of_order: 0.15, webhook_forged: 0.15, wrong_amount: 0.1 },
  }

  /** What a shop might ask of one payment. */
  async function live(orderId: string, unit: () => number) {
    const paid = await shop.pay(orderId, unit() < 0.5 ? 'tok_visa' : 'tok_authorize')
    if (!paid.ok) return
    if (unit() < 0.7) await shop.capture(orderId, 'c', 1 + Math.floor(unit() * 9_999))
    if (unit() < 0.5) await shop.refund(orderId, 1 + Math.floor(unit() * 5_000), 'r')
    if (unit() < 0.3) await shop.cancel(orderId)
  }

  it.each([42, 43, 44, 45])(
    'leave two books that agree and nothing unknown: seed %i',
    async (seed) => {
      const { unit } = seededRandom(seed)
      await shop.sandbox.misbehave({ seed, rates, slowMs: 60, holdMs: 60 })
      const orders = Array.from({ length: 25 }, () => shop.newOrder())
      await Promise.all(orders.map((orderId) => live(orderId, unit)))
      await shop.reconcile()
      expect(await shop.sandbox.behave()).toBe(0)
      // What never reached the provider is asked for once more, as the checkout does.
      await shop.eventually(async () => {
        await shop.reconcile()
        for (const orderId of orders) {
          const asked = await shop.pay(orderId, 'tok_visa')
          if (asked.ok) expect(['authorized', 'captured']).toContain(asked.body.status)
        }
        await shop.expectBooksToAgree()
      })
    },
    60_000,
  )
})
