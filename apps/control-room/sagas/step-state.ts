import type { SagaInFull, SagaStep } from '../asking/answers.ts'

export type StepState =
  | 'done'
  | 'here'
  | 'waiting'
  | 'refused'
  | 'overdue'
  | 'undone'
  | 'to-undo'
  | 'not-begun'

type Standing = Pick<SagaInFull, 'state' | 'step'>

/** Where one step of a saga stands, by its journal and by where the saga stands. */
export function stepStateOf(step: SagaStep, { state, step: at }: Standing): StepState {
  if (step.undo.some(({ action }) => action === 'undone')) return 'undone'
  const last = step.do.findLast(({ action }) => action !== 'retried')?.action
  const isGivenUp = state === 'undoing' || state === 'stuck'
  if (last === 'refused' || last === 'overdue') return last
  if (last === 'done') return isGivenUp && step.hasUndo ? 'to-undo' : 'done'
  if (at === step.name) return state === 'waiting' ? 'waiting' : 'here'
  return last === 'waiting' ? 'waiting' : 'not-begun'
}

/** Whether anything is left to be tried. */
export const isOver = ({ state }: Pick<SagaInFull, 'state'>): boolean =>
  state === 'completed' || state === 'undone'
