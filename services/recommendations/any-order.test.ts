import { orderConfirmed, orderEdited } from '@souk/contracts/orders'
import type { Announcement } from '@souk/kit/contract'
import { seededRandom } from '@souk/kit/runtime'
import type { Stage } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  cancelled,
  confirmed,
  counted,
  edited,
  erased,
  idOf,
  offer,
  openShop,
  published,
  returned,
  tell,
} from './fixtures/open-shop.ts'

const SEED = 11
const ORDERS = 40
let live: Stage
let rebuilt: Stage
beforeAll(async () => {
  ;[live, rebuilt] = await Promise.all([openShop(), openShop()])
})
afterAll(() => Promise.all([live.stop(), rebuilt.stop()]))

/** Orders of a few customers; some are edited, some cancelled, some come back in part, and one customer is erased. */
function season(at: number): Announcement[] {
  const random = seededRandom(SEED)
  const offers = Array.from({ length: 8 }, (_, index) => offer(`Thing ${index}`))
  const customers = [idOf('cus'), idOf('cus'), null]
  const pick = <T>(list: readonly T[]) => list[Math.floor(random.unit() * list.length)] as T
  const orders = Array.from({ length: ORDERS }, (_, index) => {
    const orderId = idOf('ord')
    const skus = [...new Set(Array.from({ length: 4 }, () => pick(offers).sku))]
    const end = index % 5 === 0 ? [cancelled(orderId, at)] : []
    const back = index % 7 === 3 ? [returned(orderId, skus[0] as string, at)] : []
    const bought = { orderId, customerId: pick(customers), at }
    const changed = index % 6 === 1 ? [edited([pick(offers).sku], bought)] : []
    return [confirmed(skus, bought), ...changed, ...end, ...back]
  })
  return [...offers.map(published), ...orders.flat(), erased(customers[0] as string, at)]
}

const editsToldFirst = (told: readonly Announcement[]) =>
  told.filter(
    (event, place) =>
      event.type === orderEdited.type &&
      told.some(
        (other, at) => at > place && other.subject === event.subject && other.type === orderConfirmed.type,
      ),
  ).length

describe('what is counted', () => {
  it(`is the same however its news arrive, and when all of it is replayed (seed ${SEED})`, async () => {
    const random = seededRandom(SEED + 1)
    const told = season(live.clock.now())
    await tell(live, ...told)
    const places = new Map(told.map((event) => [event, random.unit()]))
    const shuffled = told.toSorted((a, b) => Number(places.get(a)) - Number(places.get(b)))
    expect(editsToldFirst(shuffled)).toBeGreaterThan(0)
    await tell(rebuilt, ...shuffled)
    const before = await counted(live)
    expect(await counted(rebuilt)).toEqual(before)
    expect(before.length).toBeGreaterThan(ORDERS)
    await live.republish(live.announced())
    await live.settle()
    expect(await counted(live)).toEqual(before)
  })
})
