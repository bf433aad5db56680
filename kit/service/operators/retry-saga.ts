import type { OperatorsCalls } from '../../contract/operators.ts'
import { refuse } from '../../contract/refusal.ts'
import { toTimestamp } from '../../runtime/clock.ts'
import { actorOf } from '../caller.ts'
import type { Feature } from '../definition.ts'
import { type Desk, stepsIn } from './desk.ts'
import type { OperatorsStore } from './operators-store.ts'
import { isFinished, sagaView } from './saga-view.ts'

export const retrySaga =
  (desk: Desk): Feature<OperatorsCalls['retrySaga'], OperatorsStore> =>
  async ({ id }, { store, caller, clock, afterCommit }) => {
    const row = await store.lockSaga(id)
    if (!row) return refuse('not_found')
    if (isFinished(row)) return refuse('saga_finished', { detail: `It is ${row.state}.` })
    const step = stepsIn(desk, row.name)[row.step]?.name ?? String(row.step)
    await store.retrySaga({ id, step, at: toTimestamp(clock.now()), by: actorOf(caller) })
    afterCommit(desk.wakeSagas)
    return sagaView(desk, (await store.findSaga(id)) ?? row)
  }
