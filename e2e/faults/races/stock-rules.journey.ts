import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../client.ts'
import { openTestShop, type Shop } from '../../shop.ts'
import { complete, fillCart, ok, sell } from '../../shopping.ts'
import { expectNothingParked, outcomesOf, stockOf } from './books.ts'
import { atOnce, race, seeds } from './rounds.ts'

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

describe('a bundle and what it is made of', () => {
  it.each(seeds)('bought at the same moment are never sold beyond the shelf (seed %i)', async (seed) => {
    const cup = await sell(admin, { quantity: 5 })
    const set = await sell(admin, { quantity: 0 })
    const components = [{ sku: cup.sku, quantity: 2 }]
    ok(await admin.put(`/admin/v1/inventory/${set.sku}/components`, { components }), 200)
    const inStock = async () => (await fillCart(guest, [{ sku: set.sku }])).lines[0]?.availability
    await expect.poll(inStock, { timeout: 10_000 }).toBe('low_stock')
    const carts = await atOnce(8, (buyer) => fillCart(guest, [{ sku: buyer % 2 ? set.sku : cup.sku }]))
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
    const lines = orders.flatMap(({ lines }) => lines)
    const cups = lines.reduce((sum, { sku, quantity }) => sum + (sku === set.sku ? 2 : 1) * quantity, 0)
    expect(cups).toBeGreaterThanOrEqual(4)
    expect(await stockOf(admin, cup.sku)).toMatchObject({ onHand: 5, reserved: cups, available: 5 - cups })
    expect(await stockOf(admin, set.sku)).toMatchObject({ onHand: 0, reserved: 0 })
  })
})

describe('the last units, wanted by two transfers and a buyer', () => {
  it.each(seeds)('go to one of them (seed %i)', async (seed) => {
    const { sku } = await sell(admin, { quantity: 2 })
    const location = `annex-${sku.toLowerCase()}`
    ok(await admin.post('/admin/v1/locations', { location, name: 'Annex' }), 201)
    const plans = await atOnce(2, async () => {
      const plan = { from: 'main', to: location, lines: [{ sku, quantity: 2 }] }
      return ok(await admin.post<{ id: string }>('/admin/v1/transfers', plan), 201)
    })
    const cart = await fillCart(guest, [{ sku, quantity: 2 }])
    const [bought, ...shipped] = await race(
      seed,
      () => pay(cart.id),
      ...plans.map(
        ({ id }) =>
          () =>
            admin.post<{ code: string }>(`/admin/v1/transfers/${id}/ship`),
      ),
    )
    const won = [bought.status === 201, ...shipped.map(({ status }) => status === 200)]
    expect(won.filter(Boolean)).toHaveLength(1)
    const [onHand, reserved, incoming] = won[0] ? [2, 2, 0] : [0, 0, 2]
    expect(await stockOf(admin, sku)).toMatchObject({ onHand, reserved, incoming })
  })

  it('leaves nothing for an operator', async () => await expectNothingParked(guest))
})
