import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { call, operatorsCalls, refuse, staffActed, text } from '../contract/index.ts'
import { guest, openStage, type Stage, staff, testCluster } from '../testing/index.ts'
import { clear, put, toy } from '../testing/toy/toy.ts'
import { conducts, service } from './index.ts'

const haul = call('hauler.haul', 'POST /hauler/{load}', {
  summary: 'Takes several transactions.',
  access: 'staff:hauler:write',
  params: z.strictObject({ load: text(40) }),
  body: z.strictObject({ secret: text(40), how: z.enum(['well', 'refused', 'faulty']) }),
  answers: { 200: z.strictObject({ done: z.boolean() }) },
  refusals: { too_heavy: { status: 409, title: 'Nobody can carry that.' } },
})
const hauler = () =>
  service({
    name: 'hauler',
    migrations: toy({ isPoisoned: false }).migrations,
    store: () => ({}),
    answers: [
      conducts(haul, async ({ how }) => {
        if (how === 'faulty') throw new Error('it fell')
        return how === 'well' ? { done: true } : refuse('too_heavy')
      }),
    ],
  })

let stage: Stage
beforeAll(async () => {
  stage = await openStage([toy({ isPoisoned: false }), hauler()], { cluster: testCluster() })
})
afterAll(() => stage.stop())

const acted = async () => {
  await stage.settle()
  return stage.announced(staffActed)
}

describe('what staff do', () => {
  it('is on record with who, what and to what, in the transaction that does it', async () => {
    await stage.reply(put, { shelf: 'red', count: 2 }, { as: guest })
    await stage.reply(clear, { shelf: 'red' }, { as: staff })
    const [only, ...more] = await acted()
    expect(more).toEqual([])
    expect(only).toMatchObject({
      source: 'toy',
      subject: 'staff_test',
      data: {
        ...{ actor: 'staff_test', service: 'toy', call: 'clear', method: 'DELETE', path: '/toy/{shelf}' },
        ...{ resource: 'red', fields: [], outcome: 'done', status: 204, code: null },
      },
    })
  })

  it('is on record before and after where it spans transactions, by the names of what was sent', async () => {
    const before = (await acted()).length
    for (const how of ['well', 'refused', 'faulty'])
      await stage.reply(haul, { load: 'piano', secret: 'hush', how }, { as: staff }).catch(() => {})
    const told = (await acted()).slice(before).map(({ data }) => data)
    expect(told.map(({ outcome, status, code }) => [outcome, status, code])).toEqual([
      ['begun', null, null],
      ['done', 200, null],
      ['begun', null, null],
      ['refused', 409, 'too_heavy'],
      ['begun', null, null],
    ])
    expect(told[0]).toMatchObject({ resource: 'piano', fields: ['secret', 'how'] })
    expect(JSON.stringify(told)).not.toContain('hush')
  })

  it('is not on record where it is refused and nothing changed', async () => {
    const before = (await acted()).length
    await stage.reply(clear, { shelf: 'red' }, { as: { kind: 'staff', id: 'staff_eve', scopes: [] } })
    expect(await acted()).toHaveLength(before)
  })

  it('names the operator who replays dead letters', async () => {
    const { replayDeadLetters } = operatorsCalls('toy')
    await stage.reply(replayDeadLetters, { limit: 5 }, { as: { kind: 'operator', id: 'staff_ada' } })
    expect((await acted()).at(-1)?.data).toMatchObject({
      actor: 'operator:staff_ada',
      call: 'operators-replay-dead-letters',
      fields: ['limit'],
    })
  })
})
