import { runProgram } from './run-program.ts'
import type { Guard } from './verdict.ts'

interface Place {
  name: string
  line?: number
}
type Report = { issues: ({ file: string } & Record<string, unknown>)[] }

const WHAT: Record<string, string> = {
  files: 'is used by nothing',
  dependencies: 'depends on it and does not use it',
  devDependencies: 'depends on it and does not use it',
  unlisted: 'uses it and no package.json lists it',
  binaries: 'runs it and no package.json lists it',
  unresolved: 'imports it and it is not there',
  exports: 'is exported and used nowhere else',
  types: 'is exported and used nowhere else',
  nsExports: 'is exported and used nowhere else',
  nsTypes: 'is exported and used nowhere else',
  duplicates: 'is exported twice',
}

/** Files, exports and dependencies that nothing uses. */
export const unused: Guard = async (root) => {
  const args = ['--reporter', 'json', '--treat-config-hints-as-errors', '--no-progress']
  const { code, output, complaints } = await runProgram('knip/bin/knip.js', { args, cwd: root })
  if (!output.startsWith('{')) throw new Error(output + complaints)
  const { issues } = JSON.parse(output) as Report
  const crimes = issues.flatMap(({ file, ...kinds }) =>
    Object.entries(kinds).flatMap(([kind, found]) =>
      Array.isArray(found) ? tell(file, kind, found.flat()) : [],
    ),
  )
  if (code !== 0 && crimes.length === 0) crimes.push((output + complaints).trim())
  return { crimes, seen: 'files, exports, dependencies' }
}

const tell = (file: string, kind: string, found: readonly Place[]): string[] =>
  found.map(({ name, line }) =>
    kind === 'files'
      ? `${file}: ${WHAT[kind]}`
      : `${file}${line ? `:${line}` : ''} ${name}: ${WHAT[kind] ?? kind}`,
  )
