import type { FastifyInstance } from 'fastify'
import type { Label } from './book.ts'
import type { Shop } from './start.ts'

const carrier = 'swift'
const text = { type: 'string', minLength: 1, maxLength: 200 }
const to = {
  type: 'object',
  required: ['country', 'postalCode'],
  properties: { country: { type: 'string', pattern: '^[A-Z]{2}$' }, postalCode: text },
}
const grams = { type: 'integer', minimum: 0, maximum: 1_000_000_000 }
interface Wish {
  service: string
  grams: number
  to: { country: string }
}

/** The modern one: JSON, grams, minor units, and webhooks that tell of every scan. */
export function swiftRoutes(app: FastifyInstance, { book, counter, faults, apiKey, publicUrl }: Shop): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.headers.authorization !== `Bearer ${apiKey}`)
      return reply.code(401).send({ error: { code: 'unauthorized' } })
  })
  const shown = ({ id, trackingNumber, service, price, status }: Label) => ({
    ...{ id, trackingNumber, service, status, price: { amount: price, currency: 'EUR' } },
    labelUrl: `${publicUrl()}/labels/${trackingNumber}.svg`,
    trackingUrl: `${publicUrl()}/track/${trackingNumber}`,
  })
  const rated = { type: 'object', required: ['to', 'grams'], properties: { to, grams } }
  app.post<{ Body: Wish }>('/v1/rates', { schema: { body: rated } }, ({ body }, reply) =>
    faults.answer({ carrier, operation: 'rates', reply }, () => ({
      rates: counter
        .rates(carrier, { grams: body.grams, country: body.to.country })
        .map(({ service, amount }) => ({ service, price: { amount, currency: 'EUR' } })),
    })),
  )
  const bought = { ...rated, required: ['to', 'grams', 'service'], properties: { to, grams, service: text } }
  app.post<{ Body: Wish }>('/v1/labels', { schema: { body: bought } }, ({ body, headers }, reply) => {
    const reference = String(headers['idempotency-key'] ?? '')
    if (reference === '') return reply.code(400).send({ error: { code: 'idempotency_key_required' } })
    return faults.answer({ carrier, operation: 'buy', reply }, () => {
      const { service, grams, to } = body
      const label = counter.sell(carrier, { reference, service, grams, country: to.country })
      if (!label) return reply.code(422).send({ error: { code: 'unknown_service' } })
      return reply.code(201).send(shown(label))
    })
  })
  app.get<{ Querystring: { key?: string } }>('/v1/labels', ({ query }, reply) =>
    faults.answer({ carrier, operation: 'find', reply }, () => {
      const label = book.labels.byReference(carrier, query.key ?? '')
      return { items: label ? [shown(label)] : [] }
    }),
  )
  app.post<{ Params: { id: string } }>('/v1/labels/:id/cancel', ({ params }, reply) =>
    faults.answer({ carrier, operation: 'cancel', reply }, () => {
      const label = counter.takeBack(params.id)
      if (label === 'unknown') return reply.code(404).send({ error: { code: 'not_found' } })
      return label === 'used' ? reply.code(409).send({ error: { code: 'label_used' } }) : shown(label)
    }),
  )
}
