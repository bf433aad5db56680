import type { Saga } from '../../contract/operators.ts'
import type { SagaRecord } from '../../saga/read-sagas.ts'
import { veiledFault, veiledName } from '../../telemetry/veil.ts'
import { type Desk, stepsIn } from './desk.ts'

const ENDED: readonly SagaRecord['state'][] = ['completed', 'undone']

export const isFinished = ({ state }: Pick<SagaRecord, 'state'>): boolean => ENDED.includes(state)

/** A saga as operators see it in a list. */
export function sagaView(desk: Desk, row: SagaRecord): Saga {
  const isOver = isFinished(row)
  const step = stepsIn(desk, row.name)[row.step]?.name ?? String(row.step)
  return {
    id: row.id,
    service: desk.service,
    name: row.name,
    key: veiledName(row.key, row.memory, desk.shown),
    state: row.state,
    step: isOver ? null : step,
    attempts: row.attempts,
    error: row.error === null ? null : veiledFault(row.error),
    refusal: row.refusal && refusalView(row.refusal),
    startedAt: row.started_at.toISOString(),
    deadline: row.deadline.toISOString(),
    dueAt: isOver || row.state === 'stuck' ? null : row.due_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  }
}

const refusalView = ({ code, detail }: NonNullable<SagaRecord['refusal']>) => ({
  code,
  ...(detail && { detail: veiledFault(detail) }),
})
