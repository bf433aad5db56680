import { cpus } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Agent } from 'undici'
import { fillCarts } from './completing.ts'
import { completeOver } from './completing-over.ts'
import { median } from './load.ts'
import { report } from './report.ts'
import { startShop, type Topology, withDataFolder } from './shop-process.ts'
import { stockUp } from './stock-up.ts'

const PORT = 18_083
const TIMES = 20
const CAPACITY_OF = 400
const CLIENTS = 64
const FLOOD_MS = 6_000
const PATIENCE_MS = 15_000
/** So many quick answers one after the other, and it is as before. */
const QUICK = 10
const QUICK_TIMES = 3

const { values } = parseArgs({ options: { fleet: { type: 'boolean', default: false } } })
const topology: Topology = values.fleet ? 'fleet' : 'embedded'
const agent = new Agent({ connections: 4_096, headersTimeout: PATIENCE_MS, pipelining: 1 })

const faults = new Map<string, number>()
/** The status; 0 where there was no answer in time. A cart that was turned away can be tried again. */
async function complete(url: string, cart: string): Promise<number> {
  try {
    return await completeOver(agent, { url, cart })
  } catch (fault) {
    const { code = 'unknown' } = fault as { code?: string }
    faults.set(code, 1 + (faults.get(code) ?? 0))
    return 0
  }
}

/** Completes a second when each client waits for its answer. */
async function capacityOf(url: string, carts: string[]): Promise<number> {
  const begun = performance.now()
  const client = async () => {
    for (let cart = carts.pop(); cart; cart = carts.pop()) await complete(url, cart)
  }
  const count = carts.length
  await Promise.all(Array.from({ length: CLIENTS }, client))
  return (count * 1_000) / (performance.now() - begun)
}

/** Asks at a pace, however the answers come. */
async function flood(url: string, carts: string[], perSecond: number) {
  const counts = new Map<number, number>()
  const asked: Promise<void>[] = []
  const one = async (cart: string) => {
    const status = await complete(url, cart)
    counts.set(status, (counts.get(status) ?? 0) + 1)
    if (status === 503) carts.unshift(cart)
  }
  const begun = performance.now()
  while (performance.now() - begun < FLOOD_MS) {
    const due = ((performance.now() - begun) / 1_000) * perSecond
    while (asked.length < due && carts.length > 0) asked.push(one(carts.pop() as string))
    await pause(5)
  }
  const offered = (asked.length * 1_000) / (performance.now() - begun)
  const ended = performance.now()
  await Promise.all(asked)
  return { counts, offered, drainedAfter: (performance.now() - ended) / 1_000 }
}

async function timesOf(url: string, carts: readonly string[]): Promise<number[]> {
  const times: number[] = []
  for (const cart of carts) {
    const begun = performance.now()
    await complete(url, cart)
    times.push(performance.now() - begun)
  }
  return times
}

/** Seconds until answers are as quick as they were. */
async function recovers(url: string, carts: string[], usual: number): Promise<number> {
  const begun = performance.now()
  let quick = 0
  while (quick < QUICK) {
    const [took = 0] = await timesOf(url, [carts.pop() as string])
    quick = took < usual * QUICK_TIMES ? quick + 1 : 0
  }
  return (performance.now() - begun) / 1_000
}

console.log(
  `\n${TIMES} × overload of a shop (${topology}) on ${cpus().length} cores, Node ${process.version}\n`,
)
await withDataFolder(async (data) => {
  const shop = await startShop({ data, port: PORT, topology })
  try {
    const shelf = await stockUp(shop.url)
    await capacityOf(shop.url, await fillCarts(shop.url, shelf, CAPACITY_OF))
    const capacity = await capacityOf(shop.url, await fillCarts(shop.url, shelf, CAPACITY_OF))
    const usual = median(await timesOf(shop.url, await fillCarts(shop.url, shelf, 30)))
    console.log(
      `  ${capacity.toFixed(0)} completes/s is what it can do; one alone takes ${usual.toFixed(0)} ms`,
    )
    const afterwards = await fillCarts(shop.url, shelf, 500)
    const carts = await fillCarts(shop.url, shelf, 6_000)
    const flooded = await flood(shop.url, carts, TIMES * capacity)
    const back = await recovers(shop.url, afterwards, usual)
    const answered = flooded.counts.get(201) ?? 0
    const goodput = answered / (FLOOD_MS / 1_000 + flooded.drainedAfter)
    console.log(
      `  answers by status: ${JSON.stringify(Object.fromEntries(flooded.counts))}, without one: ${JSON.stringify(Object.fromEntries(faults))}`,
    )
    await report(`overload-${topology}-`, [
      { name: 'capacity, completes', value: capacity, unit: '/s', goal: {} },
      { name: 'asked', value: flooded.offered / capacity, unit: '× of it', goal: {} },
      { name: 'goodput of capacity', value: (100 * goodput) / capacity, unit: '%', goal: { atLeast: 60 } },
      { name: 'without an answer', value: flooded.counts.get(0) ?? 0, unit: '', goal: { atMost: 0 } },
      {
        name: 'answers as quick as before after',
        value: flooded.drainedAfter + back,
        unit: 's',
        goal: { atMost: 30 },
      },
    ])
  } finally {
    await shop.stop()
    await agent.close()
  }
})
