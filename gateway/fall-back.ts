import type { Call, Reply } from '@souk/kit/contract'
import { type Clock, seconds } from '@souk/kit/runtime'
import type { CallContext, Dispatch } from '@souk/kit/service'
import { type Log, logUnder } from '@souk/kit/telemetry'

/** Nobody waits longer than this for what the page can do without. */
const PATIENCE_MS = seconds(1.5)

/**
 * Answers a call that declares a fallback with it, where its service is away, too slow or broken. What the service
 * refuses is its answer, and stands.
 */
export function fallingBack(dispatch: Dispatch, { clock, log }: { clock: Clock; log: Log }): Dispatch {
  return (contract, input, context) => {
    if (contract.fallback === undefined) return dispatch(contract, input, context)
    const deadline = Math.min(context.deadline, clock.now() + PATIENCE_MS)
    return answered(contract, { ...context, deadline }, input)
  }

  async function answered(contract: Call, context: CallContext, input: Record<string, unknown>) {
    try {
      const reply = await dispatch(contract, input, context)
      return !reply.ok && reply.refusal.code === 'unavailable' ? fallbackOf(contract) : reply
    } catch (err) {
      logUnder(log, context.trace).warn({ err }, `${contract.service} is done without`)
      return fallbackOf(contract)
    }
  }
}

/** What the call is answered when nobody asks its service. */
export const fallbackOf = ({ answers, fallback }: Call): Reply => ({
  ok: true,
  status: Number(Object.keys(answers)[0]),
  body: fallback,
})
