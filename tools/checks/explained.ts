import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LockEntry } from '../complete-lock.ts'
import { listSources } from './sources.ts'
import type { Guard } from './verdict.ts'

const PAGE = 'docs/reference/dependencies.md'

/** Each package the project asks for has its reason on a page, and the page names no other. */
export const explained: Guard = async (root) => {
  const manifests = await listSources(root, ['package.json'])
  const asked = new Set((await Promise.all(manifests.map((path) => askedBy(join(root, path))))).flat())
  const page = await readFile(join(root, PAGE), 'utf8')
  const told = new Set([...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name as string))
  const crimes = [
    ...[...asked].filter((name) => !told.has(name)).map((name) => `${PAGE}: says nothing of ${name}`),
    ...[...told].filter((name) => !asked.has(name)).map((name) => `${PAGE}: ${name} is not in package.json`),
  ]
  return { crimes, seen: `${asked.size} packages` }
}

/** But for rooms of our own. */
async function askedBy(manifest: string): Promise<string[]> {
  const { dependencies, devDependencies, optionalDependencies }: LockEntry = JSON.parse(
    await readFile(manifest, 'utf8'),
  )
  const all = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
  return all.filter((name) => !name.startsWith('@souk/'))
}
