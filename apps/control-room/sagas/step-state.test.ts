import { describe, expect, it } from 'vitest'
import type { SagaStep } from '../asking/answers.ts'
import { isOver, stepStateOf } from './step-state.ts'

const AT = '2026-11-24T10:00:00.000Z'
const step = (done: string[], undone: string[] = [], hasUndo = true): SagaStep => ({
  ...{ name: 'authorize', kind: 'remote', hasUndo },
  do: done.map((action) => ({ action, at: AT })),
  undo: undone.map((action) => ({ action, at: AT })),
})
const running = { state: 'running', step: 'authorize' } as const
const undoing = { state: 'undoing', step: 'reserve-stock' } as const
const completed = { state: 'completed', step: null } as const

describe('a step', () => {
  it.each([
    ['done', step(['done']), completed],
    ['not-begun', step([]), { state: 'running', step: 'reserve-stock' } as const],
    ['here', step([]), running],
    ['waiting', step(['waiting']), { state: 'waiting', step: 'authorize' } as const],
    ['done', step(['waiting', 'done']), completed],
    ['refused', step(['refused']), undoing],
    ['overdue', step(['waiting', 'overdue']), undoing],
    ['to-undo', step(['done']), undoing],
    ['to-undo', step(['done']), { state: 'stuck', step: 'authorize' } as const],
    ['done', step(['done'], [], false), undoing],
    ['undone', step(['done'], ['undone']), { state: 'undone', step: null } as const],
    ['here', step(['retried']), running],
  ])('is %s', (state, one, saga) => {
    expect(stepStateOf(one, saga)).toBe(state)
  })
})

it('a saga that is stuck is not over', () => {
  expect(
    [{ state: 'stuck' }, { state: 'completed' }, { state: 'undone' }].map((saga) => isOver(saga as never)),
  ).toEqual([false, true, true])
})
