import { beforeEach, describe, expect, it } from 'vitest'
import type { Told } from './ask.ts'
import { createPoller, type Poller } from './poller.ts'

/** The shop’s answers and the time are in the test’s hand. */
let now: number
let planned: { work: () => void; at: number }[]
let asked: string[]
let answers: ((told: Told<unknown>) => void)[]
let poller: Poller

beforeEach(() => {
  now = 0
  planned = []
  asked = []
  answers = []
  poller = createPoller({
    now: () => now,
    ask: <Answer>(path: string) => {
      asked.push(path)
      return new Promise<Told<Answer>>((resolve) => answers.push(resolve as never))
    },
    later(work, ms) {
      const plan = { work, at: now + ms }
      planned.push(plan)
      return () => {
        planned = planned.filter((other) => other !== plan)
      }
    },
  })
})

async function answer(told: Told<unknown>): Promise<void> {
  answers.shift()?.(told)
  await Promise.resolve()
}
function pass(ms: number): void {
  now += ms
  const due = planned.filter(({ at }) => at <= now)
  planned = planned.filter(({ at }) => at > now)
  for (const { work } of due) work()
}
const well = (answer: unknown): Told<unknown> => ({ ok: true, answer })
const AWAY: Told<unknown> = { ok: false, trouble: { kind: 'away' } }
const watch = (path = '/ops/services', everyMs = 2_000) => poller.watch(path, { everyMs, changed: () => {} })

describe('whoever is watched', () => {
  it('is asked at once, and again after its pause', async () => {
    watch()
    await answer(well('first'))
    expect(poller.heard('/ops/services')).toEqual({ answer: 'first', at: 0, trouble: undefined })
    pass(1_999)
    expect(asked).toHaveLength(1)
    pass(1)
    expect(asked).toHaveLength(2)
  })

  it('is asked once for all who watch it, as often as the most eager wants', async () => {
    watch('/ops/services', 5_000)
    watch('/ops/services', 1_000)
    expect(asked).toHaveLength(1)
    await answer(well('first'))
    pass(1_000)
    expect(asked).toHaveLength(2)
  })

  it('is asked no more when nobody watches it', async () => {
    const leave = watch()
    await answer(well('first'))
    leave()
    pass(60_000)
    expect(asked).toHaveLength(1)
    expect(poller.courses()).toEqual([])
  })

  it('is not asked twice at once, but again if something was changed meanwhile', async () => {
    watch()
    poller.askAllNow()
    expect(asked).toHaveLength(1)
    await answer(well('before the change'))
    expect(asked).toHaveLength(2)
  })
})

describe('while the shop is away', () => {
  it('what was heard last stays, with when that was', async () => {
    watch()
    await answer(well('first'))
    pass(2_000)
    await answer(AWAY)
    expect(poller.heard('/ops/services')).toEqual({ answer: 'first', at: 0, trouble: { kind: 'away' } })
    expect(poller.courses()).toMatchObject([{ path: '/ops/services', at: 0, triesAt: 6_000 }])
  })

  it('it is asked later and later, and as before when it is back', async () => {
    watch()
    await answer(AWAY)
    pass(4_000)
    await answer(AWAY)
    pass(8_000)
    await answer(well('back'))
    expect(poller.heard('/ops/services')).toMatchObject({ answer: 'back', trouble: undefined })
    expect(poller.courses()).toMatchObject([{ triesAt: now + 2_000 }])
  })
})

describe('a hidden tab', () => {
  it('asks rarely, and at once when it is looked at again', async () => {
    watch()
    await answer(well('first'))
    poller.hide(true)
    pass(59_999)
    expect(asked).toHaveLength(1)
    poller.hide(false)
    expect(asked).toHaveLength(2)
  })
})
