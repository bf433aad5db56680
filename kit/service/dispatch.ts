import type { Call } from '../contract/call.ts'
import { bodyOf, type Reply, type Result } from '../contract/outcome.ts'
import type { CallContext } from './context.ts'
import type { Ask } from './rooms.ts'

/**
 * Carries a call to the service that answers it: directly, or over HTTP. One interface for both. An answer from memory
 * is there at once; a fault is always a rejection.
 */
export type Dispatch = (
  contract: Call,
  input: Record<string, unknown>,
  context: CallContext,
) => Reply | Promise<Reply>

/** Thrown when a service cannot be asked at all; a client sees 503. */
export class Unavailable extends Error {
  override name = 'Unavailable'
}

/** Calls answered in this process, by service name. */
export function inProcessDispatch(): { dispatch: Dispatch; add(service: string, answer: Dispatch): void } {
  const doors = new Map<string, Dispatch>()
  return {
    add: (service, answer) => void doors.set(service, answer),
    dispatch: (contract, input, context) => {
      const door = doors.get(contract.service)
      return door
        ? door(contract, input, context)
        : Promise.reject(new Unavailable(`${contract.service} is not running`))
    },
  }
}

/** Binds a dispatch to one context: what a room offers as `ask`. */
export const askWith =
  (dispatch: Dispatch, context: () => CallContext): Ask =>
  async (contract, input) => {
    const reply = await dispatch(contract, input as Record<string, unknown>, context())
    const result = reply.ok
      ? { ok: true, status: reply.status, body: bodyOf(reply) }
      : { ok: false, refusal: reply.refusal }
    return result as Result<typeof contract>
  }
