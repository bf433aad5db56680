import type { Call } from '../contract/call.ts'
import { type Reply, toReply } from '../contract/outcome.ts'
import { isRefusal } from '../contract/refusal.ts'
import { authorize } from './authorize.ts'
import { checkAnswer } from './check-answer.ts'
import type { CallContext } from './context.ts'
import { type Dispatch, Unavailable } from './dispatch.ts'
import type { Environment } from './environment.ts'
import { compile } from './validate.ts'

/** A call and who answers it; `run` returns what a feature may return. */
export interface Verb {
  readonly contract: Call
  readonly run: (input: never, context: CallContext) => unknown
}

/** Answers calls that need no database of their own: who may ask, and whether what is asked and answered fits. */
export function answering(
  verbs: readonly Verb[],
  { checksAnswers }: Pick<Environment, 'checksAnswers'>,
): Dispatch {
  const answers = new Map(verbs.map((verb) => [verb.contract.name, checked(verb, checksAnswers)]))
  return async (contract, input, context) => {
    const answer = answers.get(contract.name)
    if (answer) return await answer(input, context)
    throw new Unavailable(`nobody here answers ${contract.service}.${contract.name}`)
  }
}

function checked({ contract, run }: Verb, checksAnswers: boolean) {
  const validate = compile(contract)
  const reply = toReply(contract)
  const check = checksAnswers ? checkAnswer(contract) : undefined
  return async (given: Record<string, unknown>, context: CallContext): Promise<Reply> => {
    const unwelcome = authorize(contract.access, context.caller)
    if (unwelcome) return { ok: false, refusal: unwelcome }
    const input = validate(given)
    if (isRefusal(input)) return { ok: false, refusal: input }
    const told = reply(await run(input as never, context))
    return check?.(told) ?? told
  }
}
