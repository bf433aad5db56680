import type { OperatorsCalls } from '../../contract/operators.ts'
import { refuse } from '../../contract/refusal.ts'
import { stepsOf } from '../../saga/steps-of.ts'
import { veiledFields } from '../../telemetry/veil.ts'
import type { Query } from '../definition.ts'
import { type Desk, stepsIn } from './desk.ts'
import type { OperatorsStore } from './operators-store.ts'
import { sagaView } from './saga-view.ts'

export const showSaga =
  (desk: Desk): Query<OperatorsCalls['showSaga'], OperatorsStore> =>
  async ({ id }, { store }) => {
    const row = await store.findSaga(id)
    if (!row) return refuse('not_found')
    return {
      ...sagaView(desk, row),
      memory: veiledFields(row.memory, desk.shown),
      steps: stepsOf(stepsIn(desk, row.name), await store.listJournal(id)),
    }
  }
