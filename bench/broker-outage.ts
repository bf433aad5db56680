import { cpus } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type AwayBroker, keepBrokerAway } from '../e2e/faults/broker-in.ts'
import { holdInbox } from '../e2e/faults/hold-inbox.ts'
import { untilQuiet } from '../e2e/faults/quiet.ts'
import { readFromFolder, SERVICES } from '../e2e/faults/read-from-books.ts'
import { type Prepared, prepare } from '../e2e/faults/stock.ts'
import { closedFolder, freePort, removeFolder, startShop, stopShop } from '../e2e/start-process.ts'
import { openBooks } from '../embedded/audit-place.ts'
import { letIn, type Visit, wasAccepted } from './outage-crowd.ts'
import { report } from './report.ts'
import type { Figure } from './table.ts'

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, rate: { type: 'string', default: '3' } },
})
const outage = { seconds: Number(values.seconds), rate: Number(values.rate) }
const PROGRESS_MS = 5_000
const WARM_UP_MS = 5_000
const PATIENCE_MS = 120_000

interface Place extends Prepared {
  readonly url: string
}

interface Told {
  readonly visits: readonly Visit[]
  readonly drainedAfterMs: number
  readonly lost: number
  readonly otherViolations: number
}

/** People buy; the broker is away for as long as `during` takes; then nobody comes any more, and all is to be told. */
async function losing(place: Place, during: (away: () => AwayBroker) => Promise<AwayBroker>): Promise<Told> {
  const witness = readFromFolder(place.data)
  const crowd = letIn({ ...place, rate: outage.rate })
  const progress = setInterval(() => tell(crowd.visits), PROGRESS_MS)
  await pause(WARM_UP_MS)
  let before = 0
  const broker = await during(() => {
    before = crowd.visits.length
    return keepBrokerAway(place.data)
  })
  broker.comeBack()
  const backAt = performance.now()
  const visits = crowd.visits.slice(before)
  await crowd.finish()
  clearInterval(progress)
  const stuck = await untilQuiet(witness.underWay, PATIENCE_MS)
  const drainedAfterMs = performance.now() - backAt
  if (stuck) console.error(`  still under way: ${JSON.stringify(stuck)}`)
  const { invariants, violations } = await witness.audit(false)
  const lost = invariants.find(({ id }) => id === 'E1')?.violations ?? Number.NaN
  return { visits, drainedAfterMs, lost, otherViolations: violations - lost }
}

const tell = (visits: readonly Visit[]) =>
  console.log(`  ${visits.length} checkouts begun, ${visits.filter(wasAccepted).length} accepted`)

/** What the broker has and this service has not stored is gone with its disk. */
async function loseWhatIsOnTheWay({ data }: Place, away: () => AwayBroker): Promise<AwayBroker> {
  const names = SERVICES.map(({ name }) => name)
  const books = await openBooks(data, names)
  const address = books.databases.get('notifications')
  if (!address) throw new Error('notifications has no database')
  const letGo = await holdInbox(address)
  await pause(WARM_UP_MS)
  const broker = away()
  await broker.wipe()
  await pause(WARM_UP_MS)
  await letGo()
  await books.close()
  return broker
}

function figuresOf(kept: Told, wiped: Told): Figure[] {
  const figure = (name: string, value: number, goal: Figure['goal'] = {}, unit = '') => ({
    ...{ name, value, goal, unit },
  })
  const none = { atLeast: 0, atMost: 0 }
  const share = ({ visits }: Told) => (100 * visits.filter(wasAccepted).length) / visits.length
  return [
    figure(`checkouts begun while the broker was away ${outage.seconds} s`, kept.visits.length),
    figure('of these accepted at the first asking', share(kept), { atLeast: 95 }, '%'),
    figure('events lost', kept.lost, none),
    figure('drained after its return', kept.drainedAfterMs / 1_000, { atMost: 60 }, 's'),
    figure('accepted while its disk is lost', share(wiped), { atLeast: 95 }, '%'),
    figure('events lost with its disk, after replay', wiped.lost, none),
    figure('all told after the loss of its disk', wiped.drainedAfterMs / 1_000, { atMost: 30 }, 's'),
    figure('other violations', kept.otherViolations + wiped.otherViolations, none),
  ]
}

console.log(
  `\nA fleet without its broker for ${outage.seconds} s, ${outage.rate} checkouts/s, ` +
    `${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}\n`,
)
const folder = await closedFolder()
try {
  const prepared = await prepare(folder)
  const shop = startShop({
    ...{ data: prepared.data, port: await freePort(), topology: 'fleet' as const },
    env: { SOUK_RATE_LIMIT: 'off' },
  })
  await shop.untilOpen()
  const place = { ...prepared, url: shop.url }
  console.log('  the broker is away')
  const kept = await losing(place, async (away) => {
    const broker = away()
    await pause(outage.seconds * 1_000)
    return broker
  })
  console.log('  its disk is lost')
  const wiped = await losing(place, (away) => loseWhatIsOnTheWay(place, away))
  await stopShop(shop)
  const figures = figuresOf(kept, wiped)
  await report('broker-outage-', figures, { outage })
  if (figures.some(({ goal, value }) => goal.atLeast === 0 && value !== 0)) process.exitCode = 1
} finally {
  await removeFolder(folder)
}
