import { seededRandom } from '@souk/kit/runtime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must, openPayments } from './fixtures/open-payments.ts'

let shop: Awaited<ReturnType<typeof openPayments>>
beforeAll(async () => {
  shop = await openPayments()
})
afterAll(() => shop.close())

function shuffled<T>(given: readonly T[], unit: () => number): T[] {
  return given
    .map((one) => ({ one, rank: unit() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one)
}

/** Charged and changed at the provider, of which we heard nothing: no answer, no notification. */
async function unheardOf(unit: () => number) {
  const orderId = shop.newOrder()
  const amounts = Array.from({ length: 3 }, () => 1 + Math.floor(unit() * 3_000))
  const back = Math.max(1, Math.floor(unit() * (amounts[0] ?? 1)))
  await shop.sandbox.misbehave({ holdMs: 20 })
  await shop.sandbox.script('authorize timeout_after_effect')
  const { id } = must(await shop.pay(orderId, 'tok_authorize'))
  const [row] = (await shop.readBook()).filter(({ reference }) => reference === id)
  const at = `/v1/payments/${row?.paymentId}`
  for (const [n, amount] of amounts.entries())
    await shop.sandbox.post(`${at}/capture`, `${id}-capture-${n}`, { amount })
  await shop.sandbox.post(`${at}/refunds`, `${id}-refund`, { amount: back, reference: 'x' })
  if (unit() < 0.5) await shop.sandbox.post(`${at}/void`, `${id}-void`, {})
  const rows = (await shop.readBook()).filter(({ reference }) => reference === id)
  const sum = (kind: string) =>
    rows.filter((one) => one.kind === kind).reduce((total, { amount }) => total + amount, 0)
  await shop.eventually(async () => expect(shop.notificationsOf(id)).toHaveLength(rows.length))
  return {
    id,
    notifications: shop.notificationsOf(id),
    end: {
      captured: { amount: sum('capture') },
      refunded: { amount: sum('refund') },
      voided: { amount: sum('void') },
    },
  }
}

describe('P04 P06 notifications shuffled and doubled', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])('always end the same: seed %i', async (seed) => {
    const { unit } = seededRandom(seed)
    const { id, notifications, end } = await shop.unheard(() => unheardOf(unit))
    const doubled = notifications.flatMap((one) =>
      Array.from({ length: 1 + Math.floor(unit() * 4) }, () => one),
    )
    const [together, ...rest] = [shuffled(doubled, unit).slice(0, 4), ...shuffled(doubled, unit), ...doubled]
    await Promise.all(together.map((one) => shop.deliver(one)))
    for (const one of rest) {
      expect(await shop.deliver(one)).toMatchObject({ ok: true })
      const { authorized, captured, voided, refunded } = await shop.show(id)
      expect(captured.amount + voided.amount).toBeLessThanOrEqual(authorized.amount)
      expect(refunded.amount).toBeLessThanOrEqual(captured.amount)
    }
    expect(await shop.show(id)).toMatchObject(end)
    await shop.eventually(() => shop.expectBalance())
  })
})
