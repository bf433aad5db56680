import { afterEach, describe, expect, it } from 'vitest'
import { type DeadLetter, operatorsCalls, type Saga } from '../../contract/index.ts'
import { type AskOptions, guest, openStage, type Stage, testCluster } from '../../testing/index.ts'
import { errands, type Mood, run } from '../../testing/toy/errands.ts'
import { heardOn, put, toy } from '../../testing/toy/toy.ts'

const stages: Stage[] = []
afterEach(async () => {
  await Promise.all(stages.splice(0).map((one) => one.stop()))
})

const operator: AskOptions = { as: { kind: 'operator', id: 'staff_ada' } }
const ofToy = operatorsCalls('toy')
const ofErrands = operatorsCalls('errands')

async function open() {
  const ear = { isPoisoned: true }
  const mood: Mood = { brings: 'at once', takesBack: true, hears: true }
  const stage = await openStage([toy(ear), errands(mood)], {
    cluster: testCluster(),
    shownToOperators: new Set(['shelf', 'errand']),
  })
  stages.push(stage)
  const letters = async (query: { type?: string; limit?: number; cursor?: string } = {}) => {
    const listed = await stage.ask(ofToy.listDeadLetters, query, operator)
    if (!listed.ok) throw new Error(listed.refusal.code)
    return listed.body
  }
  const sagas = async (query: { state?: Saga['state']; limit?: number; cursor?: string } = {}) => {
    const listed = await stage.ask(ofErrands.listSagas, query, operator)
    if (!listed.ok) throw new Error(listed.refusal.code)
    return listed.body
  }
  const shown = async (id: string) => {
    const saga = await stage.ask(ofErrands.showSaga, { id }, operator)
    if (!saga.ok) throw new Error(saga.refusal.code)
    return saga.body
  }
  const poison = (shelf: string) => {
    stage.clock.forward(1)
    return stage.reply(put, { shelf, count: 2, note: 'poison' }, { as: guest })
  }
  const heard = async (shelf: string) => {
    const told = await stage.ask(heardOn, { shelf }, { as: guest })
    return told.ok ? told.body.counts : []
  }
  const park = async (...shelves: string[]) => {
    for (const shelf of shelves) await poison(shelf)
    await stage.settleUntil(async () => (await letters()).items.length === shelves.length)
  }
  const getStuck = () => stage.settleUntil(async () => (await sagas({ state: 'stuck' })).items.length === 1)
  return { stage, ear, mood, park, getStuck, letters, sagas, shown, heard }
}

describe('a dead letter', () => {
  it('is listed with its error and its tries, replayed once the cause is mended, and gone', async () => {
    const { stage, ear, park, letters, heard } = await open()
    await park('sick')
    const { items } = await letters()
    expect(items).toMatchObject([
      {
        consumer: 'toy',
        type: 'toy.things-put.v1',
        subject: 'sick',
        data: { shelf: 'sick', count: 2, poison: true },
        attempts: 8,
        error: 'Error: this one does not go down',
        firstTriedAt: expect.any(String),
        lastTriedAt: expect.any(String),
      },
    ])
    const { id } = items[0] as DeadLetter
    ear.isPoisoned = false
    expect(await stage.reply(ofToy.replayDeadLetter, { id }, operator)).toMatchObject({
      body: { id, state: 'waiting' },
    })
    await stage.settle()
    expect(await letters()).toEqual({ items: [], nextCursor: null })
    expect(await heard('sick')).toEqual([2])
  })

  it('is replayed once however often somebody asks', async () => {
    const { stage, ear, park, letters, heard } = await open()
    await park('twice')
    const { id } = (await letters()).items[0] as DeadLetter
    ear.isPoisoned = false
    for (let asked = 0; asked < 2; asked++) {
      expect(await stage.reply(ofToy.replayDeadLetter, { id }, operator)).toMatchObject({ ok: true })
      await stage.settle()
    }
    expect(await stage.reply(ofToy.replayDeadLetter, { id }, operator)).toMatchObject({
      body: { id, state: 'applied' },
    })
    await stage.settle()
    expect(await heard('twice')).toEqual([2])
  })

  it('is back at once with one more attempt when it fails again', async () => {
    const { stage, park, letters } = await open()
    await park('still-sick')
    const { id, firstTriedAt, lastTriedAt } = (await letters()).items[0] as DeadLetter
    await stage.reply(ofToy.replayDeadLetter, { id }, operator)
    await stage.settle()
    const again = (await letters()).items[0] as DeadLetter
    expect(again).toMatchObject({ id, attempts: 9, firstTriedAt })
    expect(Date.parse(String(again.lastTriedAt))).toBeGreaterThan(Date.parse(String(lastTriedAt)))
  })

  it('is replayed with others of its type, a bounded lot at a time', async () => {
    const { stage, ear, park, letters } = await open()
    await park('a', 'b', 'c')
    ear.isPoisoned = false
    const replay = (input: { type?: string; limit: number }) =>
      stage.reply(ofToy.replayDeadLetters, input, operator)
    expect(await replay({ type: 'toy.other.v1', limit: 10 })).toMatchObject({
      body: { replayed: 0, left: 0 },
    })
    expect(await replay({ type: 'toy.things-put.v1', limit: 2 })).toMatchObject({
      body: { replayed: 2, left: 1 },
    })
    await stage.settle()
    expect((await letters()).items.map(({ subject }) => subject)).toEqual(['c'])
  })

  it('is found page by page, none twice and none left out, also when one comes back in between', async () => {
    const { stage, park, letters } = await open()
    await park('a', 'b', 'c', 'd', 'e')
    const first = await letters({ limit: 2 })
    const { id } = first.items[0] as DeadLetter
    await stage.reply(ofToy.replayDeadLetter, { id }, operator)
    await stage.settle()
    const second = await letters({ limit: 2, cursor: String(first.nextCursor) })
    const third = await letters({ limit: 2, cursor: String(second.nextCursor) })
    const seen = [first, second, third].flatMap(({ items }) => items.map(({ subject }) => subject))
    expect(seen).toEqual(['e', 'd', 'c', 'b', 'a'])
    expect(third.nextCursor).toBeNull()
  })

  it('is not found under another consumer, or when there is none', async () => {
    const { stage } = await open()
    for (const id of ['errands.evt_1', 'toy.evt_1']) {
      const reply = await stage.reply(ofToy.replayDeadLetter, { id }, operator)
      expect(reply).toMatchObject({ refusal: { code: 'not_found' } })
    }
  })
})

describe('a saga', () => {
  it('is never stuck because somebody is away, and is undone when they are back', async () => {
    const { stage, mood, sagas } = await open()
    Object.assign(mood, { brings: 'never', takesBack: 'nobody there' })
    await stage.reply(run, { errand: 'letter' }, { as: guest })
    const first = async () => (await sagas({})).items[0]
    await stage.settleUntil(async () => Number((await first())?.attempts) > 20)
    expect(await first()).toMatchObject({ state: 'undoing', error: 'Unavailable: who fetched it is away' })
    mood.takesBack = true
    await stage.settleUntil(async () => (await first())?.state === 'undone')
  })

  it('that is stuck is undone to its end after a retry, which the journal names', async () => {
    const { stage, mood, getStuck, sagas, shown } = await open()
    Object.assign(mood, { brings: 'never', takesBack: false })
    expect(await stage.reply(run, { errand: 'letter' }, { as: guest })).toMatchObject({
      body: { state: 'undoing' },
    })
    await getStuck()
    const stuck = (await sagas({ state: 'stuck' })).items[0] as Saga
    expect(stuck).toMatchObject({
      service: 'errands',
      name: 'errand',
      key: 'letter',
      step: 'fetch',
      attempts: 20,
      error: 'Error: [hidden] does not take it back',
      refusal: { code: 'moved_away' },
      dueAt: null,
    })
    mood.takesBack = true
    const retried = await stage.reply(ofErrands.retrySaga, { id: stuck.id }, operator)
    expect(retried).toMatchObject({ body: { state: 'undoing', attempts: 0 } })
    await stage.settle()
    const { state, steps } = await shown(stuck.id)
    expect(state).toBe('undone')
    const table = steps.map(({ name, kind, hasUndo, ...columns }) => ({
      name,
      kind,
      hasUndo,
      do: columns.do.map(({ action }) => action),
      undo: columns.undo.map(({ action }) => action),
    }))
    expect(table).toEqual([
      { name: 'fetch', kind: 'remote', hasUndo: true, do: ['done'], undo: ['retried', 'undone'] },
      { name: 'pack', kind: 'local', hasUndo: false, do: ['done'], undo: ['undone'] },
      { name: 'bring', kind: 'remote', hasUndo: false, do: ['refused'], undo: [] },
    ])
    expect(steps[0]?.undo[0]).toMatchObject({ action: 'retried', detail: 'operator:staff_ada' })
  })

  it('that waits looks at once after a retry, and completes', async () => {
    const { stage, mood, sagas, shown } = await open()
    mood.brings = 'later'
    await stage.reply(run, { errand: 'parcel' }, { as: guest })
    await stage.settle()
    const { id } = (await sagas({ state: 'waiting' })).items[0] as Saga
    mood.brings = 'at once'
    expect(await stage.reply(ofErrands.retrySaga, { id }, operator)).toMatchObject({ ok: true })
    await stage.settle()
    expect(await shown(id)).toMatchObject({ state: 'completed', step: null, dueAt: null })
  })

  it('that is over refuses to be tried again, and one nobody knows is not found', async () => {
    const { stage, sagas, shown } = await open()
    await stage.reply(run, { errand: 'done' }, { as: guest })
    const { id } = (await sagas()).items[0] as Saga
    expect(await stage.reply(ofErrands.retrySaga, { id }, operator)).toMatchObject({
      refusal: { code: 'saga_finished', detail: 'It is completed.' },
    })
    const journal = (await shown(id)).steps.flatMap((step) => [...step.do, ...step.undo])
    expect(journal.map(({ action }) => action)).toEqual(['done', 'done', 'done'])
    const unknown = `${id.slice(0, -4)}zzzz`
    for (const contract of [ofErrands.showSaga, ofErrands.retrySaga]) {
      const reply = await stage.reply(contract, { id: unknown }, operator)
      expect(reply).toMatchObject({ refusal: { code: 'not_found' } })
    }
  })

  it('is found page by page among those of every state, newest first', async () => {
    const { stage, mood, sagas } = await open()
    for (const [turn, brings] of (['at once', 'later', 'never', 'at once', 'later'] as const).entries()) {
      mood.brings = brings
      stage.clock.forward(turn % 2)
      await stage.reply(run, { errand: `errand-${turn}` }, { as: guest })
    }
    const first = await sagas({ limit: 2 })
    const second = await sagas({ limit: 2, cursor: String(first.nextCursor) })
    const third = await sagas({ limit: 2, cursor: String(second.nextCursor) })
    const all = await sagas()
    expect([first, second, third].flatMap(({ items }) => items)).toEqual(all.items)
    expect(new Set(all.items.map(({ key }) => key)).size).toBe(5)
    expect(third.nextCursor).toBeNull()
    expect((await sagas({ state: 'waiting' })).items.every(({ state }) => state === 'waiting')).toBe(true)
  })

  it('hides of its memory the texts nobody said may be read', async () => {
    const { stage, sagas, shown } = await open()
    await stage.reply(run, { errand: 'secret' }, { as: guest })
    const { id } = (await sagas()).items[0] as Saga
    expect((await shown(id)).memory).toEqual({ errand: 'secret', letter: '[hidden]', pages: 3 })
  })
})

describe('an operators’ call', () => {
  it('answers operators and nobody else', async () => {
    const { stage } = await open()
    const customer = { kind: 'customer', id: 'cus_1', address: '' } as const
    const service = { kind: 'service', name: 'orders' } as const
    for (const contract of Object.values(ofToy)) {
      const codes = await Promise.all(
        [guest, customer, service].map(async (as) => {
          const reply = await stage.reply(contract, {}, { as })
          return reply.ok ? 'answered' : reply.refusal.code
        }),
      )
      expect(codes, contract.name).toEqual(['unauthenticated', 'forbidden', 'forbidden'])
    }
  })
})
