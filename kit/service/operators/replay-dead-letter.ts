import type { OperatorsCalls } from '../../contract/operators.ts'
import { refuse } from '../../contract/refusal.ts'
import type { Feature } from '../definition.ts'
import { placeOf } from './dead-letter-id.ts'
import type { Desk } from './desk.ts'
import type { OperatorsStore } from './operators-store.ts'

export const replayDeadLetter =
  (desk: Desk): Feature<OperatorsCalls['replayDeadLetter'], OperatorsStore> =>
  async ({ id }, { store, afterCommit }) => {
    const { consumer, eventId } = placeOf(id)
    const state = consumer === desk.service ? await store.replayDeadLetter(eventId) : undefined
    if (!state) return refuse('not_found')
    afterCommit(desk.wakeInbox)
    return { id, state }
  }
