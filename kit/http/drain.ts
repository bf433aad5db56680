import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'

/** Closes the server once what was asked is answered, or the time is over. */
export type Drain = (withinMs: number) => Promise<void>

/**
 * Returns what closes the server: whatever was asked is answered within the time given, streams without an end are
 * ended, and connections on which nobody waits are cut. Fastify alone would wait for a browser's spare connections,
 * and would not wait for answers on the second of localhost's two addresses. To be called before the server listens.
 */
export function drains(app: FastifyInstance): Drain {
  const latest = latestAnswers(app)
  const endless = endlessAnswers(app)
  const deaf = Promise.withResolvers<void>()
  app.addHook('preClose', (done) => {
    // The server stops listening right after this hook.
    setImmediate(deaf.resolve)
    done()
  })
  const answered = async () => {
    await deaf.promise
    for (let open = underWay(latest); open.length > 0; open = underWay(latest))
      await Promise.all(open.map(over))
  }
  return async (withinMs) => {
    const closed = app.close()
    for (const [, response] of underWay(latest))
      if (!response.headersSent) response.setHeader('connection', 'close')
    for (const [response, stream] of endless) end(response, stream)
    const impatience = pause(withinMs, undefined, { ref: false })
    await Promise.race([answered(), impatience])
    app.server.closeAllConnections()
    await Promise.race([closed, impatience])
  }
}

/** Of each connection the answer last begun; those begun before it on the same one are sent before it. */
function latestAnswers(app: FastifyInstance): Map<Socket, ServerResponse> {
  const latest = new Map<Socket, ServerResponse>()
  app.addHook('onRequest', ({ socket }, { raw }, done) => {
    if (!latest.has(socket)) socket.once('close', () => latest.delete(socket))
    latest.set(socket, raw)
    done()
  })
  return latest
}

function endlessAnswers(app: FastifyInstance): Map<ServerResponse, Readable> {
  const endless = new Map<ServerResponse, Readable>()
  app.addHook('onSend', (_request, response, payload, done) => {
    if (payload instanceof Readable && isEventStream(response.getHeader('content-type'))) {
      endless.set(response.raw, payload)
      response.raw.once('close', () => endless.delete(response.raw))
    }
    done()
  })
  return endless
}

const isEventStream = (type: unknown): boolean => String(type).startsWith('text/event-stream')

const underWay = (latest: Map<Socket, ServerResponse>): [Socket, ServerResponse][] =>
  [...latest].filter(([, response]) => !response.writableFinished)

/** Sent, or given up by whoever waited for it. */
const over = ([socket, response]: [Socket, ServerResponse]): Promise<void> =>
  new Promise((resolve) => {
    response.once('finish', resolve)
    socket.once('close', () => resolve())
  })

/** The reader sees a whole answer, not a broken connection: an EventSource comes back by itself. */
function end(response: ServerResponse, stream: Readable): void {
  stream.unpipe(response)
  response.end()
}
