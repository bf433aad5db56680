import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Arrow, folderCycles } from './folder-cycles.ts'
import { runProgram } from './run-program.ts'
import { listSources } from './sources.ts'
import type { Guard } from './verdict.ts'

const RULES = fileURLToPath(new URL('../../.dependency-cruiser.cjs', import.meta.url))
const FOLDERS =
  'apps auditor bench bin contracts demo e2e embedded fleet gateway kit services simulators tools'.split(' ')

export interface Cruise {
  modules: { source: string; dependencies: { resolved: string; dependencyTypes: string[] }[] }[]
  summary: { violations: { from: string; to: string; rule: { name: string }; cycle?: { name: string }[] }[] }
}

/** Who may know whom: the rules of .dependency-cruiser.cjs, and no circles between folders. */
export const boundaries: Guard = async (root) => {
  const folders = FOLDERS.filter((folder) => existsSync(join(root, folder)))
  const sources = await listSources(root, ['.ts', '.mjs'])
  const expected = sources.filter((path) => folders.includes(path.split('/')[0] as string))
  const args = ['--config', RULES, '--output-type', 'json', ...folders]
  const { output, complaints } = await runProgram('dependency-cruiser/bin/dependency-cruiser.mjs', {
    args,
    cwd: root,
  })
  if (!output.startsWith('{')) throw new Error(output + complaints)
  const cruise = JSON.parse(output) as Cruise
  return { crimes: [...unseen(cruise, expected), ...crimesOf(cruise)], seen: `${expected.length} modules` }
}

/** Without a compiler it understands, the cruiser sees no TypeScript, finds no crime and is content. */
export function unseen({ modules }: Cruise, expected: readonly string[]): string[] {
  const seen = new Set(modules.map(({ source }) => source))
  const missed = expected.filter((path) => !seen.has(path))
  if (expected.length === 0) return ['there was nothing to look at']
  return missed.length === 0
    ? []
    : [`${missed.length} of ${expected.length} modules were not seen: ${missed[0]} …`]
}

const crimesOf = (cruise: Cruise): string[] => [
  ...cruise.summary.violations.map(({ from, to, rule, cycle }) =>
    cycle
      ? `${from} needs itself through ${cycle.map(({ name }) => name).join(', ')} (${rule.name})`
      : `${from} → ${to} (${rule.name})`,
  ),
  ...folderCycles(arrowsOf(cruise)).map((path) => `${path.join(' → ')} (no-folder-cycles)`),
]

const arrowsOf = ({ modules }: Cruise): Arrow[] =>
  modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved, dependencyTypes }) => ({
      from: source,
      to: resolved,
      isTypeOnly: dependencyTypes.includes('type-only'),
    })),
  )
