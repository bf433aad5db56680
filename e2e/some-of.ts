import { sampleOf } from './faults/known-points.ts'

/** Another each day, so that what takes long comes in turn; `SOUK_TEST_SEED=…` chooses. */
export const SEED = Number(process.env.SOUK_TEST_SEED ?? Math.floor(Date.now() / 86_400_000))
const isWhole = process.env.SOUK_TEST_WHOLE === '1'

/** So many of them, chosen by the seed; all where the whole suite is wanted (`npm run test:whole`). */
export function someOf<T extends string>(all: readonly T[], count: number): T[] {
  if (isWhole || count >= all.length) return [...all]
  const chosen = new Set<string>(sampleOf(all, { count, seed: SEED }))
  console.warn(`SOUK_TEST_SEED=${SEED} chose ${[...chosen].join(', ')} of ${all.length}`)
  return all.filter((one) => chosen.has(one))
}
