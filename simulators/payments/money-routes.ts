import type { FastifyInstance, FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import { changePayment } from './change-payment.ts'
import { type CreateBody, createPayment } from './create-payment.ts'
import { holdConnections } from './hold.ts'
import { type Asked, type Done, fingerprintOf } from './once.ts'
import type { Change, Payment } from './payment.ts'
import { refuse, sendDone } from './reply.ts'
import type { Room } from './room.ts'
import { captureShape, createShape, refundShape, voidShape } from './shapes.ts'
import { capture, type Refusal, refund, voidPayment } from './transact.ts'

type ById = { Params: { id: string } }
type Amount = { amount: number }

/** What moves money: every call names an idempotency key. An answer that never comes is held back for `holdFor` ms. */
export function moneyRoutes(room: Room, holdFor: number): FastifyPluginCallback {
  return (app, _options, ready) => {
    demandIdempotencyKey(app)
    const held = holdConnections(holdFor)
    app.addHook('preClose', async () => held.cut())
    app.post<{ Body: CreateBody }>(
      '/v1/payments',
      { schema: { body: createShape } },
      async (request, reply) => {
        if (!URL.canParse(request.body.returnUrl ?? 'none:')) return refuse(reply, badReturnUrl)
        const { done, outcome } = createPayment(room, { asked: asked(request), body: request.body })
        if ('refused' in done) return refuse(reply, done)
        if (outcome.answer === 'never' && !done.replayed) return held.hold(reply)
        return sendDone(reply, await answered(room, done))
      },
    )
    app.post<ById & { Body: Amount }>(
      '/v1/payments/:id/capture',
      { schema: { body: captureShape } },
      (request, reply) => change(room, { request, reply, decision: (p) => capture(p, request.body.amount) }),
    )
    app.post<ById>('/v1/payments/:id/void', { schema: { body: voidShape } }, (request, reply) =>
      change(room, { request, reply, decision: voidPayment }),
    )
    app.post<ById & { Body: Amount & { reference: string } }>(
      '/v1/payments/:id/refunds',
      { schema: { body: refundShape } },
      (request, reply) => change(room, { request, reply, decision: (p) => refund(p, request.body) }),
    )
    ready()
  }
}

type Wanted = {
  request: FastifyRequest<ById>
  reply: FastifyReply
  decision: (payment: Payment) => Change | Refusal
}

async function change(room: Room, { request, reply, decision }: Wanted) {
  const payment = room.book.payments.find(request.params.id)
  if (!payment) return refuse(reply, noSuchPayment)
  const done = changePayment(room, { payment, asked: asked(request), decision })
  return 'refused' in done ? refuse(reply, done) : sendDone(reply, await answered(room, done))
}

/** Waits until the answer that was stored as owed is there. */
async function answered(room: Room, done: Done) {
  let { answer } = done
  while (answer === null) {
    await room.nextChange(done.paymentId)
    answer = room.book.answers.find(done.key)?.answer ?? null
  }
  return { ...done, answer }
}

function demandIdempotencyKey(app: FastifyInstance) {
  app.addHook('onRequest', async (request, reply) => {
    if (!request.headers['idempotency-key']) return refuse(reply, keyRequired)
  })
}

function asked(request: FastifyRequest): Asked {
  const key = String(request.headers['idempotency-key'])
  return { key, fingerprint: fingerprintOf(`POST ${request.url}`, Object(request.body ?? {})) }
}

export const noSuchPayment = { status: 404, refused: 'not_found', message: 'there is no such payment' }
const badReturnUrl = { status: 422, refused: 'invalid_request', message: 'returnUrl is not an address' }
const keyRequired = {
  status: 400,
  refused: 'idempotency_key_required',
  message: 'send an Idempotency-Key header',
}
