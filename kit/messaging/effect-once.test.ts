import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guest, openStage, type Stage, staff, testCluster } from '../testing/index.ts'
import { ear } from '../testing/toy/ear.ts'
import { becomesQuiet, effectsOn, query } from '../testing/toy/shelves.ts'
import { clear, put, thingsPut, toy } from '../testing/toy/toy.ts'
import type { TransportFaults } from './faulty-transport.ts'

const shelf = fc.constantFrom('a', 'b', 'c', 'd')
const command = fc.oneof(
  { weight: 9, arbitrary: fc.record({ put: fc.integer({ min: 1, max: 5 }), shelf, isPoison: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ clear: fc.constant(true), shelf }) },
)
const share = fc.double({ min: 0, max: 0.15, noNaN: true })
const faults: fc.Arbitrary<TransportFaults> = fc.record({
  seed: fc.nat(),
  duplicate: share,
  reorder: fc.nat(100),
  delayMs: fc.nat(50),
  lose: share,
  loseAck: share,
})
const run = fc.record({
  faults,
  replicas: fc.integer({ min: 1, max: 2 }),
  /** How often each of the two ears chokes on poison before it goes down. */
  chokes: fc.tuple(fc.nat(2), fc.nat(2)),
  commands: fc.array(command, { minLength: 5, maxLength: 60 }),
})
type Run = typeof run extends fc.Arbitrary<infer T> ? T : never

/** Throws the first times it meets each poisoned fact. */
function choking(times: number) {
  const met = new Map<string, number>()
  return ({ shelf, count, poison }: { shelf: string; count: number; poison: boolean }) => {
    const key = `${shelf} ${count}`
    const before = met.get(key) ?? 0
    met.set(key, before + 1)
    if (poison && before < times) throw new Error('not yet')
  }
}

const obey = (stage: Stage, one: Run['commands'][number]) =>
  'clear' in one
    ? stage.reply(clear, { shelf: one.shelf }, { as: staff })
    : stage.reply(
        put,
        { shelf: one.shelf, count: one.put, ...(one.isPoison && { note: 'poison' }) },
        { as: guest },
      )

describe('whatever is done and whatever goes wrong', () => {
  it('each committed event has exactly one effect in each service that hears it (E1, E2)', async () => {
    await fc.assert(
      fc.asyncProperty(run, async ({ faults, replicas, chokes, commands }) => {
        const ears = [ear('near', choking(chokes[0])), ear('far', choking(chokes[1]))]
        const stage = await openStage([toy({ isPoisoned: false }), ...ears], {
          cluster: testCluster(),
          faults,
          replicas,
        })
        try {
          const replies = await Promise.all(commands.map((one) => obey(stage, one)))
          await becomesQuiet(stage, ['toy', 'near', 'far'])
          const told = await query<{ id: string }>(
            stage,
            'toy',
            `select id from outbox where type = '${thingsPut.type}'`,
          )
          const accepted = replies.filter((reply, index) => reply.ok && 'put' in (commands[index] ?? {}))
          expect(told).toHaveLength(accepted.length)
          for (const name of ['near', 'far']) {
            const effects = (await effectsOn(stage, name)).map(({ eventId }) => eventId)
            expect(effects.sort(), name).toEqual(told.map(({ id }) => id).sort())
          }
        } finally {
          await stage.stop()
        }
      }),
      { numRuns: 5, endOnFailure: true },
    )
  }, 120_000)
})
