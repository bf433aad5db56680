import type { FastifyPluginCallback } from 'fastify'
import { noSuchPayment } from './money-routes.ts'
import { view } from './payment.ts'
import { refuse } from './reply.ts'
import type { Room } from './room.ts'
import { lookupQuery } from './shapes.ts'

type Lookup = { Querystring: { idempotencyKey?: string; reference?: string } }

/** Where a caller that never heard an answer finds out what happened. */
export function lookupRoutes(room: Room): FastifyPluginCallback {
  const { payments } = room.book
  return (app, _options, ready) => {
    app.get<{ Params: { id: string } }>('/v1/payments/:id', async ({ params }, reply) => {
      const payment = payments.find(params.id)
      return payment ? view(payment, room.publicUrl()) : refuse(reply, noSuchPayment)
    })
    app.get<Lookup>('/v1/payments', { schema: { querystring: lookupQuery } }, async ({ query }, reply) => {
      const { idempotencyKey, reference } = query
      if (idempotencyKey === undefined && reference === undefined) return refuse(reply, filterRequired)
      const found = idempotencyKey
        ? payments.listByKey(idempotencyKey)
        : payments.listByReference(reference ?? '')
      return { items: found.map((payment) => view(payment, room.publicUrl())) }
    })
    ready()
  }
}

const filterRequired = {
  status: 422,
  refused: 'invalid_request',
  message: 'name an idempotencyKey or a reference',
}
