import type { Cart } from '@souk/contracts/carts'
import type { ShippingOption } from '@souk/contracts/values'
import { seededRandom } from '@souk/kit/runtime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page, Session } from '../../answers.ts'
import type { Answered, Client } from '../../client.ts'
import { openTestShop, type Shop } from '../../shop.ts'
import { BERLIN, complete, fillCart, ok, sell } from '../../shopping.ts'
import { kept, openBook } from './books.ts'
import { atOnce, between, race, seeds } from './rounds.ts'

let shop: Shop
let admin: Client
let guest: Client
let skus: string[]
/** A way to deliver that is not the one carts are filled with. */
let express: string | undefined

beforeAll(async () => {
  shop = await openTestShop()
  admin = await shop.admin()
  guest = shop.guest()
  skus = []
  for (const amount of [1_000, 2_100, 3_300, 4_700])
    skus.push((await sell(admin, { amount, quantity: 900 })).sku)
  const cart = await fillCart(guest, [{ sku: sku(0) }])
  const { items } = ok(await guest.get<Page<ShippingOption>>(at(cart, '/shipping-options')), 200)
  express = items.find(({ id }) => id !== cart.shippingOption?.id)?.id
})
afterAll(() => shop.close())

const cartNow = async (id: string, asker = guest) => ok(await asker.get<Cart>(`/store/v1/carts/${id}`), 200)
const sku = (index: number) => skus[index] as string
const bought = (lines: readonly { sku: string; quantity: number }[]) =>
  Object.fromEntries(lines.map((line) => [line.sku, line.quantity]))

interface Change {
  /** Asked at the moment of the checkout. */
  make(cart: Cart): Promise<Answered<unknown>>
  /** What the order has to say when the change took place. */
  isIn(order: {
    lines: readonly { sku: string; quantity: number }[]
    city: string
    shipping: string
  }): boolean
}
const at = (cart: Cart, path = '') => `/store/v1/carts/${cart.id}${path}`

const changes: [string, Change][] = [
  [
    'a line added',
    {
      make: (cart) => guest.post(at(cart, '/lines'), { sku: sku(2), quantity: 3 }),
      isIn: ({ lines }) => bought(lines)[sku(2)] === 3,
    },
  ],
  [
    'a quantity raised',
    {
      make: (cart) => guest.patch(at(cart, `/lines/${cart.lines[0]?.id}`), { quantity: 7 }),
      isIn: ({ lines }) => bought(lines)[sku(0)] === 7,
    },
  ],
  [
    'a line removed',
    {
      make: (cart) => guest.remove(at(cart, `/lines/${cart.lines[1]?.id}`)),
      isIn: ({ lines }) => !(sku(1) in bought(lines)),
    },
  ],
  [
    'another address',
    {
      make: (cart) => guest.patch(at(cart), { shippingAddress: { ...BERLIN, city: 'Ulm' } }),
      isIn: ({ city }) => city === 'Ulm',
    },
  ],
  [
    'another delivery',
    {
      make: (cart) => guest.patch(at(cart), { shippingOptionId: express }),
      isIn: ({ shipping }) => shipping === express,
    },
  ],
]

describe('a cart changed during its checkout', () => {
  const rounds = seeds.flatMap((seed) => changes.map(([name, change]) => [name, seed, change] as const))

  it.each(rounds)(
    'is paid as it is ordered, or the change is refused: %s (seed %i)',
    async (_name, seed, change) => {
      const cart = await fillCart(guest, [{ sku: sku(0), quantity: 2 }, { sku: sku(1) }])
      const booked = await openBook(guest)
      const [done, changed] = await race(
        seed,
        () => complete(guest, cart.id, { token: 'tok_visa' }),
        () => change.make(cart),
      )
      if (changed.status !== 200) {
        expect(changed.status, JSON.stringify(changed.body)).toBe(409)
        expect(['checkout_in_progress', 'cart_completed']).toContain(changed.body.code)
      }
      if (done.status !== 201) {
        expect(done.body.code).toBe('price_changed')
        return expect(await booked()).toEqual([])
      }
      const { lines, totals, shippingAddress } = done.body.order
      const goods = lines.reduce((sum, { unitPrice, quantity }) => sum + unitPrice.amount * quantity, 0)
      expect(totals.subtotal.amount).toBe(goods)
      expect(totals.total.amount).toBe(goods + totals.shipping.amount)
      expect(kept(await booked())).toBe(totals.total.amount)
      const after = await cartNow(cart.id)
      const seen = { lines, city: shippingAddress.city, shipping: String(after.shippingOption?.id) }
      expect(change.isIn(seen)).toBe(changed.status === 200)
      expect(bought(after.lines)).toEqual(bought(lines))
      expect(after.totals).toEqual(totals)
    },
  )

  it.each(seeds)('claimed at that moment belongs to one of them (seed %i)', async (seed) => {
    const cart = await fillCart(guest, [{ sku: sku(0) }])
    const ada = guest.as((await register(`claim-${seed}`)).accessToken)
    const booked = await openBook(guest)
    const [done, claimed] = await race(
      seed,
      () => complete(guest, cart.id, { token: 'tok_visa' }),
      () => ada.post<Cart>(`/store/v1/carts/${cart.id}/claim`),
    )
    if (done.status === 201) {
      expect(['checkout_in_progress', 'cart_completed']).toContain(claimed.body.code)
      return expect(kept(await booked())).toBe(done.body.order.totals.total.amount)
    }
    expect([done.status, claimed.status]).toEqual([404, 200])
    expect(await booked()).toEqual([])
    expect((await cartNow(cart.id, ada)).status).toBe('active')
  })
})

describe('fifty changes of one cart at the same moment', () => {
  it.each(seeds)('all take effect or say that they do not, at the right prices (seed %i)', async (seed) => {
    const random = seededRandom(seed)
    const cart = ok(await guest.post<Cart>('/store/v1/carts', { currency: 'EUR' }), 201)
    const picks = Array.from({ length: 50 }, () => sku(between(0, 3, random)))
    const answers = await atOnce(50, (index) =>
      guest.post<Cart>(`/store/v1/carts/${cart.id}/lines`, { sku: picks[index], quantity: 1 }),
    )
    expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([])
    const expected: Record<string, number> = {}
    answers.forEach(({ status }, index) => {
      const name = picks[index] as string
      if (status === 200) expected[name] = (expected[name] ?? 0) + 1
    })
    const after = await cartNow(cart.id)
    expect(bought(after.lines)).toEqual(expected)
    expectRightPrices(after)
  })

  it.each(seeds)('to quantities leave one that was asked for, at the right price (seed %i)', async (seed) => {
    const random = seededRandom(seed)
    const cart = await fillCart(guest, [{ sku: sku(0) }, { sku: sku(3) }])
    const wishes = Array.from({ length: 50 }, (_, index) => ({
      line: cart.lines[index % 2]?.id,
      quantity: between(1, 20, random),
    }))
    const answers = await atOnce(50, (index) =>
      guest.patch<Cart>(`/store/v1/carts/${cart.id}/lines/${wishes[index]?.line}`, {
        quantity: wishes[index]?.quantity,
      }),
    )
    expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([])
    const after = await cartNow(cart.id)
    for (const { id, quantity } of after.lines)
      expect(wishes.filter(({ line }) => line === id).map((wish) => wish.quantity)).toContain(quantity)
    expectRightPrices(after)
  })
})

function expectRightPrices({ lines, totals }: Cart): void {
  const prices: Record<string, number> = {
    [sku(0)]: 1_000,
    [sku(1)]: 2_100,
    [sku(2)]: 3_300,
    [sku(3)]: 4_700,
  }
  for (const line of lines) {
    expect(line.unitPrice.amount).toBe(prices[line.sku])
    expect(line.total.amount).toBe(line.unitPrice.amount * line.quantity)
  }
  expect(totals.subtotal.amount).toBe(lines.reduce((sum, { total }) => sum + total.amount, 0))
}

const register = async (name: string): Promise<Session> =>
  ok(
    await guest.post<Session>('/store/v1/auth/register', {
      email: `${name}-${process.pid}@example.com`,
      password: 'correct horse battery',
      name: 'Ada',
    }),
    201,
  )
