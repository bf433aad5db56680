import type { FastifyReply } from 'fastify'
import { type Answer, refusalAnswer } from './answer.ts'
import type { Done } from './once.ts'
import type { Refusal } from './transact.ts'

export type No = Omit<Refusal, 'status'> & { readonly status: number }

function send(reply: FastifyReply, { status, body }: Answer): FastifyReply {
  return reply.code(status).type('application/json').send(body)
}

export function refuse(reply: FastifyReply, no: No): FastifyReply {
  return send(reply, refusalAnswer(no))
}

/** Sends what an idempotent request came to, marked when it is an earlier answer given again. */
export function sendDone(reply: FastifyReply, { answer, replayed }: Done & { answer: Answer }): FastifyReply {
  if (replayed) reply.header('idempotent-replayed', 'true')
  return send(reply, answer)
}
