import type { FastifyInstance, FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import { refusalAnswer } from './answer.ts'
import type { Answering, Said } from './answering.ts'
import { changePayment } from './change-payment.ts'
import { type CreateBody, createPayment } from './create-payment.ts'
import type { Operation } from './faults.ts'
import { type Asked, type Done, fingerprintOf } from './once.ts'
import type { Change, Payment } from './payment.ts'
import { refuse } from './reply.ts'
import type { Room } from './room.ts'
import { captureShape, createShape, refundShape, voidShape } from './shapes.ts'
import { capture, type Refusal, refund, refuse as refusal, voidPayment } from './transact.ts'

type ById = { Params: { id: string } }
type Amount = { amount: number }

/** What moves money: every call names an idempotency key. */
export function moneyRoutes(room: Room, answer: Answering): FastifyPluginCallback {
  const change = (operation: Operation, { request, reply, decision }: Wanted) =>
    answer({ reply, operation }, ({ kind }) =>
      changed(room, { request, decision: kind === 'decline' ? turnDown : decision }),
    )
  return (app, _options, ready) => {
    demandIdempotencyKey(app)
    app.post<{ Body: CreateBody }>(
      '/v1/payments',
      { schema: { body: createShape } },
      async (request, reply) => {
        if (!URL.canParse(request.body.returnUrl ?? 'none:')) return refuse(reply, badReturnUrl)
        return await answer({ reply, operation: 'authorize' }, ({ kind }) =>
          created(room, { request, isDeclined: kind === 'decline' }),
        )
      },
    )
    app.post<ById & { Body: Amount }>(
      '/v1/payments/:id/capture',
      { schema: { body: captureShape } },
      (request, reply) =>
        change('capture', { request, reply, decision: (p) => capture(p, request.body.amount) }),
    )
    app.post<ById>('/v1/payments/:id/void', { schema: { body: voidShape } }, (request, reply) =>
      change('void', { request, reply, decision: voidPayment }),
    )
    app.post<ById & { Body: Amount & { reference: string } }>(
      '/v1/payments/:id/refunds',
      { schema: { body: refundShape } },
      (request, reply) => change('refund', { request, reply, decision: (p) => refund(p, request.body) }),
    )
    ready()
  }
}

type Wanted = {
  request: FastifyRequest<ById>
  reply: FastifyReply
  decision: (payment: Payment) => Change | Refusal
}

async function created(
  room: Room,
  { request, isDeclined }: { request: FastifyRequest<{ Body: CreateBody }>; isDeclined: boolean },
): Promise<Said> {
  const { done, outcome } = createPayment(room, { asked: asked(request), body: request.body, isDeclined })
  if ('refused' in done) return { answer: refusalAnswer(done) }
  return outcome.answer === 'never' && !done.replayed ? null : await answered(room, done)
}

async function changed(room: Room, { request, decision }: Omit<Wanted, 'reply'>): Promise<Said> {
  const payment = room.book.payments.find(request.params.id)
  if (!payment) return { answer: refusalAnswer(noSuchPayment) }
  const done = changePayment(room, { payment, asked: asked(request), decision })
  return 'refused' in done ? { answer: refusalAnswer(done) } : await answered(room, done)
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

const turnDown = () => refusal(402, 'declined', 'the bank declined')
export const noSuchPayment = { status: 404, refused: 'not_found', message: 'there is no such payment' }
const badReturnUrl = { status: 422, refused: 'invalid_request', message: 'returnUrl is not an address' }
const keyRequired = {
  status: 400,
  refused: 'idempotency_key_required',
  message: 'send an Idempotency-Key header',
}
