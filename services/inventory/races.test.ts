import { adjustStock, registerStock, releaseStock, reserveStock } from '@souk/contracts/inventory'
import { createLocation } from '@souk/contracts/inventory-locations'
import type { SkuQuantity } from '@souk/contracts/values'
import { minutes, type Random, seededRandom, toTimestamp } from '@souk/kit/runtime'
import { Unavailable } from '@souk/kit/service'
import { staff } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Ask,
  brokenInvariants,
  confirmed,
  openSharedStock,
  returned,
  type SharedStock,
  shipped,
} from './shared-stock.suite.ts'

const WORKERS = 6
const DEEDS = 25
const SEEDS = [1, 2, 3, 4, 5, 6]

let stock: SharedStock
beforeAll(async () => {
  stock = await openSharedStock(2)
  const annex = { location: 'annex', name: 'Annex', priority: 50 }
  await (stock.asks[0] as Ask)(createLocation, annex, staff)
})
afterAll(() => stock.stop())

interface Order {
  orderId: string
  lines: SkuQuantity[]
}

/** What every worker knows: orders somebody was promised, those that were confirmed, those that were sent. */
interface World {
  readonly random: Random
  readonly skus: readonly string[]
  readonly promised: Order[]
  readonly confirmed: Order[]
  readonly sent: Order[]
  readonly refused: string[]
}

const among = <T>({ random }: World, choices: readonly T[]): T | undefined =>
  choices[Math.floor(random.unit() * choices.length)]
const upTo = ({ random }: World, most: number) => 1 + Math.floor(random.unit() * most)

const deeds: ((world: World, ask: Ask) => Promise<unknown>)[] = [
  reserveSome,
  reserveSome,
  reserveSome,
  async (world, ask) => {
    const order = among(world, world.promised)
    const expiresAt = toTimestamp(stock.clock.now() + minutes(15))
    if (order) await insist(() => ask(reserveStock, { ...order, expiresAt }))
  },
  async (world, ask) => {
    const order = among(world, [...world.promised, ...world.confirmed])
    if (order) await ask(releaseStock, { orderId: order.orderId })
  },
  // A release that comes before anything was promised.
  async (_world, ask) => await ask(releaseStock, { orderId: stock.ids.next('ord') }),
  async (world) => {
    const order = among(world, world.promised)
    if (!order) return
    world.confirmed.push(order)
    await stock.announce(confirmed(order.orderId, order.lines), upTo(world, 2) - 1)
  },
  async (world) => {
    const order = among(world, world.confirmed)
    if (!order) return
    world.sent.push(order)
    await stock.announce(shipped(order.orderId, stock.ids.next('ful'), order.lines), upTo(world, 2) - 1)
  },
  async (world) => {
    const order = among(world, world.sent)
    if (order) await stock.announce(returned(order.orderId, `ret_${order.orderId}`, order.lines))
  },
  async (world, ask) => {
    const delta = upTo(world, 9) - 5
    const location = among(world, ['main', 'annex'])
    await ask(adjustStock, { sku: among(world, world.skus) ?? '', delta, reason: 'found', location }, staff)
  },
  async () => stock.clock.forward(minutes(4)),
  async () => await stock.settle(),
]

/** As a saga does: a call nobody waited for (somebody moved the clock) is made again. */
async function insist<T>(asking: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await asking()
    } catch (fault) {
      if (!(fault instanceof Unavailable)) throw fault
    }
  }
}

async function reserveSome(world: World, ask: Ask): Promise<void> {
  const orderId = stock.ids.next('ord')
  const lines = Array.from({ length: upTo(world, 3) }, () => ({
    sku: among(world, world.skus) ?? '',
    quantity: upTo(world, 3),
  }))
  const expiresAt = toTimestamp(stock.clock.now() + minutes(15))
  const reserved = await insist(() => ask(reserveStock, { orderId, lines, expiresAt }))
  if (reserved.ok) world.promised.push({ orderId, lines })
  else world.refused.push(orderId)
}

async function openWorld(seed: number): Promise<World> {
  const skus = ['A', 'B', 'C'].map((letter) => `${letter}-${seed}`)
  const [deny, alsoDeny, backorder] = skus as [string, string, string]
  const items = [
    { sku: deny, onHand: 12, policy: 'deny' as const },
    { sku: alsoDeny, onHand: 6, policy: 'deny' as const },
    { sku: backorder, onHand: 4, policy: 'backorder' as const },
  ]
  await (stock.asks[0] as Ask)(registerStock, { items })
  return { random: seededRandom(seed), skus, promised: [], confirmed: [], sent: [], refused: [] }
}

describe('whatever happens at once', () => {
  it.each(SEEDS)('no unit is sold twice, lost or made up (seed %i)', async (seed) => {
    const world = await openWorld(seed)
    const working = Array.from({ length: WORKERS }, async (_, worker) => {
      const ask = stock.asks[worker % stock.asks.length] as Ask
      for (let turn = 0; turn < DEEDS; turn++) await among(world, deeds)?.(world, ask)
    })
    let isOver = false
    const done = Promise.all(working).finally(() => {
      isOver = true
    })
    // Each look is one snapshot of the database: what holds at the end has to hold at every instant.
    try {
      while (!isOver) expect(await brokenInvariants(stock)).toEqual([])
    } finally {
      await done
    }
    await stock.settle()
    expect(await brokenInvariants(stock)).toEqual([])
    expect(world.promised.length).toBeGreaterThan(0)

    const kept = await stock.sql<{ orderId: string }[]>`select order_id as "orderId" from reservation`
    const known = new Set(kept.map(({ orderId }) => orderId))
    expect(world.promised.filter(({ orderId }) => !known.has(orderId))).toEqual([])
    expect(world.refused.filter((orderId) => known.has(orderId))).toEqual([])
  })

  it('leaves no event parked but a parcel whose goods were promised to somebody else', async () => {
    const failed = await stock.sql<{ type: string; error: string }[]>`
      select type, error from inbox where error is not null`
    const unexpected = failed.filter(({ error }) => !/beyond what was promised|lacks|stock_/.test(error))
    expect(unexpected).toEqual([])
  })
})
