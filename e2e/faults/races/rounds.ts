import { type Random, seededRandom } from '@souk/kit/runtime'

// The families of races after Warszawski and Bailis, "ACIDRain" (SIGMOD 2017): inventory, cart, vouchers.

const SEED = Number(process.env.SOUK_RACE_SEED ?? Math.floor(Math.random() * 1_000_000))
const ROUNDS = Number(process.env.SOUK_RACE_ROUNDS ?? 1)

/** A race is run once for each seed; the seed is in the test's title, and `npm run races -- --seed n` runs it again. */
export const seeds = Array.from({ length: ROUNDS }, (_, index) => SEED + index)

/** A whole number from `from` to `to`, both included. */
export const between = (from: number, to: number, { unit }: Random): number =>
  from + Math.floor(unit() * (to - from + 1))

/** The same work so many times at the same moment. */
export const atOnce = <Made>(count: number, work: (index: number) => Promise<Made>): Promise<Made[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)))

/** Begins all of them within a few milliseconds, in an order and at distances the seed decides. */
export async function race<Works extends (() => Promise<unknown>)[]>(
  seed: number,
  ...works: Works
): Promise<{ [Index in keyof Works]: Awaited<ReturnType<Works[Index]>> }> {
  const random = seededRandom(seed)
  const begun = works.map(async (work) => {
    await new Promise((resolve) => setTimeout(resolve, between(0, 12, random)))
    return await work()
  })
  return (await Promise.all(begun)) as { [Index in keyof Works]: Awaited<ReturnType<Works[Index]>> }
}
