import type { SagaStep } from '../contract/operators.ts'
import type { JournalLine } from './journal.ts'

/** Of a step only what can be told about it. */
export interface StepShape {
  readonly name: string
  readonly remote: boolean
  readonly undo?: unknown
}

/**
 * The journal as two columns beside the steps: what was done, and what was undone. Whatever comes after the saga was
 * refused or ran out of time belongs to the undoing. Steps the code has no more stand at the end.
 */
export function stepsOf(steps: readonly StepShape[], journal: readonly JournalLine[]): SagaStep[] {
  const rows = new Map<string, SagaStep>(
    steps.map(({ name, remote, undo }) => [
      name,
      { name, kind: remote ? 'remote' : 'local', hasUndo: undo !== undefined, do: [], undo: [] },
    ]),
  )
  let column: 'do' | 'undo' = 'do'
  for (const { step, ...entry } of journal) {
    const row = rows.get(step) ?? { name: step, kind: 'remote', hasUndo: false, do: [], undo: [] }
    row[column].push(entry)
    rows.set(step, row)
    if (entry.action === 'refused' || entry.action === 'overdue') column = 'undo'
  }
  return [...rows.values()]
}
