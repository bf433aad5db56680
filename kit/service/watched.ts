import type { Reply } from '../contract/outcome.ts'
import type { Span } from '../telemetry/tracer.ts'

/** Told what came of it, nothing for a fault, and after how many milliseconds. */
type Time = (reply: Reply | undefined, ms: number) => void

/**
 * A piece of work with its span and its time. A reply that is there at once is handed on at once: a promise more costs
 * as much as finding it. A fault is a rejection.
 */
export function watched(work: () => Reply | Promise<Reply>, span: Span, time: Time): Reply | Promise<Reply> {
  const begun = performance.now()
  const told = (reply: Reply): Reply => {
    if (!reply.ok) span.set({ 'souk.refusal': reply.refusal.code })
    span.end()
    time(reply, performance.now() - begun)
    return reply
  }
  const failed = (fault: unknown): Promise<never> => {
    span.end(fault)
    time(undefined, performance.now() - begun)
    return Promise.reject(fault)
  }
  try {
    const reply = work()
    return reply instanceof Promise ? reply.then(told, failed) : told(reply)
  } catch (fault) {
    return failed(fault)
  }
}
