import { setTimeout as pause } from 'node:timers/promises'
import type { ServiceState } from '@souk/contracts/ops'
import type { Order } from '@souk/contracts/orders'
import { type Member, memberSettings, openMember } from '@souk/kit/fleet'
import { readSettings } from '@souk/kit/runtime'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { restartEach } from '../../fleet/restart-each.ts'
import type { Supervised } from '../../fleet/supervise.ts'
import type { Page } from '../answers.ts'
import { asShop, type Shop } from '../shop.ts'
import { buy, complete, fillCart, ok, orderNow, sell } from '../shopping.ts'
import { someOf } from '../some-of.ts'
import { type FleetShop, openFleetShop } from './fleet-shop.ts'

const BUYERS = 2
const BROWSERS = 2
/** Between two things a person does: the machine shall have time for new processes too. */
const THINKS_MS = 50
const WARM_WITHIN_MS = 15_000
const DRAINED_WITHIN_MS = 25_000

let fleet: FleetShop
let shop: Shop
let launcher: Member
let sku: string
let slug: string
beforeAll(async () => {
  fleet = await openFleetShop()
  shop = asShop(fleet)
  launcher = await openMember({
    chosen: readSettings(memberSettings, { ...fleet.launcher, SOUK_LOG: 'silent' }),
    shown: new Set(),
  })
  ;({ sku, slug } = await sell(await shop.admin(), { quantity: 10_000 }))
})
afterAll(async () => {
  await launcher.close()
  await fleet.close()
})

const processOf = (name: string): Supervised => {
  const found = fleet.processes.get(name)
  if (!found) throw new Error(`there is no process ${name}`)
  return found
}

/** People who look and buy over lines they keep open, and who never ask twice. */
function crowd() {
  const orders: Order[] = []
  const failed: string[] = []
  let looks = 0
  let isOpen = true
  const again = async (work: () => Promise<unknown>) => {
    while (isOpen) {
      await work().catch((fault) => failed.push(String(fault.cause ?? fault)))
      await pause(THINKS_MS)
    }
  }
  const look = async () => {
    ok(await shop.guest().get(`/store/v1/products/${slug}`), 200)
    ok(await shop.guest().get('/store/v1/products?limit=5'), 200)
    looks++
  }
  const order = async () => void orders.push(await buy(shop.guest(), [{ sku }]))
  const all = Promise.all([
    ...Array.from({ length: BROWSERS }, () => again(look)),
    ...Array.from({ length: BUYERS }, () => again(order)),
  ])
  return {
    ...{ orders, failed },
    looks: () => looks,
    async finish() {
      isOpen = false
      await all
    },
  }
}

const carts = async (): Promise<ServiceState['instances']> => {
  const { items } = ok(await shop.guest().get<Page<ServiceState>>('/ops/services'), 200)
  return items.find(({ name }) => name === 'carts')?.instances ?? []
}

it('fails nobody who looks or buys while processes are restarted, one after the other', async () => {
  const services = [...fleet.processes.keys()].filter((name) => name !== 'gateway')
  const restarted = [...someOf(services, 5), 'gateway'].map(processOf)
  const before = restarted.map((one) => one.pid())
  const people = crowd()
  await expect.poll(() => people.orders.length, { timeout: WARM_WITHIN_MS }).toBeGreaterThan(BUYERS)
  await restartEach(restarted, {
    registry: launcher.registry,
    tell: (line) => console.log(`${line}, ${people.orders.length} orders, ${people.looks()} looks`),
  }).finally(people.finish)
  expect(people.failed).toEqual([])
  const after = restarted.map((one) => one.pid())
  expect(after.filter((pid) => pid === undefined || before.includes(pid))).toEqual([])
  for (const order of people.orders)
    expect(await orderNow(shop.guest(), order)).toMatchObject({ status: 'confirmed' })
}, 180_000)

it('shows both versions to operators while one takes over from the other', async () => {
  let seen: string[] = []
  const watching = expect
    .poll(async () => (await carts()).map(({ version }) => version).sort(), { timeout: 15_000 })
    .toEqual(['next', 'test'])
    .then(() => {
      seen = ['both']
    })
  await processOf('carts').replace({ isFound: () => seen.length > 0, env: { SOUK_VERSION: 'next' } })
  await watching
  await expect.poll(async () => (await carts()).map(({ version }) => version)).toEqual(['next'])
}, 30_000)

it('keeps the old process when the new one does not come up, and says so', async () => {
  const before = processOf('pricing').pid()
  const replaced = processOf('pricing').replace({
    isFound: () => true,
    env: { SOUK_DATABASE_URL: 'nonsense' },
  })
  await expect(replaced).rejects.toThrow('A new process of pricing did not come up')
  expect(processOf('pricing').pid()).toBe(before)
  await buy(shop.guest(), [{ sku }])
})

it('lets connections wait while the only gateway is killed and started again', async () => {
  const gateway = processOf('gateway')
  const before = Number(gateway.pid())
  process.kill(before, 'SIGKILL')
  await expect.poll(() => gateway.pid(), { timeout: WARM_WITHIN_MS }).not.toBe(before)
  ok(await shop.guest().get(`/store/v1/products/${slug}`), 200)
})

it('answers the checkout that is under way when all are asked to stop, and every process ends well', async () => {
  const cart = await fillCart(shop.guest(), [{ sku }])
  const answering = complete(shop.guest(), cart.id, { token: 'tok_slow' })
  const services = [...fleet.processes.values()].filter(({ name }) => name !== 'gateway')
  const begun = performance.now()
  const ends = await processOf('gateway').stop()
  ok(await answering, 201)
  for (const service of await Promise.all(services.map((one) => one.stop()))) ends.push(...service)
  expect(ends).toEqual(Array.from(ends, () => 0))
  expect(ends).toHaveLength(fleet.processes.size)
  expect(performance.now() - begun).toBeLessThan(2 * DRAINED_WITHIN_MS)
}, 60_000)
