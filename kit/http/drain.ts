import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { HEALTH_PATHS } from './health.ts'

/**
 * Closes the server once what was asked is answered, or the time is over. Before it closes it goes on answering until
 * nobody has asked anything new for `quietMs`, and says on every answer that the line closes: so those who keep their
 * lines open leave, each after an answer, and none of them asks on a line that is being cut. Without `quietMs` it
 * closes at once. Times in milliseconds.
 */
export type Drain = (withinMs: number, quietMs?: number) => Promise<void>

/**
 * Returns what closes the server: whatever was asked is answered within the time given, streams without an end are
 * ended, and connections on which nobody waits are cut. Fastify alone would wait for a browser's spare connections,
 * and would not wait for answers on the second of localhost's two addresses. To be called before the server listens.
 */
export function drains(app: FastifyInstance): Drain {
  const latest = latestAnswers(app)
  const endless = endlessAnswers(app)
  const leaving = sendsAway(app, latest)
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
  return async (withinMs, quietMs = 0) => {
    const impatience = pause(withinMs, undefined, { ref: false })
    leaving.begin()
    endAll(endless)
    await leaving.untilQuiet(quietMs, withinMs / 2)
    const closed = app.close()
    endAll(endless)
    await Promise.race([answered(), impatience])
    app.server.closeAllConnections()
    await Promise.race([closed, impatience])
  }
}

interface Leaving {
  /** From now on every answer closes its line. */
  begin(): void
  untilQuiet(quietMs: number, withinMs: number): Promise<void>
}

function sendsAway(app: FastifyInstance, latest: ReadonlyMap<Socket, ServerResponse>): Leaving {
  let isLeaving = false
  let askedAt = 0
  app.addHook('onRequest', ({ routeOptions }, { raw }, done) => {
    // Whoever looks at our health looks until we are gone.
    if (!HEALTH_PATHS.has(routeOptions.url ?? '')) askedAt = performance.now()
    if (isLeaving) raw.setHeader('connection', 'close')
    done()
  })
  return {
    begin() {
      isLeaving = true
      askedAt = performance.now()
      for (const [, response] of underWay(latest))
        if (!response.headersSent) response.setHeader('connection', 'close')
    },
    async untilQuiet(quietMs, withinMs) {
      const deadline = performance.now() + withinMs
      const left = () => Math.min(askedAt + quietMs, deadline) - performance.now()
      for (let wait = left(); wait > 0; wait = left()) await pause(wait)
    },
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

const underWay = (latest: ReadonlyMap<Socket, ServerResponse>): [Socket, ServerResponse][] =>
  [...latest].filter(([, response]) => !response.writableFinished)

/** Sent, or given up by whoever waited for it. */
const over = ([socket, response]: [Socket, ServerResponse]): Promise<void> =>
  new Promise((resolve) => {
    response.once('finish', resolve)
    socket.once('close', () => resolve())
  })

/** The readers see whole answers, not broken connections: an EventSource comes back by itself. */
function endAll(endless: Map<ServerResponse, Readable>): void {
  for (const [response, stream] of endless) {
    stream.unpipe(response)
    response.end()
  }
}
