import { cpus } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { completing } from './completing.ts'
import { median } from './load.ts'
import { memoryOfServices } from './memory-of-services.ts'
import { report } from './report.ts'
import { startShop, type Topology, withDataFolder } from './shop-process.ts'
import { stockUp } from './stock-up.ts'
import type { Figure } from './table.ts'

const PORT = 18_082
const CLIENTS = 64
const COUNT = 500
const REPEATS = 3
/** Until processes that opened have put away what they needed for that. */
const REST_MS = 15_000

interface Seen {
  readonly startedAfter: number
  readonly perSecond: number
  readonly memory: ReturnType<typeof memoryOfServices>
}

/** Opened once to make the shop, and then looked at as it is opened every other day. */
async function look(topology: Topology): Promise<Seen> {
  return await withDataFolder(async (data) => {
    await (await startShop({ data, port: PORT, topology })).stop()
    const shop = await startShop({ data, port: PORT, topology })
    try {
      await pause(REST_MS)
      const memory = memoryOfServices(Number(shop.process.pid))
      const shelf = await stockUp(shop.url)
      // The first one warms up.
      await completing(shop.url, shelf, { clients: CLIENTS, count: COUNT })
      const runs: number[] = []
      for (let turn = 0; turn < REPEATS; turn++) {
        const { perSecond } = await completing(shop.url, shelf, { clients: CLIENTS, count: COUNT })
        console.log(`  ${topology}: ${perSecond.toFixed(1)} completes/s`)
        runs.push(perSecond)
      }
      return { startedAfter: shop.readyAfterMs / 1_000, perSecond: median(runs), memory }
    } finally {
      await shop.stop()
    }
  })
}

console.log(
  `\nOne process and a fleet on ${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}\n`,
)
const one = await look('embedded')
const fleet = await look('fleet')
const services = [...fleet.memory].filter(([name]) => name !== 'gateway' && name !== 'simulators')
const most = (kind: 'resident' | 'own') => Math.max(...services.map(([, memory]) => memory[kind]))
const figures: Figure[] = [
  { name: 'one process: complete, 2 lines, 64 clients', value: one.perSecond, unit: '/s', goal: {} },
  { name: 'fleet: complete, 2 lines, 64 clients', value: fleet.perSecond, unit: '/s', goal: {} },
  {
    name: 'price of distribution',
    value: one.perSecond / fleet.perSecond,
    unit: '×',
    goal: { atMost: 3 },
  },
  { name: 'fleet: warm start', value: fleet.startedAfter, unit: 's', goal: {} },
  {
    name: 'largest idle service, with its share of what all map',
    value: most('own'),
    unit: 'MB',
    goal: { atMost: 90 },
  },
  {
    name: 'the same, all it maps (the Node binary is 50 MB of it)',
    value: most('resident'),
    unit: 'MB',
    goal: {},
  },
  ...[...fleet.memory].flatMap(([name, { resident, own }]) => [
    { name: `idle ${name}, resident`, value: resident, unit: 'MB', goal: {} },
    { name: `idle ${name}, its share`, value: own, unit: 'MB', goal: {} },
  ]),
]
await report('fleet-', figures)
