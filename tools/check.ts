import { fileURLToPath } from 'node:url'
import { boundaries } from './checks/boundaries.ts'
import { compatibility } from './checks/compatibility.ts'
import { explained } from './checks/explained.ts'
import { flags } from './checks/flags.ts'
import { lock } from './checks/lock.ts'
import { currentReference } from './checks/reference.ts'
import { writeRouteTypes } from './checks/route-types.ts'
import { silencers } from './checks/silencers.ts'
import { measure, sizes } from './checks/sizes.ts'
import { style } from './checks/style.ts'
import { types } from './checks/types.ts'
import { unused } from './checks/unused.ts'
import type { Guard } from './checks/verdict.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
const SHOWN = 40
const LARGEST_SHOWN = 10

const GUARDS: Record<string, Guard> = {
  'format and lint': style,
  types,
  boundaries,
  'nothing unused': unused,
  'file sizes': sizes,
  'no silencers': silencers,
  'lock file': lock,
  dependencies: explained,
  reference: currentReference,
  contracts: compatibility,
  'feature flags': flags,
}

interface Result {
  readonly name: string
  readonly crimes: readonly string[]
}

/** Runs a guard and tells how it went in one line. */
async function watch(name: string, guard: Guard): Promise<Result> {
  const begun = performance.now()
  const { crimes, seen } = await guard(ROOT).catch((fault: unknown) => ({
    crimes: [`could not look: ${fault instanceof Error ? fault.message : String(fault)}`],
    seen: 'nothing',
  }))
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1)
  const outcome = crimes.length === 0 ? 'ok' : `${crimes.length} wrong`
  console.log(
    `  ${crimes.length === 0 ? '✓' : '✗'} ${name.padEnd(16)} ${outcome}, saw ${seen} in ${seconds} s`,
  )
  return { name, crimes }
}

function tell({ name, crimes }: Result): void {
  if (crimes.length === 0) return
  console.log(`\n${name}\n`)
  for (const crime of crimes.slice(0, SHOWN)) console.log(`  ${crime.replaceAll('\n', '\n  ')}`)
  if (crimes.length > SHOWN) console.log(`  … and ${crimes.length - SHOWN} more`)
}

await writeRouteTypes(ROOT)
const results = await Promise.all(Object.entries(GUARDS).map(([name, guard]) => watch(name, guard)))
console.log('\nThe largest files:')
for (const { path, lines } of (await measure(ROOT)).slice(0, LARGEST_SHOWN))
  console.log(`  ${String(lines).padStart(4)}  ${path}`)
for (const result of results) tell(result)
const wrong = results.filter(({ crimes }) => crimes.length > 0)
console.log(
  wrong.length === 0 ? '\nAll is well.\n' : `\nWrong: ${wrong.map(({ name }) => name).join(', ')}.\n`,
)
process.exitCode = wrong.length === 0 ? 0 : 1
