import type { Product } from '@souk/contracts/catalog'
import { seededRandom } from '@souk/kit/runtime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Checkout } from '../../answers.ts'
import type { Answered, Client } from '../../client.ts'
import { openTestShop, type Shop } from '../../shop.ts'
import { complete, fillCart, ok, orderNow, sell } from '../../shopping.ts'
import { expectNothingParked, kept, openBook, outcomesOf, stockOf, sumTotals } from './books.ts'
import { atOnce, between, race, seeds } from './rounds.ts'

let shop: Shop
let admin: Client
let guest: Client

beforeAll(async () => {
  shop = await openTestShop()
  admin = await shop.admin()
  guest = shop.guest()
})
afterAll(() => shop.close())

const pay = (cartId: string) => complete(guest, cartId, { token: 'tok_visa' })
/** Ten carts that lack nothing but the payment. */
const tenAtThePayment = (sku: string) => atOnce(10, () => fillCart(guest, [{ sku }]))
type Way = (sku: string) => Promise<Answered<Checkout>[]>
const ways: [string, Way][] = [
  [
    'one buyer after another',
    async (sku) => {
      const answers = []
      for (let buyer = 0; buyer < 10; buyer++) answers.push(await pay((await fillCart(guest, [{ sku }])).id))
      return answers
    },
  ],
  [
    'all at the payment, then one after another',
    async (sku) => {
      const answers = []
      for (const { id } of await tenAtThePayment(sku)) answers.push(await pay(id))
      return answers
    },
  ],
  [
    'all paying at the same moment',
    async (sku) => await Promise.all((await tenAtThePayment(sku)).map(({ id }) => pay(id))),
  ],
]

describe('the last unit, wanted by ten', () => {
  const rounds = seeds.flatMap((seed) => ways.map(([name, way]) => [name, seed, way] as const))

  it.each(rounds)('is sold once, and nobody else is charged: %s (seed %i)', async (_name, _seed, way) => {
    const { sku } = await sell(admin, { quantity: 1 })
    const booked = await openBook(guest)
    const { orders, codes } = outcomesOf(await way(sku))
    expect(orders).toHaveLength(1)
    expect(codes).toEqual(Array(9).fill('409 out_of_stock'))
    expect(await stockOf(admin, sku)).toMatchObject({ onHand: 1, reserved: 1, available: 0 })
    const rows = await booked()
    expect(new Set(rows.map(({ orderId }) => orderId))).toEqual(new Set([orders[0]?.id]))
    expect(kept(rows)).toBe(sumTotals(orders))
  })

  it.each(seeds)('is kept for whoever confirms the payment elsewhere meanwhile (seed %i)', async () => {
    const { sku } = await sell(admin, { quantity: 1 })
    const booked = await openBook(guest)
    const carts = await tenAtThePayment(sku)
    const answers = await Promise.all(carts.map(({ id }) => complete(guest, id, { token: 'tok_3ds' })))
    const [asked, ...others] = answers.filter(({ status }) => status === 202)
    expect(others).toEqual([])
    expect(answers.filter(({ body }) => body.code === 'out_of_stock')).toHaveLength(9)
    await guest.send('POST', String(asked?.body.action?.url), {
      body: 'decision=approve',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    const { order } = asked?.body ?? expect.fail('nobody was asked to confirm')
    await expect
      .poll(async () => (await orderNow(guest, order)).status, { timeout: 15_000 })
      .toBe('confirmed')
    expect(kept(await booked())).toBe(order.totals.total.amount)
  })
})

describe('a limited stock', () => {
  it.each(seeds)('is never sold beyond, and nobody is refused what is there (seed %i)', async (seed) => {
    const random = seededRandom(seed)
    const stock = between(5, 15, random)
    const { sku } = await sell(admin, { quantity: stock })
    const wishes = Array.from({ length: 12 }, () => between(1, 4, random))
    const carts = await Promise.all(wishes.map((quantity) => fillCart(guest, [{ sku, quantity }])))
    const booked = await openBook(guest)
    const answers = await race(
      seed,
      ...carts.map(
        ({ id }) =>
          () =>
            pay(id),
      ),
    )
    const { orders, codes } = outcomesOf(answers)
    expect(codes.filter((code) => code !== '409 out_of_stock')).toEqual([])
    const sold = orders.reduce((sum, { lines }) => sum + (lines[0]?.quantity ?? 0), 0)
    expect(sold).toBeLessThanOrEqual(stock)
    expect(await stockOf(admin, sku)).toMatchObject({
      onHand: stock,
      reserved: sold,
      available: stock - sold,
    })
    const refused = wishes.filter((_, index) => answers[index]?.status !== 201)
    expect(refused.filter((quantity) => quantity <= stock - sold)).toEqual([])
    const rows = await booked()
    expect(kept(rows)).toBe(sumTotals(orders))
    expect(rows.filter(({ orderId }) => !orders.some(({ id }) => id === orderId))).toEqual([])
  })

  it.each(seeds)(
    'taken off the shelf by staff at that moment is sold or gone, not both (seed %i)',
    async (seed) => {
      const { sku } = await sell(admin, { quantity: 3 })
      const cart = await fillCart(guest, [{ sku, quantity: 2 }])
      const booked = await openBook(guest)
      const [bought, adjusted] = await race(
        seed,
        () => pay(cart.id),
        () => admin.post(`/admin/v1/inventory/${sku}/adjustments`, { delta: -2, reason: 'broken' }),
      )
      const isSold = bought.status === 201
      expect(adjusted.body.code).toBe(isSold ? 'insufficient_stock' : undefined)
      expect(bought.body.code).toBe(isSold ? undefined : 'out_of_stock')
      expect(await stockOf(admin, sku)).toMatchObject(
        isSold ? { onHand: 3, reserved: 2, available: 1 } : { onHand: 1, reserved: 0, available: 1 },
      )
      expect(kept(await booked())).toBe(isSold ? bought.body.order.totals.total.amount : 0)
    },
  )
})

describe('what staff do to a product during its checkout', () => {
  const productOf = async (slug: string) => ok(await guest.get<Product>(`/store/v1/products/${slug}`), 200)

  const lower = { amount: 900, currency: 'EUR' }
  const ways = ['its price', 'a list’s price'] as const
  const cheaper = async (way: (typeof ways)[number], { sku, slug }: { sku: string; slug: string }) => {
    if (way === 'its price') {
      const { id, variants } = await productOf(slug)
      return () => admin.patch(`/admin/v1/products/${id}/variants/${variants[0]?.id}`, { prices: [lower] })
    }
    const { id } = ok(await admin.post<{ id: string }>('/admin/v1/price-lists', { title: sku }), 201)
    return () => admin.put(`/admin/v1/price-lists/${id}/prices`, { prices: [{ sku, ...lower }] })
  }

  const rounds = seeds.flatMap((seed) => ways.map((way) => [way, seed] as const))
  it.each(rounds)('to %s: what is paid is the price that was shown (seed %i)', async (way, seed) => {
    const offered = await sell(admin, { amount: 1_000 })
    const { sku } = offered
    const change = await cheaper(way, offered)
    const cart = await fillCart(guest, [{ sku, quantity: 2 }])
    const booked = await openBook(guest)
    const [bought, changed] = await race(seed, () => pay(cart.id), change)
    expect([200, 204], JSON.stringify(changed.body)).toContain(changed.status)
    if (bought.status !== 201) {
      expect(bought.body.code).toBe('price_changed')
      return expect(await booked()).toEqual([])
    }
    const { lines, totals } = bought.body.order
    expect([lines[0]?.unitPrice.amount, lines[0]?.total.amount]).toEqual([1_000, 2_000])
    expect(totals.total).toEqual(cart.totals.total)
    expect(kept(await booked())).toBe(totals.total.amount)
  })

  it.each(seeds)('deleting it: the order stands whole or was refused (seed %i)', async (seed) => {
    const { sku, slug } = await sell(admin)
    const { id } = await productOf(slug)
    const cart = await fillCart(guest, [{ sku }])
    const booked = await openBook(guest)
    const [bought, removed] = await race(
      seed,
      () => pay(cart.id),
      () => admin.remove(`/admin/v1/products/${id}`),
    )
    expect(removed.status).toBe(204)
    if (bought.status !== 201) {
      expect(bought.body.code).toBe('out_of_stock')
      return expect(await booked()).toEqual([])
    }
    const order = await orderNow(guest, bought.body.order)
    expect(order.lines).toMatchObject([{ sku, quantity: 1 }])
    expect(kept(await booked())).toBe(order.totals.total.amount)
  })

  it('leaves nothing for an operator', async () => await expectNothingParked(guest))
})
