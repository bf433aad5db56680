import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { OpenShop } from './open-shop.ts'

/**
 * Returns what closes the server: whatever was asked is answered within the time given, streams without an end are
 * ended, and connections on which nobody waits are cut. Fastify alone would wait for a browser's spare connections,
 * and would not wait for answers on the second of localhost's two addresses. To be called before the server listens.
 */
export function hangsUp(app: OpenShop['gateway']): (withinMs: number) => Promise<void> {
  const underWay = new Set<ServerResponse>()
  const endless = new Map<ServerResponse, Readable>()
  const answered = Promise.withResolvers<void>()
  const deaf = Promise.withResolvers<void>()
  let isClosing = false
  const gone = (response: ServerResponse) => {
    underWay.delete(response)
    endless.delete(response)
    if (isClosing && underWay.size === 0) answered.resolve()
  }
  app.addHook('onRequest', (_request, { raw }, done) => {
    underWay.add(raw)
    raw.once('close', () => gone(raw))
    done()
  })
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (isClosing) reply.header('connection', 'close')
    if (payload instanceof Readable && isEventStream(reply.getHeader('content-type')))
      endless.set(reply.raw, payload)
    done()
  })
  app.addHook('preClose', (done) => {
    // The server stops listening right after this hook.
    setImmediate(deaf.resolve)
    done()
  })
  return async (withinMs) => {
    isClosing = true
    const closed = app.close()
    for (const [response, stream] of endless) end(response, stream)
    if (underWay.size === 0) answered.resolve()
    const impatience = pause(withinMs, undefined, { ref: false })
    await Promise.race([Promise.all([answered.promise, deaf.promise]), impatience])
    app.server.closeAllConnections()
    await Promise.race([closed, impatience])
  }
}

const isEventStream = (type: unknown): boolean => String(type).startsWith('text/event-stream')

/** The reader sees a whole answer, not a broken connection: an EventSource comes back by itself. */
function end(response: ServerResponse, stream: Readable): void {
  stream.unpipe(response)
  response.end()
}
