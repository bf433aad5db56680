import type { OperatorsCalls } from '../../contract/operators.ts'
import type { Feature } from '../definition.ts'
import type { Desk } from './desk.ts'
import type { OperatorsStore } from './operators-store.ts'

export const replayDeadLetters =
  (desk: Desk): Feature<OperatorsCalls['replayDeadLetters'], OperatorsStore> =>
  async (wanted, { store, afterCommit }) => {
    const done = await store.replayDeadLetters(wanted)
    afterCommit(desk.wakeInbox)
    return done
  }
