import type { Cart } from '@souk/contracts/carts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Checkout, LedgerRow, Page, Stock } from './answers.ts'
import type { Answered, Client } from './client.ts'
import { openTestShop, type Shop } from './shop.ts'
import { complete, fillCart, ok, sell } from './shopping.ts'

const BUYERS = 10

let shop: Shop
let admin: Client
let guest: Client

beforeAll(async () => {
  shop = await openTestShop()
  admin = await shop.admin()
  guest = shop.guest()
})
afterAll(() => shop.close())

/** Ten buyers, each with the last unit in the cart: everybody stands before the payment. */
async function crowd(): Promise<{ sku: string; carts: Cart[] }> {
  const { sku } = await sell(admin, { quantity: 1 })
  const carts: Cart[] = []
  for (let buyer = 0; buyer < BUYERS; buyer++)
    carts.push(await fillCart(guest, [{ sku }], `buyer-${buyer}@example.com`))
  return { sku, carts }
}

const pay = ({ id }: Cart) => complete(guest, id, { token: 'tok_visa' })

async function soldOnce(sku: string, answers: readonly Answered<Checkout>[]): Promise<void> {
  const winners = answers.filter(({ status }) => status === 201)
  const losers = answers.filter(({ status }) => status === 409)
  expect(losers.map(({ body }) => body.code)).toEqual(Array(BUYERS - 1).fill('out_of_stock'))
  expect(winners).toHaveLength(1)
  expect(ok(await admin.get<Stock>(`/admin/v1/inventory/${sku}`), 200)).toMatchObject({
    onHand: 1,
    reserved: 1,
    available: 0,
  })
  expect(await charged()).toContain(winners[0]?.body.order.id)
}

/** Orders the provider took money for, by its own book, oldest first. */
async function charged(): Promise<string[]> {
  const orderIds: string[] = []
  for (let cursor = ''; ; ) {
    const page = await guest.get<Page<LedgerRow>>(`${shop.url}/sandbox/v1/ledger?limit=100${cursor}`)
    const { items, nextCursor } = ok(page, 200)
    orderIds.push(...items.flatMap(({ kind, orderId }) => (kind === 'authorization' ? [orderId] : [])))
    if (!nextCursor) return orderIds
    cursor = `&cursor=${nextCursor}`
  }
}

describe('the last unit, wanted by ten', () => {
  it('is sold once to who comes first, one after another', async () => {
    const { sku } = await sell(admin, { quantity: 1 })
    const before = (await charged()).length
    const answers: Answered<Checkout>[] = []
    for (let buyer = 0; buyer < BUYERS; buyer++)
      answers.push(await pay(await fillCart(guest, [{ sku }], `buyer-${buyer}@example.com`)))
    await soldOnce(sku, answers)
    expect(await charged()).toHaveLength(before + 1)
  })

  it('is sold once when all stand before the payment and pay one after another', async () => {
    const { sku, carts } = await crowd()
    const before = (await charged()).length
    const answers: Answered<Checkout>[] = []
    for (const cart of carts) answers.push(await pay(cart))
    await soldOnce(sku, answers)
    expect(await charged()).toHaveLength(before + 1)
  })

  it('is sold once when all pay at the same moment', async () => {
    const { sku, carts } = await crowd()
    const before = (await charged()).length
    await soldOnce(sku, await Promise.all(carts.map(pay)))
    expect(await charged()).toHaveLength(before + 1)
  })
})
