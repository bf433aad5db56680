import { expect, it } from 'vitest'
import { type Outcome, tallyOf } from './sale-tally.ts'

const won = (answeredAfterMs: number): Outcome => ({ kind: 'won', answeredAfterMs })

it('counts who got one, who came too late, who was refused and who was never told', () => {
  const outcomes: Outcome[] = [
    won(10),
    { kind: 'lost', answeredAfterMs: 5 },
    { kind: 'refused', why: 'A price is not what was shown.' },
    { kind: 'refused', why: 'Too many requests.' },
    { kind: 'refused', why: 'Too many requests.' },
    { kind: 'unanswered' },
  ]
  expect(tallyOf(outcomes)).toMatchObject({ answered: 6, won: 1, lost: 1, refused: 3, unanswered: 1 })
  expect(tallyOf(outcomes).reasons[0]).toEqual({ why: 'Too many requests.', times: 2 })
})

it('tells how long the middle one and the slowest of a hundred waited', () => {
  const outcomes = Array.from({ length: 100 }, (_, turn) => won(100 - turn))
  expect(tallyOf(outcomes)).toMatchObject({ p50Ms: 50, p99Ms: 99 })
  expect(tallyOf([]).p99Ms).toBeUndefined()
})
