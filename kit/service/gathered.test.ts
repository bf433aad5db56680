import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { call } from '../contract/call.ts'
import { event } from '../contract/event.ts'
import { refuse } from '../contract/refusal.ts'
import { seconds } from '../runtime/clock.ts'
import { openStage, type Stage, testCluster } from '../testing/index.ts'
import { conducts, service } from './definition.ts'
import { type Asked, gathered } from './gathered.ts'

const take = call('boxes.take', 'POST /internal/boxes/takings', {
  summary: 'Takes something from a box.',
  access: 'internal',
  body: z.strictObject({ box: z.string(), name: z.string() }),
  answers: { 200: z.strictObject({ name: z.string() }) },
  refusals: { taken: { status: 409, title: 'It is taken.' } },
})
const opened = event(
  'boxes.opened.v1',
  'A box was opened by so many.',
  z.strictObject({ box: z.string() }),
  'box',
)

/** What was gathered, held open until the test lets it end. */
interface Lot {
  names: string[]
  answer(): void
  fail(fault: Error): void
}

let stage: Stage
let folder: string
let lots: Lot[] = []

const outcomeOf = ({ input }: Asked<typeof take>) =>
  input.name.startsWith('no') ? refuse('taken') : { name: input.name }

const boxes = () =>
  service({
    name: 'boxes',
    migrations: folder,
    store: () => ({}),
    answers: [
      conducts(
        take,
        gathered<typeof take, object>({
          keys: ({ box }) => [box],
          together: async (asked, { publish }) => {
            const names = asked.map(({ input }) => input.name)
            publish(opened({ box: names.join(' ') }))
            await new Promise<void>((answer, fail) => lots.push({ names, answer, fail }))
            return asked.map(outcomeOf)
          },
        }),
      ),
    ],
    announces: [opened],
  })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'souk-boxes-'))
  stage = await openStage([boxes()], { cluster: testCluster() })
})
afterAll(async () => {
  await stage.stop()
  await rm(folder, { recursive: true })
})
beforeEach(() => {
  lots = []
})

const ask = (box: string, name: string) => stage.ask(take, { box, name })
const lot = async (index: number): Promise<Lot> => {
  await expect.poll(() => lots.length).toBeGreaterThan(index)
  return lots[index] as Lot
}
const kept = async () => {
  await stage.settle()
  return stage.announced(opened).map(({ subject }) => subject)
}

/** Holds the box open with a call of its own, so that what is asked now has to wait. */
const occupied = async (box: string) => {
  const holding = ask(box, 'first')
  const held = await lot(0)
  return async () => {
    held.answer()
    await holding
  }
}

describe('gathered calls', () => {
  it('start at once when nobody is there, and together when they came meanwhile', async () => {
    const free = await occupied('red')
    const answers = Promise.all(['a', 'b'].map((name) => ask('red', name)))
    expect(lots.map(({ names }) => names)).toEqual([['first']])
    await free()
    expect((await lot(1)).names).toEqual(['a', 'b'])
    lots[1]?.answer()
    expect(await answers).toMatchObject(['a', 'b'].map((name) => ({ ok: true, body: { name } })))
  })

  it('do not wait for a box they do not want; two lots at most are under way', async () => {
    const free = await occupied('red')
    const blue = ask('blue', 'blue')
    ;(await lot(1)).answer()
    await blue
    const green = ask('green', 'green')
    await lot(2)
    const others = Promise.all(['pink', 'grey', 'red'].map((box) => ask(box, box)))
    lots[2]?.answer()
    await green
    expect((await lot(3)).names).toEqual(['pink', 'grey'])
    lots[3]?.answer()
    await free()
    ;(await lot(4)).answer()
    expect(await others).toHaveLength(3)
  })

  it('answer each by itself, and nothing is kept only when all are refused', async () => {
    const alone = ask('red', 'no-1')
    ;(await lot(0)).answer()
    expect(await alone).toMatchObject({ ok: false, refusal: { code: 'taken' } })
    const both = Promise.all(['no-2', 'b'].map((name) => ask('red', name)))
    ;(await lot(1)).answer()
    expect(await both).toMatchObject([{ ok: false }, { ok: true, body: { name: 'b' } }])
    expect(await kept()).toContain('no-2 b')
    expect(await kept()).not.toContain('no-1')
  })

  it('are tried alone when their transaction fails, so that one bears its fault and no other', async () => {
    const good = ask('red', 'a')
    const bad = expect(ask('red', 'b')).rejects.toThrow('it is me')
    ;(await lot(0)).fail(new Error('one of you is broken'))
    ;(await lot(1)).answer()
    expect(await good).toMatchObject({ ok: true, body: { name: 'a' } })
    ;(await lot(2)).fail(new Error('it is me'))
    await bad
    expect(lots.map(({ names }) => names)).toEqual([['a', 'b'], ['a'], ['b']])
  })

  it('are not begun for whoever has waited too long', async () => {
    const free = await occupied('red')
    const late = expect(ask('red', 'late')).rejects.toThrow('nobody waits')
    stage.clock.forward(seconds(11))
    await free()
    await late
    expect(lots).toHaveLength(1)
  })
})
