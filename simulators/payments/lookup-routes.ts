import type { FastifyPluginCallback } from 'fastify'
import { type Answer, refusalAnswer } from './answer.ts'
import type { Answering } from './answering.ts'
import { noSuchPayment } from './money-routes.ts'
import { type Payment, view } from './payment.ts'
import { refuse } from './reply.ts'
import type { Room } from './room.ts'
import { lookupQuery } from './shapes.ts'

type Lookup = { Querystring: { idempotencyKey?: string; reference?: string } }

/** Where a caller that never heard an answer finds out what happened. */
export function lookupRoutes(room: Room, answer: Answering): FastifyPluginCallback {
  const { payments } = room.book
  const shown = (payment: Payment) => view(payment, room.publicUrl())
  return (app, _options, ready) => {
    app.get<{ Params: { id: string } }>('/v1/payments/:id', ({ params }, reply) =>
      answer({ reply, operation: 'lookup' }, () => {
        const payment = payments.find(params.id)
        return { answer: payment ? ok(shown(payment)) : refusalAnswer(noSuchPayment) }
      }),
    )
    app.get<Lookup>('/v1/payments', { schema: { querystring: lookupQuery } }, async ({ query }, reply) => {
      const { idempotencyKey, reference } = query
      if (idempotencyKey === undefined && reference === undefined) return refuse(reply, filterRequired)
      return answer({ reply, operation: 'lookup' }, () => {
        const found = idempotencyKey
          ? payments.listByKey(idempotencyKey)
          : payments.listByReference(reference ?? '')
        return { answer: ok({ items: found.map(shown) }) }
      })
    })
    ready()
  }
}

const ok = (body: object): Answer => ({ status: 200, body: JSON.stringify(body) })

const filterRequired = {
  status: 422,
  refused: 'invalid_request',
  message: 'name an idempotencyKey or a reference',
}
