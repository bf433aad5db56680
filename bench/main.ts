import { cpus } from 'node:os'
import { cartWithLine, checkout } from './buying.ts'
import { completing } from './completing.ts'
import { load, type Measured, median } from './load.ts'
import { priceVisibleAfter } from './price-change.ts'
import { readRatio } from './reading.ts'
import { report } from './report.ts'
import { residentMegabytes, type ShopProcess, startShop, withDataFolder } from './shop-process.ts'
import { stockUp } from './stock-up.ts'
import type { Figure } from './table.ts'

const REPEATS = 3
const CLIENTS = 16
/** Enough that the machine is the limit and not how long one checkout takes. */
const CROWD = 64
const PORT = 18_080

const say = (line: string) => console.log(`  ${line}`)
const figures: Figure[] = []
const note = (name: string, value: number, goal: Figure['goal'], unit = '') => {
  figures.push({ name, value, goal, unit })
  say(`${name}: ${value.toFixed(2)} ${unit}`)
}

await withDataFolder(async (data) => {
  console.log(
    `\nSouk bench on ${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}, ${REPEATS} repeats, medians\n`,
  )
  const first = await startShop({ data, port: PORT })
  note('first start', first.readyAfterMs / 1_000, { atMost: 10 }, 's')
  await first.stop()
  const warm: number[] = []
  for (let turn = 0; turn < REPEATS; turn++) {
    const again = await startShop({ data, port: PORT })
    warm.push(again.readyAfterMs / 1_000)
    await again.stop()
  }
  note('warm start', median(warm), { atMost: 3 }, 's')
  const shop = await startShop({ data, port: PORT })
  try {
    await measure(shop)
  } finally {
    await shop.stop()
  }
})

async function measure(shop: ShopProcess): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 3_000))
  note(
    'resident, all services idle, PostgreSQL apart',
    residentMegabytes(shop.process.pid as number),
    { atMost: 350 },
    'MB',
  )
  const shelf = await stockUp(shop.url)
  note('product page, of bare node:http', await readRatio(shelf.page), { atLeast: 0.6 })
  note('product list, of bare node:http', await readRatio(shelf.list), { atLeast: 0.6 })

  const visible = await repeated(() => priceVisibleAfter(shop.url, shelf.page))
  note('new price visible after', median(visible), { atMost: 1_000 }, 'ms')

  await load(shop.url, { clients: CLIENTS, count: 500, work: cartWithLine(shelf) })
  const carts = await repeated(() =>
    load(shop.url, { clients: CLIENTS, count: 3_000, work: cartWithLine(shelf) }),
  )
  noteLoad('new cart + a line', carts, { atLeast: 500, p99: 60 })

  const completes = await repeated(
    async () => await completing(shop.url, shelf, { clients: CLIENTS, count: 500 }),
  )
  noteLoad('complete, 2 lines', completes, { atLeast: 100 })
  const crowded = await repeated(
    async () => await completing(shop.url, shelf, { clients: CROWD, count: 800 }),
  )
  noteLoad('complete, 2 lines', crowded, { clients: CROWD, atLeast: 150 })
  const alone = await repeated(async () => await completing(shop.url, shelf, { clients: 1, count: 60 }))
  note('complete with one client, p50', median(alone.map(({ p50 }) => p50)), { atMost: 40 }, 'ms')

  const checkouts = await repeated(() =>
    load(shop.url, { clients: CLIENTS, count: 500, work: checkout(shelf) }),
  )
  noteLoad('whole checkout, 8 requests', checkouts, { atLeast: 60 })
  await report('shop-', figures)
}

async function repeated<T>(work: () => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let turn = 0; turn < REPEATS; turn++) results.push(await work())
  return results
}

interface LoadGoal {
  readonly clients?: number
  readonly atLeast: number
  readonly p99?: number
}

function noteLoad(name: string, runs: Measured[], { clients = CLIENTS, atLeast, p99 }: LoadGoal): void {
  const what = `${name}, ${clients} clients`
  note(what, median(runs.map(({ perSecond }) => perSecond)), { atLeast }, '/s')
  note(`${what}, p50`, median(runs.map(({ p50 }) => p50)), {}, 'ms')
  note(`${what}, p99`, median(runs.map((run) => run.p99)), p99 ? { atMost: p99 } : {}, 'ms')
  const failures = runs.reduce((sum, one) => sum + one.failures, 0)
  if (failures > 0) note(`${name}: failed`, failures, { atMost: 0 })
}
