import { readFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Agent } from 'undici'
import { fillCarts } from './completing.ts'
import { completeOver } from './completing-over.ts'
import { median } from './load.ts'
import { report } from './report.ts'
import { startShop, type Topology, withDataFolder } from './shop-process.ts'
import { stockUp } from './stock-up.ts'

const PORT = 18_084
const ROUNDS = 5
const ROUND_MS = 6_000
const COMPLETES_A_SECOND = 8
const PAGES_A_SECOND = 60
const SLOW_MS = 3_000

const { values } = parseArgs({ options: { fleet: { type: 'boolean', default: false } } })
const topology: Topology = values.fleet ? 'fleet' : 'embedded'
const agent = new Agent({ connections: 256 })

/** Every authorization takes three seconds, or none does. */
async function setSlow(url: string, data: string, isSlow: boolean): Promise<void> {
  const { sandboxKey } = JSON.parse(await readFile(join(data, 'secrets.json'), 'utf8'))
  const authorization = `Bearer ${sandboxKey}`
  const body = JSON.stringify({ seed: 1, rates: { slow: 1 }, slowMs: SLOW_MS })
  const { ok, status } = await fetch(`${url}/sandbox/faults`, {
    method: isSlow ? 'PUT' : 'DELETE',
    headers: { authorization, ...(isSlow && { 'content-type': 'application/json' }) },
    ...(isSlow && { body }),
  })
  if (!ok) throw new Error(`the sandbox answered ${status}`)
}

/** Milliseconds that 95 of 100 product pages take at most, while people pay at a steady pace. */
async function p95OfPages(page: string, url: string, carts: string[]): Promise<number> {
  const lasted: number[] = []
  const look = async () => {
    const begun = performance.now()
    const { body } = await agent.request({ origin: url, method: 'GET', path: new URL(page).pathname })
    await body.dump()
    lasted.push(performance.now() - begun)
  }
  const pages: Promise<void>[] = []
  const paying: Promise<number>[] = []
  const begun = performance.now()
  for (let past = 0; past < ROUND_MS; past = performance.now() - begun) {
    while (pages.length < (past / 1_000) * PAGES_A_SECOND) pages.push(look())
    while (paying.length < (past / 1_000) * COMPLETES_A_SECOND)
      paying.push(completeOver(agent, { url, cart: carts.pop() as string }))
    await pause(2)
  }
  await Promise.all([...pages, ...paying])
  return lasted.sort((a, b) => a - b)[Math.floor(lasted.length * 0.95)] as number
}

console.log(
  `\nA payment provider ${SLOW_MS / 1_000} s slow (${topology}) on ${cpus().length} cores, Node ${process.version}\n`,
)
await withDataFolder(async (data) => {
  const shop = await startShop({ data, port: PORT, topology })
  try {
    const shelf = await stockUp(shop.url)
    const carts = await fillCarts(
      shop.url,
      shelf,
      (2 * (ROUNDS + 1) * COMPLETES_A_SECOND * ROUND_MS) / 1_000 + 50,
    )
    const lasted = { well: [] as number[], slow: [] as number[] }
    for (let round = 0; round <= ROUNDS; round++) {
      for (const kind of ['well', 'slow'] as const) {
        await setSlow(shop.url, data, kind === 'slow')
        const p95 = await p95OfPages(shelf.page, shop.url, carts)
        console.log(`  ${kind}: ${p95.toFixed(1)} ms`)
        // The first round warms up.
        if (round > 0) lasted[kind].push(p95)
      }
    }
    const [well, slow] = [median(lasted.well), median(lasted.slow)]
    await report(`slow-dependency-${topology}-`, [
      { name: 'product page beside people who pay, p95', value: well, unit: 'ms', goal: {} },
      { name: 'the same while the provider takes 3 s, p95', value: slow, unit: 'ms', goal: {} },
      { name: 'of it', value: slow / well, unit: '×', goal: { atMost: 1.1 } },
    ])
  } finally {
    await shop.stop()
    await agent.close()
  }
})
