import { cpus } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { carts } from '@souk/carts/service'
import { countStock, registerStock } from '@souk/contracts/inventory'
import { inventory } from '@souk/inventory/service'
import { inProcessTransport } from '@souk/kit/messaging'
import { startPostgres } from '../embedded/postgres/start-postgres.ts'
import { prepareDatabases } from '../embedded/prepare-databases.ts'
import { type Opened, openAlone } from './opened-service.ts'
import { report } from './report.ts'
import { withDataFolder } from './shop-process.ts'
import { tellingCommits, tellingEffects } from './stopwatch.ts'
import type { Figure } from './table.ts'

const PER_SECOND = 200
const SECONDS = 60
const WARM_UP_SECONDS = 5
/** Each comes up every ten seconds, so that what is said of one is never two things at once. */
const SKUS = Array.from({ length: 10 * PER_SECOND }, (_, index) => `SKU-${index}`)
const LATEST_MS = 5_000

const saidAt = new Map<string, number>()
let lags: number[] = []
const watch = {
  committed: (sku: string) => void saidAt.set(sku, performance.now()),
  applied: (sku: string) => void lags.push(performance.now() - (saidAt.get(sku) ?? Number.NaN)),
}

/** Counts shelves empty and full in turn, one every few milliseconds, however long the answers take. */
async function count(shelf: Opened, seconds: number): Promise<number> {
  const begun = performance.now()
  const asked: Promise<void>[] = []
  for (let turn = 0; turn < seconds * PER_SECOND; turn++) {
    const due = begun + (turn * 1_000) / PER_SECOND - performance.now()
    if (due > 0) await pause(due)
    asked.push(countOne(shelf, turn))
  }
  await Promise.all(asked)
  return asked.length
}

const onHand = new Map(SKUS.map((sku) => [sku, 0]))
async function countOne({ ask }: Opened, turn: number): Promise<void> {
  const sku = SKUS[turn % SKUS.length] as string
  const expectedOnHand = onHand.get(sku) ?? 0
  onHand.set(sku, expectedOnHand === 0 ? 100 : 0)
  const outcome = await ask(countStock, { sku, onHand: onHand.get(sku), expectedOnHand })
  if (!outcome.ok) throw new Error(`a count was refused: ${JSON.stringify(outcome)}`)
}

async function untilAllApplied(events: number): Promise<void> {
  const deadline = performance.now() + LATEST_MS
  while (lags.length < events && performance.now() < deadline) await pause(10)
  if (lags.length !== events) throw new Error(`${lags.length} effects of ${events} events`)
}

const sender = tellingCommits(inventory, watch)
const hearer = tellingEffects(carts({ currency: 'EUR' }), watch)
const figures: Figure[] = []
console.log(
  `\nFrom commit to effect, ${PER_SECOND} events/s for ${SECONDS} s from inventory to carts, ` +
    `${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}, fsync on\n`,
)
await withDataFolder(async (folder) => {
  const postgres = await startPostgres({ dataFolder: join(folder, 'postgres') })
  try {
    const both = [sender, hearer]
    const databases = await prepareDatabases({ ...postgres, database: 'postgres' }, both, 'bench')
    const place = { databases, transport: inProcessTransport(both) }
    const [shelf, reader] = [await openAlone(sender, place), await openAlone(hearer, place)]
    await shelf.ask(registerStock, { items: SKUS.map((sku) => ({ sku, onHand: 0, policy: 'deny' })) })
    await untilAllApplied(await count(shelf, WARM_UP_SECONDS))
    lags = []
    await untilAllApplied(await count(shelf, SECONDS))
    await Promise.all([shelf.stop(), reader.stop()])
  } finally {
    await postgres.stop()
  }
})

lags.sort((a, b) => a - b)
const at = (share: number) => lags[Math.min(lags.length - 1, Math.floor(lags.length * share))] ?? Number.NaN
for (const [name, share, goal] of [
  ['p50', 0.5, {}],
  ['p99', 0.99, { atMost: 100 }],
  ['slowest', 1, {}],
] as const)
  figures.push({ name: `event from commit to effect, ${name}`, value: at(share), unit: 'ms', goal })
await report('event-lag-', figures)
