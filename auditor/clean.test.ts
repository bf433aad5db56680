import { minutes, seededRandom } from '@souk/kit/runtime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit, type Verdict } from './audit.ts'
import { type Bazaar, openBazaar } from './fixtures/bazaar.ts'
import { peopleIn } from './fixtures/purchases.ts'
import { printVerdict } from './print-verdict.ts'

/** `AUDITED_RUNS=100` for more; each seed is another day in the bazaar. */
const RUNS = Number(process.env.AUDITED_RUNS ?? 2)

const seeds = Array.from({ length: RUNS }, (_, index) => index + 1)
let bazaar: Bazaar
beforeAll(async () => {
  bazaar = await openBazaar(1)
})
afterAll(() => bazaar.stop())

const expectClean = (verdict: Verdict) => expect(verdict.violations, printVerdict(verdict)).toBe(0)

describe.each(seeds)('an honest shop, day %i', (seed) => {
  it('gives no alarm while it trades, nor when everything has come to rest', async () => {
    const people = peopleIn(bazaar)
    const sku = `DAY-${seed}`
    await people.offers(sku, 60, 1_990)
    const { offers: _, ...deeds } = people
    for (const [index, deed] of shuffled(Object.values(deeds), seed).entries()) {
      await deed(sku)
      // Right behind the deed, with half of it under way.
      if (index % 5 === 0) expectClean(await audit(bazaar.sources(0)))
    }
    await bazaar.rest()
    for (const isStrict of [false, true]) expectClean(await audit(bazaar.sources(minutes(60), isStrict)))
  }, 60_000)
})

it('has looked at something for every invariant', async () => {
  const { invariants } = await audit(bazaar.sources(minutes(60), true))
  expect(invariants.filter(({ checked }) => checked === 0)).toEqual([])
})

function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const { unit } = seededRandom(seed)
  return items
    .map((item) => ({ item, place: unit() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)
}
