import type { Call } from '../contract/call.ts'
import type { Beginning } from '../telemetry/tracer.ts'
import type { Count } from '../telemetry/traffic.ts'
import type { Dispatch } from './dispatch.ts'
import type { Environment } from './environment.ts'
import { watched } from './watched.ts'

interface Known {
  readonly name: string
  readonly beginning: Beginning
  readonly count: Count
}

/**
 * Carries calls as `dispatch` does, and lets them be seen as `from` sees them, the way there and back included: each is
 * counted, and has a span where its trace is recorded.
 */
export function watchCalls(
  dispatch: Dispatch,
  from: string,
  { memory, tracer: tracerOf }: Pick<Environment, 'memory' | 'tracer'>,
): Dispatch {
  const tracer = tracerOf(from)
  const all = new WeakMap<Call, Known>()
  const know = (contract: Call): Known => {
    const { service: to, name } = contract
    const call = `${to}.${name}`
    const known: Known = {
      name: `ask ${call}`,
      beginning: { kind: 'client', attributes: { 'souk.call': call } },
      count: memory.traffic.over({ from, to, kind: 'call', name }),
    }
    all.set(contract, known)
    return known
  }
  return (contract, input, context) => {
    const { name, beginning, count } = all.get(contract) ?? know(contract)
    const span = tracer.start(name, context.trace, beginning)
    const within = span.context === context.trace ? context : { ...context, trace: span.context }
    return watched(
      () => dispatch(contract, input, within),
      span,
      (reply, ms) => count(reply ? (reply.ok ? 'ok' : 'refused') : 'fault', ms),
    )
  }
}
