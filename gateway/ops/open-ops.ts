import * as contract from '@souk/contracts/ops'
import type { Call } from '@souk/kit/contract'
import { minutes, seconds } from '@souk/kit/runtime'
import { answering, askWith, type CallContext, type Dispatch, type Environment } from '@souk/kit/service'
import { logUnder } from '@souk/kit/telemetry'
import { listDeadLetters } from './list-dead-letters.ts'
import { listLogs } from './list-logs.ts'
import { listSagas } from './list-sagas.ts'
import { listServices } from './list-services.ts'
import { listTraces } from './list-traces.ts'
import { type AskInstances, recollectionOf } from './recollection.ts'
import { replayDeadLetter } from './replay-dead-letter.ts'
import { replayDeadLetters } from './replay-dead-letters.ts'
import { retrySaga } from './retry-saga.ts'
import type { OpsRoom, OpsVerb } from './room.ts'
import { runAudit } from './run-audit.ts'
import { showSaga } from './show-saga.ts'
import { showTopology } from './show-topology.ts'
import { showTrace } from './show-trace.ts'

export interface OpsParts extends Pick<OpsRoom, 'names' | 'states'> {
  readonly environment: Environment
  readonly dispatch: Dispatch
  /** Where services are in other processes than this one. */
  readonly askInstances?: AskInstances | undefined
  /** Who is there beside the services: asked for what they remember, as they have neither sagas nor events. */
  readonly others: readonly string[]
}

/** A service that does not answer by then is left out: a list that comes is worth more than a whole one that does not. */
const ANSWERED_WITHIN_MS = seconds(5)
/** A shop of a million orders takes the auditor minutes. */
const AUDITED_WITHIN_MS = minutes(20)

/** What the gateway answers itself, as nobody else sees all services: the operators' calls. */
export function openOps(parts: OpsParts): Dispatch {
  const verbs = [
    verb(contract.listServices, listServices),
    verb(contract.listSagas, listSagas),
    verb(contract.showSaga, showSaga),
    verb(contract.retrySaga, retrySaga),
    verb(contract.listDeadLetters, listDeadLetters),
    verb(contract.replayDeadLetter, replayDeadLetter),
    verb(contract.replayDeadLetters, replayDeadLetters),
    verb(contract.showTopology, showTopology),
    verb(contract.listTraces, listTraces),
    verb(contract.showTrace, showTrace),
    verb(contract.listLogs, listLogs),
    verb(contract.runAudit, runAudit),
  ]
  const roomFor = roomsOf(parts)
  return answering(
    verbs.map(({ contract, run }) => ({
      contract,
      run: (input: never, context: CallContext) => run(input, roomFor(context)),
    })),
    parts.environment,
  )
}

interface Verb {
  readonly contract: Call
  readonly run: (input: never, room: OpsRoom) => Promise<unknown>
}
const verb = <C extends Call>(contract: C, run: OpsVerb<C>): Verb => ({ contract, run })

function roomsOf({ environment, dispatch, names, states, askInstances, others }: OpsParts) {
  const { clock, memory } = environment
  return (context: CallContext): OpsRoom => {
    const deadline = Math.min(context.deadline, clock.now() + ANSWERED_WITHIN_MS)
    const log = logUnder(environment.log, context.trace)
    const missed = (service: string, err: unknown) =>
      log.warn({ err, asked: service }, 'a service could not be asked')
    const within = { ...context, deadline }
    const recollection = recollectionOf(
      { memory, names: [...names, ...others], askInstances, missed },
      within,
    )
    const askAuditor = askWith(dispatch, () => ({
      caller: { kind: 'service', name: 'gateway' },
      trace: context.trace,
      deadline: clock.now() + AUDITED_WITHIN_MS,
    }))
    return { ask: askWith(dispatch, () => within), askAuditor, names, states, missed, recollection }
  }
}
