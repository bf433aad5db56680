import type { TraceContext } from '../telemetry/trace-context.ts'
import type { Environment } from './environment.ts'
import type { Speak } from './rooms.ts'

/** Lets `from` speak to strangers under a trace. */
export const speakUnder =
  (from: string, trace: TraceContext, { memory, tracer }: Pick<Environment, 'memory' | 'tracer'>): Speak =>
  async ({ to, verb }, work, course = () => 'ok') => {
    const count = memory.traffic.over({ from, to, kind: 'call', name: verb })
    const span = tracer(from).start(`ask ${to}.${verb}`, trace, {
      kind: 'client',
      attributes: { 'souk.stranger': `${to}.${verb}` },
    })
    const begun = performance.now()
    try {
      const answer = await work()
      const went = course(answer)
      span.end(went === 'fault' ? new NotHeard() : undefined)
      count(went, performance.now() - begun)
      return answer
    } catch (fault) {
      span.end(fault)
      count('fault', performance.now() - begun)
      throw fault
    }
  }

/** Nobody knows what the stranger did, if anything: never thrown, it marks the span. */
class NotHeard extends Error {
  override name = 'NotHeard'
}
