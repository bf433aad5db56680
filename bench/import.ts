import { cpus } from 'node:os'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'undici'
import { catalogFile } from './catalog-file.ts'
import { askingOver, quantile } from './load.ts'
import { report } from './report.ts'
import { type ShopProcess, startShop, withDataFolder } from './shop-process.ts'
import { signIn } from './staff.ts'
import type { Figure } from './table.ts'

const PORT = 18_088
const PRODUCTS = 10_000
const SEED = 20_261_123
/** As many pages a second are asked for meanwhile, each when it is due, however long the others take. */
const PAGES_PER_SECOND = 200
const READERS = 8

interface Report {
  applied: number
  unchanged: number
  rejected: number
}

async function bring({ url }: ShopProcess, token: string): Promise<{ seconds: number; told: Report }> {
  const begun = performance.now()
  const response = await fetch(`${url}/admin/v1/products/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
    body: Readable.toWeb(
      Readable.from(catalogFile(PRODUCTS, { seed: SEED }), { objectMode: false }),
    ) as ReadableStream,
    duplex: 'half',
  } as RequestInit)
  const told = (await response.json()) as Report
  return { seconds: (performance.now() - begun) / 1_000, told }
}

/** Reads product pages until told to stop; how long each took, from when it was due. */
async function read({ url }: ShopProcess, paths: readonly string[], stopped: AbortSignal): Promise<number[]> {
  const times: number[] = []
  const readers = Array.from({ length: READERS }, () => new Client(url))
  const asking = readers.map(askingOver)
  const asked: Promise<void>[] = []
  const begun = performance.now()
  for (let turn = 0; !stopped.aborted; turn++) {
    const due = begun + (turn * 1_000) / PAGES_PER_SECOND
    const early = due - performance.now()
    if (early > 0) await pause(early)
    asked.push(readOne(turn, due))
  }
  await Promise.all(asked)
  await Promise.all(readers.map((reader) => reader.close()))
  return times.sort((a, b) => a - b)

  async function readOne(turn: number, due: number) {
    const answered = await asking[turn % READERS]?.('GET', paths[turn % paths.length] ?? '')
    if (answered?.status !== 200) throw new Error(`a product page answered ${answered?.status}`)
    times.push(performance.now() - due)
  }
}

async function measure(shop: ShopProcess): Promise<Figure[]> {
  const listed = await fetch(`${shop.url}/store/v1/products?limit=100`)
  const { items } = (await listed.json()) as { items: { slug: string }[] }
  const paths = items.map(({ slug }) => `/store/v1/products/${slug}`)
  const token = await signIn(shop.url)
  const stop = new AbortController()
  const reading = read(shop, paths, stop.signal)
  const { seconds, told } = await bring(shop, token)
  stop.abort()
  const times = await reading
  if (told.applied !== PRODUCTS)
    throw new Error(`not all were applied: ${JSON.stringify(told).slice(0, 500)}`)
  const again = await bring(shop, token)
  if (again.told.unchanged !== PRODUCTS) throw new Error('importing again changed something')
  return [
    { name: `import of ${PRODUCTS} products`, value: seconds, unit: 's', goal: { atMost: 30 } },
    { name: 'the same file again', value: again.seconds, unit: 's', goal: { atMost: 30 } },
    { name: 'product page meanwhile, p50', value: quantile(times, 0.5), unit: 'ms', goal: {} },
    { name: 'product page meanwhile, p99', value: quantile(times, 0.99), unit: 'ms', goal: { atMost: 200 } },
  ]
}

console.log(
  `\n${PRODUCTS} products imported while ${PAGES_PER_SECOND} product pages a second are read, ` +
    `${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}\n`,
)
await withDataFolder(async (data) => {
  const shop = await startShop({ data, port: PORT })
  try {
    await report('import-', await measure(shop))
  } finally {
    await shop.stop()
  }
})
