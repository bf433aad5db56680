import { afterEach, describe, expect, it } from 'vitest'
import { connect, type Transaction } from '../database/index.ts'
import { openStage, type Stage, testCluster } from '../testing/index.ts'
import { ear } from '../testing/toy/ear.ts'
import { becomesQuiet, type Effect, effectsOn, fillShelves } from '../testing/toy/shelves.ts'
import { thingsPut, toy } from '../testing/toy/toy.ts'
import { announced, storeInOutbox } from './outbox.ts'

const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one()
})

const open = async (options: Partial<Parameters<typeof openStage>[1]> = {}) => {
  const stage = await openStage([toy(), ear('ear')], { cluster: testCluster(), ...options })
  undo.push(() => stage.stop())
  return stage
}

/** Somebody who announces something by hand, and commits when told to. */
async function begin(stage: Stage, id: string, shelf = 'slow') {
  const sql = connect(stage.databaseOf('toy'), { connections: 1 })
  undo.push(() => sql.end())
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
  const { promise: stored, resolve: isStored } = Promise.withResolvers<void>()
  const committed = sql.begin(async (tx) => {
    const event = announced(thingsPut({ shelf, count: 1, poison: false }), {
      id,
      source: 'toy',
      time: new Date().toISOString(),
      traceparent: '',
    })
    await storeInOutbox(tx as unknown as Transaction, [event])
    isStored()
    await held
  })
  await stored
  return async () => {
    letGo()
    await committed
  }
}

const names = (count: number) => Array.from({ length: count }, (_, index) => `shelf-${index}`)
const idsOf = (effects: readonly Effect[]) => effects.map(({ eventId }) => eventId)
const orders = (effects: readonly Effect[]) =>
  [...Map.groupBy(effects, ({ shelf }) => shelf).values()].map((some) => some.map(({ count }) => count))

describe('the relay', () => {
  it('skips nothing while a transaction stays open for long, and waits for none (F59)', async () => {
    const stage = await open()
    const commit = await begin(stage, 'evt_long')
    await fillShelves(stage, names(20))
    await becomesQuiet(stage, ['toy', 'ear'])
    expect(await effectsOn(stage, 'ear')).toHaveLength(100)
    await commit()
    await becomesQuiet(stage, ['toy', 'ear'])
    expect(idsOf(await effectsOn(stage, 'ear')).at(-1)).toBe('evt_long')
  })

  it('publishes what was stored first and committed last, and what was stored last and committed first (F60)', async () => {
    const stage = await open()
    const [commitA, commitB] = [await begin(stage, 'evt_a', 'a'), await begin(stage, 'evt_b', 'b')]
    await commitB()
    await becomesQuiet(stage, ['toy', 'ear'])
    expect(idsOf(await effectsOn(stage, 'ear'))).toEqual(['evt_b'])
    await commitA()
    await becomesQuiet(stage, ['toy', 'ear'])
    expect(idsOf(await effectsOn(stage, 'ear'))).toEqual(['evt_b', 'evt_a'])
  })

  for (const seed of [1, 2])
    it(`of two replicas at once loses nothing, and each event has its effect once and in order (K05, seed ${seed})`, async () => {
      const faults = { seed, duplicate: 0.2, delayMs: 20, lose: 0.1, loseAck: 0.1 }
      const stage = await open({ replicas: 2, faults })
      await fillShelves(stage, names(40))
      await becomesQuiet(stage, ['toy', 'ear'])
      const effects = await effectsOn(stage, 'ear')
      expect(orders(effects)).toEqual(Array.from({ length: 40 }, () => [1, 2, 3, 4, 5]))
      expect(new Set(idsOf(effects)).size).toBe(200)
    })
})
