import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { removeFolder } from '../start-process.ts'
import { type CrashOutcome, crashAt, enumerate } from './crash-case.ts'
import { keepPoints, knownPoints, LIST, partOf, sampleOf } from './known-points.ts'
import { median } from './median.ts'
import { prepare } from './stock.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    sample: { type: 'string' },
    only: { type: 'string', default: '' },
    passing: { type: 'string', default: '1' },
    fleet: { type: 'boolean', default: false },
    part: { type: 'string', default: '1/1' },
    write: { type: 'boolean', default: false },
  },
})

/** `npm run chaos:crash-points`: kills the shop once at each known point and holds it to its word. */
async function main(): Promise<number> {
  const seed = Number(values.seed)
  const topology = values.fleet ? 'fleet' : 'embedded'
  const folder = await mkdtemp(join(tmpdir(), 'souk-crash-points-'))
  try {
    const prepared = await prepare(folder)
    if (values.write) {
      const points = await enumerate({ topology, seed, folder, prepared })
      keepPoints(points)
      console.log(`${points.length} points written to ${LIST}`)
      return 0
    }
    const known = partOf(knownPoints(), values.part).filter((point) => point.includes(values.only))
    const points =
      values.sample === undefined ? known : sampleOf(known, { count: Number(values.sample), seed })
    console.log(`${points.length} of ${knownPoints().length} crash points on ${topology}, seed ${seed}`)
    const outcomes: CrashOutcome[] = []
    for (const [index, point] of points.entries()) {
      const at = `${point}#${values.passing}`
      const outcome = await crashAt({ at, topology, seed: seed + index, folder, prepared })
      outcomes.push(outcome)
      console.log(line(outcome, `${index + 1}/${points.length}`))
    }
    console.log(summary(outcomes))
    return outcomes.every(({ complaints }) => complaints.length === 0) ? 0 : 1
  } finally {
    await removeFolder(folder)
  }
}

function line({ at, ms, servingAfterMs, complaints }: CrashOutcome, place: string): string {
  const mark = complaints.length === 0 ? '✓' : '✗'
  const served = servingAfterMs === undefined ? '' : `, serving again after ${Math.round(servingAfterMs)} ms`
  const told = complaints.map((one) => `\n      ${one}`).join('')
  return `  ${mark} ${place} ${at} (${(ms / 1_000).toFixed(1)} s${served})${told}`
}

function summary(outcomes: readonly CrashOutcome[]): string {
  const failed = outcomes.filter(({ complaints }) => complaints.length > 0)
  const served = outcomes.flatMap(({ servingAfterMs }) => servingAfterMs ?? [])
  const times = `serving again after ${Math.round(median(served))} ms (p50), ${Math.round(Math.max(0, ...served))} ms (max)`
  return `${outcomes.length} cases, ${failed.length} with violations; ${times}`
}

process.exitCode = await main()
