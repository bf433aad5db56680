import fastify, { type FastifyInstance } from 'fastify'
import { answering } from './answering.ts'
import { faultRoutes } from './fault-routes.ts'
import { holdConnections } from './hold.ts'
import { hostedPages } from './hosted.ts'
import { ledgerRoutes } from './ledger-routes.ts'
import { lookupRoutes } from './lookup-routes.ts'
import { moneyRoutes } from './money-routes.ts'
import { refuse } from './reply.ts'
import type { Room } from './room.ts'

/** The sandbox's HTTP server, not yet listening. All but the ledger and the pages asks for the API key. */
export function sandboxServer(room: Room, terms: { apiKey: string; holdFor: number }): FastifyInstance {
  const app = fastify({
    bodyLimit: 64 * 1024,
    forceCloseConnections: 'idle',
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
  })
  acceptEmptyJson(app)
  hangUpWhenClosing(app)
  app.setErrorHandler((error, _request, reply) => refuse(reply, explain(error)))
  app.setNotFoundHandler((_request, reply) => refuse(reply, nothingHere))
  app.get('/livez', () => ({ status: 'ok' }))
  app.register(hostedPages(room))
  app.register(ledgerRoutes(room))
  app.register(async (merchant) => {
    demandApiKey(merchant, terms.apiKey)
    const held = holdConnections(terms.holdFor)
    merchant.addHook('preClose', async () => held.cut())
    const answer = answering(room, held)
    merchant.register(faultRoutes(room))
    merchant.register(lookupRoutes(room, answer))
    merchant.register(moneyRoutes(room, answer))
  })
  return app
}

function demandApiKey(app: FastifyInstance, apiKey: string) {
  app.addHook('onRequest', async (request, reply) => {
    if (request.headers.authorization !== `Bearer ${apiKey}`) return refuse(reply, unauthorized)
  })
}

/** An answer given while closing is the last on its connection: an idle client would otherwise keep the server open. */
function hangUpWhenClosing(app: FastifyInstance) {
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
  })
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) reply.header('connection', 'close')
    done()
  })
}

/** POSTs such as a void have nothing to say: no body is an empty one. */
function acceptEmptyJson(app: FastifyInstance) {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) =>
    body === '' ? done(null, {}) : parse(request, body, done),
  )
}

function explain(fault: unknown) {
  const { validation, statusCode, message } = Object(fault)
  if (validation) return { status: 422, refused: 'invalid_request', message: String(message) }
  if (typeof statusCode === 'number' && statusCode < 500)
    return { status: statusCode, refused: 'invalid_request', message: String(message) }
  console.error(fault)
  return { status: 500, refused: 'internal_error', message: 'the sandbox failed' }
}

const unauthorized = { status: 401, refused: 'unauthorized', message: 'send the API key as a bearer token' }
const nothingHere = { status: 404, refused: 'not_found', message: 'there is nothing at this address' }
