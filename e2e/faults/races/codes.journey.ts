import type { Cart } from '@souk/contracts/carts'
import type { DiscountCode, Promotion } from '@souk/contracts/promotions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from '../../answers.ts'
import type { Client } from '../../client.ts'
import { openTestShop, type Shop } from '../../shop.ts'
import { complete, fillCart, ok, orderNow, sell } from '../../shopping.ts'
import { expectNothingParked, kept, openBook, outcomesOf, sumTotals } from './books.ts'
import { atOnce, race, seeds } from './rounds.ts'

let shop: Shop
let admin: Client
let guest: Client
let sku: string
let made = 0

beforeAll(async () => {
  shop = await openTestShop()
  admin = await shop.admin()
  guest = shop.guest()
  sku = (await sell(admin, { amount: 2_000, quantity: 900 })).sku
})
afterAll(() => shop.close())

const eur = (amount: number) => ({ amount, currency: 'EUR' })

/** Half off, for those who name the code. */
async function promote(limits: Partial<Promotion['limits']>, uses: number | null = null) {
  const action = { kind: 'amount_off_order', items: {}, amount: [eur(1_000)] }
  const all = { uses: null, usesPerCustomer: null, budget: null, ...limits }
  const given = { title: 'Ten off', action, requiresCode: true, limits: all }
  const { id } = ok(await admin.post<Promotion>('/admin/v1/promotions', given), 201)
  const code = `RACE-${process.pid}-${++made}`
  ok(await admin.post(`/admin/v1/promotions/${id}/codes`, { codes: [code], uses }), 201)
  return { id, code }
}

async function cartWith(code: string, email = `buyer-${++made}@example.com`): Promise<Cart> {
  const cart = await fillCart(guest, [{ sku }], email)
  return ok(await guest.post<Cart>(`/store/v1/carts/${cart.id}/codes`, { code }), 200)
}
const pay = ({ id }: Cart) => complete(guest, id, { token: 'tok_visa' })
const usedOf = async ({ id }: { id: string }) => {
  const { items } = ok(await admin.get<Page<DiscountCode>>(`/admin/v1/promotions/${id}/codes`), 200)
  return items[0]?.used
}

const limited: [string, () => Promise<{ id: string; code: string }>][] = [
  ['a code', () => promote({}, 3)],
  ['a promotion', () => promote({ uses: 3 })],
  ['a budget', () => promote({ budget: [eur(3_500)] })],
]

describe.each(limited)('%s good for three, named by ten at the same moment', (_name, limit) => {
  it.each(seeds)('is given to three, and the others are told (seed %i)', async () => {
    const promotion = await limit()
    const carts = await Promise.all(Array.from({ length: 10 }, () => cartWith(promotion.code)))
    const booked = await openBook(guest)
    const answers = await atOnce(10, (index) => pay(carts[index] as Cart))
    const { orders, codes } = outcomesOf(answers)
    expect(orders.map(({ totals }) => totals.discount.amount)).toEqual([1_000, 1_000, 1_000])
    expect(codes).toEqual(Array(7).fill('409 price_changed'))
    expect(kept(await booked())).toBe(sumTotals(orders))
    expect(await usedOf(promotion)).toBe(3)
    const loser = carts[answers.findIndex(({ status }) => status === 409)] as Cart
    const again = ok(await guest.get<Cart>(`/store/v1/carts/${loser.id}`), 200)
    expect(again).toMatchObject({ status: 'active', codes: [{ outcome: 'exhausted' }] })
    expect(again.totals.discount.amount).toBe(0)
    expect(ok(await pay(loser), 201).order.totals.discount.amount).toBe(0)
  })
})

it.each(seeds)(
  'one a customer may use once is used once from two carts at the same moment (seed %i)',
  async (seed) => {
    const promotion = await promote({ usesPerCustomer: 1 })
    const email = `twice-${seed}@example.com`
    const carts = [await cartWith(promotion.code, email), await cartWith(promotion.code, email.toUpperCase())]
    const [a, b] = await race(
      seed,
      () => pay(carts[0] as Cart),
      () => pay(carts[1] as Cart),
    )
    expect([a.status, b.status].sort()).toEqual([201, 409])
    expect(await usedOf(promotion)).toBe(1)
  },
)

it.each(seeds)(
  'what an order gives back by being cancelled is there for another, once (seed %i)',
  async (seed) => {
    const promotion = await promote({ uses: 1 })
    const first = ok(await pay(await cartWith(promotion.code)), 201).order
    const cancel = () => guest.post(`/store/v1/orders/${first.id}/cancel?token=${first.token}`)
    await race(seed, cancel, cancel)
    await expect.poll(() => usedOf(promotion), { timeout: 15_000 }).toBe(0)
    expect((await orderNow(guest, first)).status).toBe('cancelled')
    const carts = [await cartWith(promotion.code), await cartWith(promotion.code)]
    const answers = await atOnce(2, (index) => pay(carts[index] as Cart))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(await usedOf(promotion)).toBe(1)
  },
)

it('leaves nothing for an operator', async () => await expectNothingParked(guest))
