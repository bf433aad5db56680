import type { FastifyReply } from 'fastify'
import { type Answer, refusalAnswer } from './answer.ts'
import type { Refusal } from './transact.ts'

export type No = Omit<Refusal, 'status'> & { readonly status: number }

export function send(reply: FastifyReply, { status, body }: Answer): FastifyReply {
  return reply.code(status).type('application/json').send(body)
}

export function refuse(reply: FastifyReply, no: No): FastifyReply {
  return send(reply, refusalAnswer(no))
}
