import type { Order } from '@souk/contracts/orders'
import { afterEach, describe, expect, it } from 'vitest'
import { type EmbeddedShop, openEmbeddedShop } from '../shop.ts'
import { orderNow } from '../shopping.ts'
import { someOf } from '../some-of.ts'
import { busyDay } from './busy-day.ts'
import { rowsOf, workLeft } from './whole-state.ts'

let shop: EmbeddedShop
afterEach(() => shop.close())

const count = async (service: string, rows: string) =>
  Number((await rowsOf(shop.databases, service, `select count(*) from ${rows}`))[0]?.count)
const parked = async () => {
  const all = [...shop.databases.keys()].map((service) =>
    rowsOf(shop.databases, service, `select type, error from inbox where state = 'parked'`),
  )
  return (await Promise.all(all)).flat()
}
const statesOf = ({ status, paymentStatus, fulfilmentStatus, returnStatus }: Order) => [
  status,
  paymentStatus,
  fulfilmentStatus,
  returnStatus,
]

const worst = { duplicate: 0.3, reorder: 100, delayMs: 300, lose: 0.15, loseAck: 0.2 }

describe('a shop whose events get lost, doubled, late and out of order', () => {
  it.each(someOf(['1', '2', '3', '4'], 1).map(Number))(
    'ends as if nothing had happened (F64, F65, F66, seed %i)',
    async (seed) => {
      shop = await openEmbeddedShop({ seed, ...worst })
      const orders = await busyDay(shop)
      await expect.poll(() => workLeft(shop.databases), { timeout: 60_000, interval: 250 }).toBe(0)
      expect(await parked()).toEqual([])
      const now = await Promise.all(orders.map((order) => orderNow(shop.guest(), order)))
      expect(now.map(statesOf)).toEqual([
        ['completed', 'paid', 'delivered', 'received'],
        ['confirmed', 'partially_refunded', 'unfulfilled', 'none'],
        ['cancelled', 'refunded', 'unfulfilled', 'none'],
        ['confirmed', 'paid', 'unfulfilled', 'none'],
        ['confirmed', 'paid', 'unfulfilled', 'none'],
      ])
      const [stock] = await rowsOf(
        shop.databases,
        'inventory',
        'select sum(on_hand)::int as "onHand", sum(reserved)::int as reserved from stock',
      )
      expect(stock).toEqual({ onHand: 40, reserved: 3 })
      expect(await count('inventory', `movement where kind = 'sale'`)).toBe(1)
      expect(await count('carts', `cart where status = 'completed'`)).toBe(5)
      // Confirmed ×5, shipped, delivered, return asked for and approved, refunded ×2, cancelled: each told once.
      expect(await count('notifications', `message where template = 'order-confirmed'`)).toBe(5)
      expect(await count('notifications', 'message')).toBe(
        await count('notifications', '(select distinct event_id from message) m'),
      )
      // Which kinds strike in so short a day is chance; that each of them can is shown in the kit.
      const injected = Object.values(shop.transport.injected).reduce((sum, often) => sum + often, 0)
      expect(injected).toBeGreaterThan(10)
    },
    120_000,
  )
})
