import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { removeFolder } from '../start-process.ts'
import { FLEET_ROUND, ROUND } from './nemesis.ts'
import { inWords, reportOf } from './report.ts'
import { runChaos } from './run-chaos.ts'
import { prepare } from './stock.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '1' },
    rate: { type: 'string', default: '10' },
    pause: { type: 'string', default: '4' },
    json: { type: 'string' },
    'transport-faults': { type: 'string' },
    fleet: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
})

/** `npm run chaos`: load and disaster for some minutes, then the reckoning. */
async function main(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'souk-chaos-'))
  try {
    const plan = {
      topology: values.fleet ? ('fleet' as const) : ('embedded' as const),
      seed: Number(values.seed),
      until: { ms: Number(values.minutes) * 60_000 },
      rate: Number(values.rate),
      pauseMs: Number(values.pause) * 1_000,
      round: values.fleet ? FLEET_ROUND : ROUND,
      isProviderBad: true,
      transportFaults:
        values['transport-faults'] ??
        `seed=${values.seed},duplicate=0.1,reorder=20,delayMs=200,lose=0.05,loseAck=0.05`,
    }
    console.log(
      `chaos on ${plan.topology} with seed ${plan.seed} for ${values.minutes} min, ${plan.rate} checkouts/s`,
    )
    const prepared = await prepare(folder)
    const progress = (line: string) => console.log(`  ${line}`)
    const report = reportOf(await runChaos(plan, { folder, prepared, progress }))
    console.log(`\n${inWords(report)}`)
    if (values.json) await writeFile(values.json, `${JSON.stringify(report, undefined, 2)}\n`)
    return report.isClean ? 0 : 1
  } finally {
    if (values.keep) console.log(`kept: ${folder}`)
    else await removeFolder(folder)
  }
}

process.exitCode = await main()
