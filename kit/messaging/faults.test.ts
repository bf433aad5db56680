import { afterEach, describe, expect, it } from 'vitest'
import { seededRandom } from '../runtime/index.ts'
import { openStage, type Stage, testCluster } from '../testing/index.ts'
import { ear } from '../testing/toy/ear.ts'
import { becomesQuiet, effectsOn, fillShelves } from '../testing/toy/shelves.ts'
import { thingsPut, toy } from '../testing/toy/toy.ts'
import type { TransportFaults } from './faulty-transport.ts'

const SHELVES = Array.from({ length: 40 }, (_, index) => `shelf-${index}`)
const EVENTS = SHELVES.length * 5
const SERVICES = ['toy', 'near', 'far']
let stage: Stage
afterEach(() => stage.stop())

/** Two hundred events of forty shelves, heard by two services while that goes wrong. */
async function live(faults: TransportFaults) {
  stage = await openStage([toy(), ear('near'), ear('far')], { cluster: testCluster(), faults })
  await fillShelves(stage, SHELVES)
  await becomesQuiet(stage, SERVICES)
  return { near: await effectsOn(stage, 'near'), far: await effectsOn(stage, 'far') }
}

const expectEachOnce = (effects: Awaited<ReturnType<typeof effectsOn>>) => {
  const expected = SHELVES.flatMap((shelf) => [1, 2, 3, 4, 5].map((count) => `${shelf} ${count}`))
  expect(effects.map(({ shelf, count }) => `${shelf} ${count}`).sort()).toEqual(expected.sort())
}
const inversions = (effects: Awaited<ReturnType<typeof effectsOn>>) =>
  [...Map.groupBy(effects, ({ shelf }) => shelf).values()].filter((some) =>
    some.some(({ count }, index) => count < (some[index - 1]?.count ?? 0)),
  ).length

describe('an event has its effect once in each service that hears it', () => {
  it('when each is delivered two to four times (F64, seed 11)', async () => {
    const { near, far } = await live({ seed: 11, duplicate: 1 })
    expectEachOnce(near)
    expectEachOnce(far)
    expect([inversions(near), inversions(far)]).toEqual([0, 0])
  })

  it('when a hundred may overtake each other and all are late (F65, seed 21)', async () => {
    const { near, far } = await live({ seed: 21, reorder: 100, delayMs: 300 })
    expectEachOnce(near)
    expectEachOnce(far)
    expect(inversions(near) + inversions(far)).toBeGreaterThan(0)
  })

  it('when a tenth of all publishes and acknowledgements gets lost (F66, seed 31)', async () => {
    const { near, far } = await live({ seed: 31, lose: 0.1, loseAck: 0.1 })
    expectEachOnce(near)
    expectEachOnce(far)
    expect([inversions(near), inversions(far)]).toEqual([0, 0])
  })

  it('when all of it goes wrong at once, and when it is healed in the middle (F64, F65, F66, seed 41)', async () => {
    const faults = { seed: 41, duplicate: 0.3, reorder: 100, delayMs: 100, lose: 0.1, loseAck: 0.1 }
    stage = await openStage([toy(), ear('near'), ear('far')], { cluster: testCluster(), faults })
    await fillShelves(stage, SHELVES.slice(0, 20))
    stage.heal()
    await fillShelves(stage, SHELVES.slice(20))
    await becomesQuiet(stage, SERVICES)
    expectEachOnce(await effectsOn(stage, 'near'))
    expectEachOnce(await effectsOn(stage, 'far'))
  })

  it('when the whole history is sent again, twice and shuffled (E2, seed 51)', async () => {
    const before = await live({ seed: 51 })
    const told = stage.announced(thingsPut)
    expect(told).toHaveLength(EVENTS)
    const random = seededRandom(51)
    const again = [...told, ...told].map((event) => ({ event, at: random.unit() }))
    await stage.republish(again.sort((a, b) => a.at - b.at).map(({ event }) => event))
    await becomesQuiet(stage, SERVICES)
    expect({ near: await effectsOn(stage, 'near'), far: await effectsOn(stage, 'far') }).toEqual(before)
  })
})
