import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { median, quantile } from './load.ts'
import { report } from './report.ts'
import { type Log, shopAlong } from './restart-shoppers.ts'
import { type Restarts, restartsOf } from './restarts.ts'
import { startShop, withDataFolder } from './shop-process.ts'
import { stockUp } from './stock-up.ts'
import type { Figure } from './table.ts'

const PORT = 18_083
const PROGRESS_MS = 5_000
const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '10000' },
    clients: { type: 'string', default: '8' },
  },
})
const [wanted, clients] = [Number(values.requests), Number(values.clients)]

async function measure(fleet: Awaited<ReturnType<typeof startShop>>): Promise<void> {
  const restarts = restartsOf(fleet)
  await restarts.untilOpen()
  const shelf = await stockUp(fleet.url)
  const log: Log = { times: [], failed: [], orders: [] }
  let isOpen = true
  restarts.begin()
  const people = Promise.all(
    Array.from({ length: clients }, () => shopAlong(fleet.url, { shelf, isOpen: () => isOpen }, log)),
  )
  const progress = setInterval(() => tell(log, restarts), PROGRESS_MS)
  await until(() => log.times.length + log.failed.length >= wanted)
  await restarts.finish()
  isOpen = false
  await people
  clearInterval(progress)
  for (const one of log.failed.slice(0, 10)) console.log(`  failed: ${one}`)
  await report('rolling-restart-', figuresOf(log, restarts, await unconfirmed(fleet.url, log.orders)), {
    failed: log.failed,
  })
  if (log.failed.length > 0) process.exitCode = 1
}

const tell = ({ times, failed, orders }: Log, { each, rounds }: Restarts) =>
  console.log(
    `  ${times.length} answered, ${failed.length} failed, ${orders.length} orders, ${each.length} processes restarted, ${rounds} whole rounds`,
  )

const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 100))
}

/** Acknowledged orders that the shop does not call confirmed. */
async function unconfirmed(url: string, orders: readonly string[]): Promise<number> {
  let count = 0
  for (const path of orders) {
    const order = (await (await fetch(`${url}${path}`)).json()) as { status: string }
    if (order.status !== 'confirmed') count++
  }
  return count
}

function figuresOf({ times, failed, orders }: Log, { each, rounds }: Restarts, lost: number): Figure[] {
  const sorted = [...times].sort((a, b) => a - b)
  const none = { atLeast: 0, atMost: 0 }
  return [
    { name: 'requests', value: times.length + failed.length, goal: { atLeast: wanted }, unit: '' },
    { name: 'failed requests', value: failed.length, goal: none, unit: '' },
    { name: 'orders acknowledged', value: orders.length, goal: {}, unit: '' },
    { name: 'of these not confirmed', value: lost, goal: none, unit: '' },
    { name: 'whole rounds of restarts', value: rounds, goal: { atLeast: 1 }, unit: '' },
    { name: 'restart of a process, median', value: median(each), goal: {}, unit: 's' },
    { name: 'answer, p50', value: quantile(sorted, 0.5), goal: {}, unit: 'ms' },
    { name: 'answer, p99', value: quantile(sorted, 0.99), goal: {}, unit: 'ms' },
  ]
}

console.log(
  `\nSouk rolling restart on ${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}: at least ${wanted} requests by ${clients} clients\n`,
)
await withDataFolder(async (data) => {
  const fleet = await startShop({ data, port: PORT, topology: 'fleet' })
  try {
    await measure(fleet)
  } finally {
    await fleet.stop()
  }
})
