import { describe, expect, it } from 'vitest'
import type { Asking, Told } from '../asking/ask.ts'
import { runSale } from './flash-sale.ts'
import { tallyOf } from './sale-tally.ts'

const ok = (answer: unknown): Told<unknown> => ({ ok: true, answer })
const no = (status: number, code: string): Told<unknown> => ({
  ok: false,
  trouble: { kind: 'refused', problem: { status, code, title: code } },
})
const AWAY: Told<unknown> = { ok: false, trouble: { kind: 'away' } }

/** A shop with so many units, which answers `complete` as it is told to first. */
function shopWith(units: number, first: Told<unknown>[] = [], method = 'sandbox_card') {
  let left = units
  let carts = 0
  const keys = new Map<string, number>()
  const ask = async (path: string, { headers }: Asking = {}): Promise<Told<unknown>> => {
    if (path === '/store/v1/carts') return ok({ id: `cart_${String(++carts).padStart(26, '0')}` })
    if (path.endsWith('/payment-methods')) return ok({ items: [{ id: method }] })
    if (path.endsWith('/shipping-options')) return ok({ items: [{ id: 'standard' }] })
    if (!path.endsWith('/complete')) return ok({})
    const key = String(headers?.['idempotency-key'])
    keys.set(key, (keys.get(key) ?? 0) + 1)
    const told = first.shift()
    if (told) return told
    if (left === 0) return no(409, 'out_of_stock')
    left--
    return ok({ order: { status: 'confirmed', timeline: [{ traceId: 'abc' }] } })
  }
  return { ask: ask as never, keys }
}

const sell = async (buyers: number, shop: ReturnType<typeof shopWith>) => {
  let now = 0
  const parts = { ask: shop.ask, now: () => now++, rest: async () => {}, tell: () => {} }
  const outcomes = await runSale({ sku: 'MUG', currency: 'EUR', buyers, units: 1 }, parts)
  return outcomes && tallyOf(outcomes)
}

describe('a flash sale', () => {
  it('sells what is there, and tells the others that they came too late', async () => {
    expect(await sell(40, shopWith(7))).toMatchObject({
      answered: 40,
      won: 7,
      lost: 33,
      refused: 0,
      unanswered: 0,
    })
  })

  it('asks again under the same key while nobody answers, the shop is busy, or does not know yet', async () => {
    const shop = shopWith(1, [
      AWAY,
      no(503, 'unavailable'),
      no(429, 'rate_limited'),
      ok({ order: { status: 'pending', timeline: [] } }),
    ])
    expect(await sell(1, shop)).toMatchObject({ won: 1 })
    expect([...shop.keys.values()]).toEqual([5])
  })

  it('says why the shop refused', async () => {
    const refusals = [no(422, 'payment_method_unknown'), no(422, 'payment_method_unknown')]
    const tally = await sell(2, shopWith(9, refusals))
    expect(tally).toMatchObject({ refused: 2, reasons: [{ why: 'payment_method_unknown', times: 2 }] })
  })

  it('is not held in a shop that takes no test cards', async () => {
    const shop = shopWith(9, [], 'stripe_card')
    expect(await sell(2, shop)).toBeUndefined()
    expect(shop.keys.size).toBe(0)
  })
})
