import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { removeFolder } from '../start-process.ts'
import { inWords, reportOf } from './report.ts'
import { runChaos } from './run-chaos.ts'
import { prepare } from './stock.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    times: { type: 'string', default: '10' },
    rate: { type: 'string', default: '10' },
    fleet: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
})

/** `npm run chaos:kill-everything`: shop, simulators and database die at one moment, under load, again and again. */
async function main(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'souk-kill-everything-'))
  try {
    const plan = {
      topology: values.fleet ? ('fleet' as const) : ('embedded' as const),
      seed: Number(values.seed),
      rate: Number(values.rate),
      pauseMs: 2_000,
      round: ['everything'] as const,
      until: { blows: Number(values.times) },
      isProviderBad: false,
      transportFaults: undefined,
    }
    const prepared = await prepare(folder)
    const progress = (line: string) => console.log(`  ${line}`)
    const report = reportOf(await runChaos(plan, { folder, prepared, progress }))
    console.log(`\n${inWords(report)}`)
    if (values.json) await writeFile(values.json, `${JSON.stringify(report, undefined, 2)}\n`)
    return report.isClean ? 0 : 1
  } finally {
    await removeFolder(folder)
  }
}

process.exitCode = await main()
