import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { COMMAND } from '../reference/page.ts'
import { PAGES } from '../reference.ts'
import type { Guard } from './verdict.ts'

/** The pages that would be generated now are those that are kept. */
export const currentReference: Guard = async (root) => {
  const crimes = await Promise.all(
    Object.entries(PAGES).map(async ([name, make]) => {
      const path = `docs/reference/${name}`
      const [kept, made] = await Promise.allSettled([readFile(join(root, path), 'utf8'), make()])
      if (made.status === 'rejected') return [`${path}: cannot be made: ${made.reason}`]
      if (kept.status === 'rejected') return [`${path}: is not there; \`${COMMAND}\` makes it`]
      return kept.value === made.value
        ? []
        : [`${path}: ${firstDifference(kept.value, made.value)}; \`${COMMAND}\` makes it anew`]
    }),
  )
  return { crimes: crimes.flat(), seen: `${Object.keys(PAGES).length} pages` }
}

function firstDifference(kept: string, made: string): string {
  const [old, now] = [kept.split('\n'), made.split('\n')]
  const at = now.findIndex((line, index) => line !== old[index])
  return at === -1 ? 'says more than the code' : `line ${at + 1} is old, now: ${now[at]?.slice(0, 120)}`
}
