import * as contract from '@souk/contracts/ops'
import { type Call, isRefusal, type Reply, toReply } from '@souk/kit/contract'
import { seconds } from '@souk/kit/runtime'
import {
  askWith,
  authorize,
  type CallContext,
  checkAnswer,
  compile,
  type Dispatch,
  type Environment,
} from '@souk/kit/service'
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

export interface OpsParts extends Pick<OpsRoom, 'names' | 'states' | 'audit'> {
  readonly environment: Environment
  readonly dispatch: Dispatch
  /** Where services are in other processes than this one. */
  readonly askInstances?: AskInstances | undefined
}

/** A service that does not answer by then is left out: a list that comes is worth more than a whole one that does not. */
const ANSWERED_WITHIN_MS = seconds(5)

/** What the gateway answers itself, as nobody else sees all services: the operators' calls. */
export function openOps(parts: OpsParts): Dispatch {
  const verbs = new Map(
    [
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
    ].map((one) => [one.contract.name, open(parts, one)]),
  )
  return async (contract, input, context) => {
    const answer = verbs.get(contract.name)
    if (!answer) throw new Error(`operators cannot ask ${contract.name}`)
    return await answer(input, context)
  }
}

interface Verb {
  readonly contract: Call
  readonly run: (input: never, room: OpsRoom) => Promise<unknown>
}
const verb = <C extends Call>(contract: C, run: OpsVerb<C>): Verb => ({ contract, run })

function open(parts: OpsParts, { contract, run }: Verb) {
  const { environment, dispatch, names, states, audit, askInstances } = parts
  const validate = compile(contract)
  const reply = toReply(contract)
  const check = environment.checksAnswers ? checkAnswer(contract) : undefined
  const roomFor = (context: CallContext): OpsRoom => {
    const deadline = Math.min(context.deadline, environment.clock.now() + ANSWERED_WITHIN_MS)
    const log = logUnder(environment.log, context.trace)
    const missed = (service: string, err: unknown) =>
      log.warn({ err, asked: service }, 'a service could not be asked')
    const within = { ...context, deadline }
    const recollection = recollectionOf({ memory: environment.memory, names, askInstances, missed }, within)
    return { ask: askWith(dispatch, () => within), names, states, audit, missed, recollection }
  }
  return async (given: Record<string, unknown>, context: CallContext): Promise<Reply> => {
    const unwelcome = authorize(contract.access, context.caller)
    if (unwelcome) return { ok: false, refusal: unwelcome }
    const input = validate(given)
    if (isRefusal(input)) return { ok: false, refusal: input }
    const told = reply(await run(input as never, roomFor(context)))
    return check?.(told) ?? told
  }
}
