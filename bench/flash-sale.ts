import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { buyOne, type Outcome } from './flash-sale-buyer.ts'
import { offer, type Truth, truthOf } from './flash-sale-truth.ts'
import { load } from './load.ts'
import { report } from './report.ts'
import { startShop, withDataFolder } from './shop-process.ts'
import type { Figure } from './table.ts'

const PORT = 18_081
const PROGRESS_MS = 2_000
const { values } = parseArgs({
  options: {
    buyers: { type: 'string', default: '10000' },
    units: { type: 'string', default: '100' },
    connections: { type: 'string', default: '200' },
  },
})
const sale = {
  buyers: Number(values.buyers),
  units: Number(values.units),
  connections: Number(values.connections),
}

interface Sold {
  readonly outcomes: readonly Outcome[]
  readonly seconds: number
}

/** Everybody at once, as many as have a connection. */
async function sell(url: string, sku: string): Promise<Sold> {
  const outcomes: Outcome[] = []
  const progress = setInterval(() => tell(outcomes), PROGRESS_MS)
  const begun = performance.now()
  await load(url, {
    clients: sale.connections,
    count: sale.buyers,
    async work(ask, buyer) {
      const outcome = await buyOne(ask, { sku, buyer })
      outcomes.push(outcome)
      return outcome.kind !== 'failed'
    },
  })
  clearInterval(progress)
  return { outcomes, seconds: (performance.now() - begun) / 1_000 }
}

const tell = (outcomes: readonly Outcome[]) =>
  console.log(`  ${outcomes.length} of ${sale.buyers} buyers answered, ${countOf(outcomes, 'won')} sold`)

const countOf = (outcomes: readonly Outcome[], kind: Outcome['kind']) =>
  outcomes.filter((one) => one.kind === kind).length

function figuresOf({ outcomes, seconds }: Sold, { oversold, charged }: Truth): Figure[] {
  const winners = new Set(outcomes.flatMap(({ orderId }) => orderId ?? []))
  const waited = (kind: Outcome['kind'], share: number) => {
    const times = outcomes.filter((one) => one.kind === kind).map(({ answeredAfter }) => answeredAfter)
    return times.sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  }
  const exactly = (count: number) => ({ atLeast: count, atMost: count })
  const figure = (name: string, value: number, goal: Figure['goal'] = {}, unit = '') => ({
    name,
    value,
    goal,
    unit,
  })
  return [
    figure('sold', winners.size, exactly(Math.min(sale.units, sale.buyers))),
    figure('oversold', oversold, exactly(0)),
    figure('losers charged', [...charged].filter((id) => !winners.has(id)).length, exactly(0)),
    figure('winners not charged', [...winners].filter((id) => !charged.has(id)).length, exactly(0)),
    figure('buyers without an answer', countOf(outcomes, 'failed'), exactly(0)),
    figure('the whole sale', seconds, { atMost: 30 }, 's'),
    figure('answer to winners, p50', waited('won', 0.5), {}, 'ms'),
    figure('answer to winners, p99', waited('won', 0.99), { atMost: 5_000 }, 'ms'),
    figure('answer to losers, p50', waited('lost', 0.5), {}, 'ms'),
    figure('answer to losers, p99', waited('lost', 0.99), { atMost: 5_000 }, 'ms'),
  ]
}

/** The figures that make the run void: everything that has to be exact. */
const wrong = (figures: readonly Figure[]) =>
  figures.filter(
    ({ value, goal }) => goal.atLeast !== undefined && goal.atLeast === goal.atMost && value !== goal.atMost,
  )

console.log(
  `\nFlash sale on ${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}: ` +
    `${sale.buyers} buyers, ${sale.units} units, ${sale.connections} connections\n`,
)
await withDataFolder(async (data) => {
  const shop = await startShop({ data, port: PORT })
  try {
    const sku = await offer(shop.url, sale.units)
    const sold = await sell(shop.url, sku)
    for (const why of new Set(sold.outcomes.flatMap(({ why }) => why ?? [])))
      console.error(`  failed: ${why}`)
    const figures = figuresOf(sold, await truthOf(shop.url, { sku, units: sale.units }))
    await report('flash-sale-', figures, { sale })
    if (wrong(figures).length > 0) process.exitCode = 1
  } finally {
    await shop.stop()
  }
})
