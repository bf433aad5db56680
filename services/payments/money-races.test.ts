import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { must, openPayments } from './fixtures/open-payments.ts'

let shop: Awaited<ReturnType<typeof openPayments>>
beforeAll(async () => {
  shop = await openPayments()
})
afterEach(() => shop.eventually(() => shop.expectBooksToAgree()))
afterAll(() => shop.close())

const codes = (results: readonly { ok: boolean; refusal?: { code: string } }[]) =>
  results.flatMap(({ refusal }) => (refusal ? [refusal.code] : []))

/** We are the wall, not the provider: it was never asked for more than there is. */
async function expectNothingTooMuchAsked(id: string) {
  const { transactions } = await shop.show(id)
  expect(transactions.filter(({ state }) => state === 'failed')).toEqual([])
}

describe('P10 refunds at the same moment', () => {
  it('never give back more than was taken, in parts that do not add up', async () => {
    const { id, orderId } = await shop.paid('tok_authorize')
    await Promise.all([2_500, 2_500, 4_000].map((amount, n) => shop.capture(orderId, `c${n}`, amount)))
    expect(await shop.show(id)).toMatchObject({ captured: { amount: 9_000 } })
    const wishes = [5_000, 4_000, 3_000, 2_000, 1_000, 5_000, 4_000, 3_000]
    const results = await Promise.all(wishes.map((amount, n) => shop.refund(orderId, amount, `r${n}`)))
    const given = wishes.filter((_, n) => results[n]?.ok).reduce((sum, amount) => sum + amount, 0)
    expect(given).toBeLessThanOrEqual(9_000)
    expect(new Set(codes(results))).toEqual(new Set(['refund_exceeds_captured']))
    expect(await shop.show(id)).toMatchObject({ refunded: { amount: given } })
    await expectNothingTooMuchAsked(id)
  })

  it('and captures never take more than is held', async () => {
    const { id, orderId } = await shop.paid('tok_authorize')
    const results = await Promise.all(
      [6_000, 6_000, 3_000, 3_000, 1_000].map((amount, n) => shop.capture(orderId, `c${n}`, amount)),
    )
    expect(new Set(codes(results))).toEqual(new Set(['capture_exceeds_authorized']))
    const { captured } = await shop.show(id)
    expect(captured.amount).toBeLessThanOrEqual(10_000)
    await expectNothingTooMuchAsked(id)
  })

  it('while captures go on never give back what is not taken yet', async () => {
    const { id, orderId } = await shop.paid('tok_authorize')
    await Promise.all(
      [1, 2, 3, 4, 5].flatMap((n) => [
        shop.capture(orderId, `c${n}`, 2_000),
        shop.refund(orderId, 2_000, `r${n}`),
      ]),
    )
    const { captured, refunded } = await shop.show(id)
    expect(captured.amount).toBe(10_000)
    expect(refunded.amount).toBeLessThanOrEqual(10_000)
  })

  it.each([0, -1])('of %i are refused', async (amount) => {
    const { orderId } = await shop.paid('tok_visa')
    expect(await shop.refund(orderId, amount, 'odd')).toMatchObject({ refusal: { code: 'invalid_request' } })
  })
})

describe('P13 two tabs that pay the same order', () => {
  it('at the same moment pay it once', async () => {
    const orderId = shop.newOrder()
    const results = await Promise.all([shop.pay(orderId, 'tok_visa'), shop.pay(orderId, 'tok_visa')])
    expect(new Set(results.map((one) => must(one).id)).size).toBe(1)
    expect(await shop.bookOf(orderId)).toEqual(['authorization succeeded 10000', 'capture succeeded 10000'])
  })

  it('with a challenge in each are sent to one page, which is used once', async () => {
    const orderId = shop.newOrder()
    const tabs = [must(await shop.pay(orderId, 'tok_3ds')), must(await shop.pay(orderId, 'tok_3ds'))]
    expect(new Set(tabs.map(({ redirectUrl }) => redirectUrl)).size).toBe(1)
    await Promise.all(tabs.map(({ redirectUrl }) => shop.sandbox.press(redirectUrl ?? '', 'approve')))
    await shop.eventually(async () =>
      expect(await shop.show(tabs[0]?.id ?? '')).toMatchObject({ status: 'captured' }),
    )
    expect(await shop.bookOf(orderId)).toEqual(['authorization succeeded 10000', 'capture succeeded 10000'])
  })

  it('with another means in the second do not charge that one', async () => {
    const orderId = shop.newOrder()
    const challenged = must(await shop.pay(orderId, 'tok_3ds'))
    expect(must(await shop.pay(orderId, 'tok_visa'))).toMatchObject({ status: 'requires_action' })
    await shop.sandbox.press(challenged.redirectUrl ?? '', 'approve')
    await shop.eventually(async () =>
      expect(await shop.show(challenged.id)).toMatchObject({ captured: { amount: 10_000 } }),
    )
  })
})
