import { cpus } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { catalog } from '@souk/catalog/service'
import {
  createCollection,
  importProducts,
  listCollectionProducts,
  listProducts,
  listStaffProducts,
} from '@souk/contracts/catalog'
import { bodyOf, type Call } from '@souk/kit/contract'
import { inProcessTransport } from '@souk/kit/messaging'
import { minutes } from '@souk/kit/runtime'
import { type Caller, type Dispatch, openService } from '@souk/kit/service'
import { newTrace } from '@souk/kit/telemetry'
import { startPostgres } from '../embedded/postgres/start-postgres.ts'
import { prepareDatabases } from '../embedded/prepare-databases.ts'
import { catalogFile } from './catalog-file.ts'
import { median } from './load.ts'
import { environment } from './opened-service.ts'
import { report } from './report.ts'
import { withDataFolder } from './shop-process.ts'
import type { Figure } from './table.ts'

const SIZES = [1_000, 10_000, 100_000]
const SEED = 20_261_123
const ASKED = 60
/** The largest catalog may take this many times what the smallest does. */
const FLAT = 2

interface Page {
  items: { id: string }[]
  nextCursor: string | null
}
type Ask = (contract: Call, input: object, file?: Readable) => Promise<unknown>

/** Every page is made anew: what is measured is the database and not the memory before it. */
const definition = catalog({ cacheBytes: 0 })
const caller: Caller = { kind: 'staff', id: 'stf_bench', scopes: ['admin'] }
/** An inventory that has plenty of everything. */
const shelves: Dispatch = async (_contract, { items }) => ({
  ok: true,
  status: 200,
  body: { items: (items as { sku: string }[]).map(({ sku }) => ({ sku, availability: 'in_stock' })) },
})

const firstPages: [string, Call, object][] = [
  ['newest', listProducts, {}],
  ['by price', listProducts, { sort: 'price' }],
  ['by title', listProducts, { sort: 'title' }],
  ['of a category', listProducts, { category: 'shelf-7' }],
  ['of a category, dearest first', listProducts, { category: 'shelf-7', sort: '-price' }],
  ['of a collection', listCollectionProducts, { idOrSlug: 'oak' }],
  ['of all drafts too', listStaffProducts, {}],
  ['by a part of a SKU', listStaffProducts, { q: 'BENCH-77-' }],
]
const deepPages: [string, Call, object][] = [
  ['newest, the last page', listProducts, {}],
  ['by price, the last page', listProducts, { sort: 'price' }],
  ['by title, the last page', listProducts, { sort: 'title' }],
  ['of a category by title, the last page', listProducts, { category: 'shelf-7', sort: 'title' }],
]

async function grow(ask: Ask, from: number, to: number): Promise<void> {
  const begun = performance.now()
  const file = catalogFile(to - from, { seed: SEED + to, prefix: from === 0 ? 'bench' : `bench-${from}` })
  await ask(importProducts, {}, Readable.from(file, { objectMode: false }))
  console.log(`  ${to} products after ${((performance.now() - begun) / 1_000).toFixed(1)} s`)
}

/** The cursor of the last page, found by walking there. */
async function lastCursor(ask: Ask, contract: Call, input: object): Promise<string> {
  let cursor = ''
  for (;;) {
    const given = cursor ? { cursor } : {}
    const { nextCursor } = (await ask(contract, { ...input, limit: 100, ...given })) as Page
    if (nextCursor === null) return cursor
    cursor = nextCursor
  }
}

async function timeOf(ask: Ask, contract: Call, input: object): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < ASKED; turn++) {
    const begun = performance.now()
    await ask(contract, { ...input, limit: 20 })
    times.push(performance.now() - begun)
  }
  return median(times)
}

async function timesOf(ask: Ask): Promise<Map<string, number>> {
  const times = new Map<string, number>()
  for (const [name, contract, input] of firstPages) times.set(name, await timeOf(ask, contract, input))
  for (const [name, contract, input] of deepPages) {
    const cursor = await lastCursor(ask, contract, input)
    times.set(name, await timeOf(ask, contract, { ...input, ...(cursor && { cursor }) }))
  }
  return times
}

async function measure(ask: Ask): Promise<Figure[]> {
  const conditions = [{ anyOf: [{ kind: 'tag', values: ['oak'] }] }]
  const members = { kind: 'automatic', sort: 'price', conditions }
  await ask(createCollection, { title: 'Oak', status: 'published', members })
  const measured: Map<string, number>[] = []
  for (const [index, size] of SIZES.entries()) {
    await grow(ask, SIZES[index - 1] ?? 0, size)
    measured.push(await timesOf(ask))
  }
  return [...firstPages, ...deepPages].flatMap(([name]) => {
    const times = measured.map((one) => one.get(name) ?? Number.NaN)
    const smallest = times[0] ?? Number.NaN
    return times.map((value, index) => ({
      name: `${name}, ${SIZES[index]} products`,
      value,
      unit: 'ms',
      // Below a millisecond, twice as much is what the machine does beside.
      goal: index === SIZES.length - 1 ? { atMost: Math.max(FLAT * smallest, smallest + 1) } : {},
    }))
  })
}

console.log(
  `\nLists of products by the size of the catalog, medians of ${ASKED}, ` +
    `${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}\n`,
)
await withDataFolder(async (folder) => {
  const postgres = await startPostgres({ dataFolder: join(folder, 'postgres') })
  try {
    const databases = await prepareDatabases({ ...postgres, database: 'postgres' }, [definition], 'bench')
    const database = databases.get('catalog')
    if (!database) throw new Error('the catalog has no database')
    const transport = inProcessTransport([definition])
    const running = await openService(definition, { environment, database, transport, dispatch: shelves })
    const ask: Ask = async (contract, input, stream) => {
      const reply = await running.answer(contract, input as Record<string, unknown>, {
        caller,
        trace: newTrace(environment.random, false),
        deadline: environment.clock.now() + minutes(30),
        ...(stream && { upload: { contentType: 'application/x-ndjson', stream } }),
      })
      if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.refusal)}`)
      return bodyOf(reply)
    }
    await report('catalog-size-', await measure(ask))
    await running.stop()
  } finally {
    await postgres.stop()
  }
})
