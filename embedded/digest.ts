import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'

const MADE = new Set(['build', '.react-router', 'node_modules'])

/** Of these files, and the names and contents of all in these folders, but of what is made of them. */
export async function digestOf(places: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const place of places) await add(place, hash)
  return hash.digest('hex')
}

async function add(place: string, hash: ReturnType<typeof createHash>): Promise<void> {
  hash.update(`${basename(place)}\0`)
  if (!(await stat(place)).isDirectory()) return void hash.update(await readFile(place))
  const names = await readdir(place)
  for (const name of names.sort()) if (!MADE.has(name)) await add(join(place, name), hash)
}
