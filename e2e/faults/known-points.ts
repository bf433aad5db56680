import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { seededRandom } from '@souk/kit/runtime'

export const LIST = fileURLToPath(new URL('crash-points.txt', import.meta.url))

/** The points that whole lives of orders are known to pass, in the order of their names. */
export const knownPoints = (): string[] => readFileSync(LIST, 'utf8').trim().split('\n')

export const keepPoints = (points: readonly string[]): void => writeFileSync(LIST, `${points.join('\n')}\n`)

/** So many of them, chosen by the seed. */
export function sampleOf(
  points: readonly string[],
  { count, seed }: { count: number; seed: number },
): string[] {
  const random = seededRandom(seed)
  const left = [...points]
  return Array.from({ length: Math.min(count, points.length) }, () =>
    String(left.splice(Math.floor(random.unit() * left.length), 1)[0]),
  )
}
