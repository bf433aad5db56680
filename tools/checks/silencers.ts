import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listSources } from './sources.ts'
import type { Guard } from './verdict.ts'

const SILENCER =
  /(?:\/\/|\/\*|<!--)\s*(biome-ignore|@ts-(?:ignore|nocheck|expect-error)|(?:v8|istanbul) ignore)/

/** A guard that is told to look away is mended instead. Type tests may expect errors: that is what they test. */
export const silencers: Guard = async (root) => {
  const paths = (await listSources(root, ['.ts', '.tsx', '.mjs', '.cjs', '.css', '.html'])).filter(
    (path) => !path.endsWith('.test-d.ts'),
  )
  const crimes: string[] = []
  for (const path of paths) {
    for (const [index, line] of (await readFile(join(root, path), 'utf8')).split('\n').entries()) {
      const found = SILENCER.exec(line)
      if (found) crimes.push(`${path}:${index + 1} silences a guard with ${found[1]}`)
    }
  }
  return { crimes, seen: `${paths.length} files` }
}
