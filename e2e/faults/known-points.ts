import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { seededRandom } from '@souk/kit/runtime'

export const LIST = fileURLToPath(new URL('crash-points.txt', import.meta.url))

/** The points that whole lives of orders are known to pass, in the order of their names. */
export const knownPoints = (): string[] => readFileSync(LIST, 'utf8').trim().split('\n')

export const keepPoints = (points: readonly string[]): void => writeFileSync(LIST, `${points.join('\n')}\n`)

/** A share of them, as `2/4` says: every fourth, beginning with the second. */
export function partOf(points: readonly string[], given: string): string[] {
  const { part, parts } = /^(?<part>[1-9]\d*)\/(?<parts>[1-9]\d*)$/.exec(given)?.groups ?? {}
  if (!part || Number(part) > Number(parts)) throw new RangeError(`not a part such as 2/4: ${given}`)
  return points.filter((_, index) => index % Number(parts) === Number(part) - 1)
}

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
