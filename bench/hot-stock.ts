import { cpus } from 'node:os'
import { type Reserve, withHotShelf } from './hot-stock-shelf.ts'
import { median } from './load.ts'
import { report } from './report.ts'
import type { Figure } from './table.ts'

const REPEATS = 3
const CALLERS = 64
const SECONDS = 5
const HOT = 'HOT'
const SPREAD = Array.from({ length: 200 }, (_, index) => `SPREAD-${index}`)

const figures: Figure[] = []
const note = (name: string, values: readonly number[], goal: Figure['goal'], unit: string) => {
  const figure = { name, value: median(values), goal, unit }
  figures.push(figure)
  console.log(`  ${name}: ${figure.value.toFixed(2)} ${unit} (${values.map(Math.round).join(', ')})`)
}

interface Run {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

/** So many callers, each asking again as soon as it was answered. */
async function run(reserve: Reserve, { callers, skus }: { callers: number; skus: string[] }): Promise<Run> {
  const times: number[] = []
  const begun = performance.now()
  const until = begun + SECONDS * 1_000
  const calling = async (caller: number) => {
    for (let turn = caller; performance.now() < until; turn += callers) {
      const asked = performance.now()
      if (!(await reserve(skus[turn % skus.length] as string))) throw new Error('a reservation was refused')
      times.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: callers }, (_, caller) => calling(caller)))
  const took = (performance.now() - begun) / 1_000
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  return { perSecond: times.length / took, p50: at(0.5), p99: at(0.99) }
}

async function repeated(reserve: Reserve, load: { callers: number; skus: string[] }): Promise<Run[]> {
  await run(reserve, load)
  const runs: Run[] = []
  for (let turn = 0; turn < REPEATS; turn++) runs.push(await run(reserve, load))
  return runs
}

console.log(
  `\nReservations on ${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}, fsync on, ` +
    `${REPEATS} repeats of ${SECONDS} s after a warm-up, medians\n`,
)
await withHotShelf([HOT, ...SPREAD], async ({ gathered, alone }) => {
  const crowd = { callers: CALLERS, skus: [HOT] }
  const together = await repeated(gathered, crowd)
  const rates = together.map(({ perSecond }) => perSecond)
  note(`one SKU, ${CALLERS} callers, gathered`, rates, { atLeast: 3_000 }, '/s')
  note(
    '  of them p50',
    together.map(({ p50 }) => p50),
    {},
    'ms',
  )
  note(
    '  of them p99',
    together.map(({ p99 }) => p99),
    {},
    'ms',
  )
  const singly = await repeated(alone, crowd)
  const plain = singly.map(({ perSecond }) => perSecond)
  note(`one SKU, ${CALLERS} callers, a transaction each`, plain, {}, '/s')
  note('gathered, of a transaction each', [median(rates) / median(plain)], { atLeast: 5 }, '×')
  const wide = { callers: CALLERS, skus: SPREAD }
  for (const [name, reserve] of [
    ['gathered', gathered],
    ['a transaction each', alone],
  ] as const) {
    const runs = await repeated(reserve, wide)
    note(
      `${SPREAD.length} SKUs, ${CALLERS} callers, ${name}`,
      runs.map(({ perSecond }) => perSecond),
      {},
      '/s',
    )
    const single = await repeated(reserve, { callers: 1, skus: [HOT] })
    note(
      `one caller, ${name}, p50`,
      single.map(({ p50 }) => p50),
      {},
      'ms',
    )
  }
})

await report('hot-stock-', figures)
