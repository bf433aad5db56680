import { operatorsCalls } from '../../contract/operators.ts'
import { type Answerer, does, shows } from '../definition.ts'
import type { Desk } from './desk.ts'
import { listDeadLetters } from './list-dead-letters.ts'
import { listSagas } from './list-sagas.ts'
import type { OperatorsStore } from './operators-store.ts'
import { recalls } from './recall.ts'
import { replayDeadLetter } from './replay-dead-letter.ts'
import { replayDeadLetters } from './replay-dead-letters.ts'
import { retrySaga } from './retry-saga.ts'
import { showSaga } from './show-saga.ts'

/** What every service answers operators beside what it declares. */
export function operatorsAnswers(desk: Desk): readonly Answerer<OperatorsStore>[] {
  const calls = operatorsCalls(desk.service)
  return [
    shows(calls.listSagas, listSagas(desk)),
    shows(calls.showSaga, showSaga(desk)),
    does(calls.retrySaga, retrySaga(desk)),
    shows(calls.listDeadLetters, listDeadLetters(desk)),
    does(calls.replayDeadLetter, replayDeadLetter(desk)),
    does(calls.replayDeadLetters, replayDeadLetters(desk)),
    shows(calls.showState, async () => ({ instance: desk.instance, eventLag: await desk.eventLag() })),
    ...recalls(calls, desk),
  ]
}
