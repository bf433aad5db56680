import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyReply } from 'fastify'
import type { Answer } from './answer.ts'
import type { Fault, Operation } from './faults.ts'
import type { Held } from './hold.ts'
import { lie } from './lie.ts'
import { refuse, send } from './reply.ts'
import type { Room } from './room.ts'

/** What a request came to; nothing when its caller is never to hear. */
export type Said = {
  readonly answer: Answer
  readonly replayed?: boolean
  readonly paymentId?: string
} | null

/** Answers requests, or misbehaves: not at all, late, with an error, with a lie. */
export function answering({ faults, mishaps }: Pick<Room, 'faults' | 'mishaps'>, held: Held) {
  return async (
    { reply, operation }: { reply: FastifyReply; operation: Operation },
    work: (fault: Fault) => Said | Promise<Said>,
  ) => {
    const fault = faults.next(operation)
    const { slowMs, holdMs } = faults.times()
    if (fault.kind === 'error_500') return refuse(reply, broken)
    if (fault.kind === 'rate_limited') return refuse(reply.header('retry-after', '1'), tooMany)
    if (fault.kind === 'timeout_before_effect') return held.hold(reply, holdMs)
    if (fault.kind === 'slow') await pause(slowMs)
    const outcome = await work(fault)
    if (outcome === null) return held.hold(reply)
    if (outcome.paymentId) await mishaps.told(outcome.paymentId)
    if (fault.kind === 'timeout_after_effect') return held.hold(reply, holdMs)
    const { status, body } = outcome.answer
    if (outcome.replayed) reply.header('idempotent-replayed', 'true')
    return send(reply, { status, body: fault.kind === 'wrong_amount' ? lie(body, fault.turn) : body })
  }
}

export type Answering = ReturnType<typeof answering>

const broken = { status: 500, refused: 'internal_error', message: 'the sandbox was told to fail' }
const tooMany = { status: 429, refused: 'rate_limited', message: 'ask again when Retry-After is over' }
