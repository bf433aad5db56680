import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyReply } from 'fastify'
import type { Carrier } from './book.ts'

/** `down` refuses at once; `slow` answers late; `lost` does what was asked and never answers. */
export const faultKinds = ['down', 'slow', 'lost'] as const
export type Fault = (typeof faultKinds)[number]
export const operations = ['rates', 'buy', 'find', 'cancel', 'scans'] as const
export type Operation = (typeof operations)[number]
export interface Plan {
  readonly carrier: Carrier
  readonly operation: Operation
  readonly fault: Fault
  /** How often; for good without it. */
  readonly times?: number
}

/** Longer than any shop waits. */
const HELD_MS = 15_000

/** How the carriers misbehave, when they are told to. In memory alone. */
export function openFaults(slowMs: number) {
  let plans: { plan: Plan; left: number }[] = []
  const take = (carrier: Carrier, operation: Operation): Fault | undefined => {
    const found = plans.find(
      ({ plan, left }) => left > 0 && plan.carrier === carrier && plan.operation === operation,
    )
    if (found) found.left--
    return found?.plan.fault
  }
  return {
    plan: (wanted: readonly Plan[]) => {
      plans = wanted.map((plan) => ({ plan, left: plan.times ?? Number.POSITIVE_INFINITY }))
    },
    /** Answers a request, or misbehaves. */
    async answer<T>(asked: { carrier: Carrier; operation: Operation; reply: FastifyReply }, work: () => T) {
      const { carrier, operation, reply } = asked
      const fault = take(carrier, operation)
      if (fault === 'down') return reply.code(503).send('out of order')
      if (fault === 'slow') await pause(slowMs)
      if (fault !== 'lost') return work()
      // First of all: what the work answers then goes nowhere.
      reply.hijack()
      work()
      const { socket } = reply.request.raw
      const timer = setTimeout(() => socket.destroy(), HELD_MS).unref()
      socket.once('close', () => clearTimeout(timer))
      return reply
    },
  }
}
