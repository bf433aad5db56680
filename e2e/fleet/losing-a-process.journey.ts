import type { Verdict } from '@souk/contracts/auditor'
import type { ServiceState } from '@souk/contracts/ops'
import type { Order } from '@souk/contracts/orders'
import { seededRandom } from '@souk/kit/runtime'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Page } from '../answers.ts'
import { type Stubborn, stubborn } from '../faults/stubborn.ts'
import { asShop, type Shop } from '../shop.ts'
import { ok, sell } from '../shopping.ts'
import { type FleetShop, openFleetShop } from './fleet-shop.ts'
import { shoppers } from './shoppers.ts'

const SEED = 4
const BUYERS = 3
const BACK_WITHIN_MS = 10_000

let fleet: FleetShop
let shop: Shop
let shopper: Stubborn
let sku: string
beforeAll(async () => {
  fleet = await openFleetShop({ carts: 2 })
  shop = asShop(fleet)
  shopper = stubborn({ url: shop.url, random: seededRandom(SEED), patienceMs: 60_000 })
  sku = (await sell(await shop.admin(), { quantity: 10_000 })).sku
})
afterAll(() => fleet.close())

let crowd: ReturnType<typeof shoppers> | undefined
/** Also after a test that failed: the next one's shop is to come to rest. */
afterEach(() => crowd?.finish(), 60_000)

const instancesOf = async (service: string): Promise<string[]> => {
  const { items } = ok(await shop.guest().get<Page<ServiceState>>('/ops/services'), 200)
  const found = items.find(({ name }) => name === service)?.instances ?? []
  return found.filter(({ health }) => health === 'ok').map(({ id }) => id)
}

it('shows every process of a service to operators', async () => {
  await expect.poll(() => instancesOf('carts')).toHaveLength(2)
})

it.each([
  'catalog',
  'search',
  'carts',
  'pricing',
  'inventory',
  'orders',
  'payments',
  'shipping',
  'notifications',
])(
  'loses no order when %s is killed while people buy, and has it back in time',
  async (service) => {
    const before = await instancesOf(service)
    crowd = shoppers(shopper, { sku, buyers: BUYERS })
    const { purchases } = crowd
    await expect.poll(() => purchases.length, { timeout: BACK_WITHIN_MS }).toBeGreaterThan(BUYERS)
    const killedAt = performance.now()
    process.kill(Number(fleet.processes.get(service)?.pid()), 'SIGKILL')
    const isBack = async () => (await instancesOf(service)).some((id) => !before.includes(id))
    await expect.poll(isBack, { timeout: BACK_WITHIN_MS, interval: 50 }).toBe(true)
    console.log(`${service} is back after ${Math.round(performance.now() - killedAt)} ms`)
    await crowd.finish()
    for (const { outcome, order, gaveUp, surprises } of purchases) {
      expect([outcome, ...gaveUp, ...surprises]).toEqual(['acknowledged'])
      const path = `/store/v1/orders/${order?.id}?token=${order?.token}`
      expect(ok(await shop.guest().get<Order>(path), 200)).toMatchObject({ status: 'confirmed' })
    }
  },
  60_000,
)

it('has lost and doubled nothing in all this, as the auditor proves from every book', async () => {
  const broken = async () => {
    const { invariants } = ok(await shop.guest().get<Verdict>('/ops/audit?strict=true'), 200)
    return invariants.filter(({ violations }) => violations > 0)
  }
  await expect.poll(broken, { timeout: 20_000, interval: 500 }).toEqual([])
}, 30_000)

it('sells on without its auditor, which is asked again once it is back', async () => {
  expect(await instancesOf('auditor')).toHaveLength(1)
  const auditor = fleet.processes.get('auditor')
  process.kill(Number(auditor?.pid()), 'SIGKILL')
  expect((await shop.guest().get('/readyz')).status).toBe(200)
  crowd = shoppers(shopper, { sku, buyers: BUYERS })
  const audited = async () => (await shop.guest().get('/ops/audit')).status
  await expect.poll(audited, { timeout: 30_000, interval: 200 }).toBe(200)
  await crowd.finish()
  expect(crowd.purchases.flatMap(({ gaveUp, surprises }) => [...gaveUp, ...surprises])).toEqual([])
}, 60_000)
