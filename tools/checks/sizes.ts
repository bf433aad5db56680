import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listSources } from './sources.ts'
import type { Guard } from './verdict.ts'

const MOST_LINES = 300
/** A service's story is told in one go. */
const MOST_LINES_OF_A_TEST = 500
const ENDINGS = ['.ts', '.tsx', '.mjs', '.cjs', '.sql', '.css', '.html']

/** A file says one thing; one that needs more lines than this says two. */
export const sizes: Guard = async (root) => {
  const measured = await measure(root)
  const crimes = measured
    .filter(({ path, lines }) => lines > mostOf(path))
    .map(({ path, lines }) => `${path}: ${lines} lines, ${mostOf(path)} at most`)
  return { crimes, seen: `${measured.length} files` }
}

/** Every source file with its lines, the largest first. */
export async function measure(root: string): Promise<{ path: string; lines: number }[]> {
  const paths = await listSources(root, ENDINGS)
  const measured = await Promise.all(
    paths.map(async (path) => ({ path, lines: countLines(await readFile(join(root, path), 'utf8')) })),
  )
  return measured.sort((a, b) => b.lines - a.lines)
}

const mostOf = (path: string): number =>
  /\.(?:test|suite|journey)\.ts$/.test(path) ? MOST_LINES_OF_A_TEST : MOST_LINES

const countLines = (text: string): number => text.trimEnd().split('\n').length
