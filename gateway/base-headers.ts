import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    /** What the answer carries, whatever it will be, as node:http takes it: name, value, name, value. */
    baseHeaders: string[]
  }
}

/**
 * Headers that hooks have laid down for an answer before anybody knows it. What Fastify sends gets them here, where
 * its route has not said otherwise; finished pages go past Fastify and are written with them in one go.
 */
export function carryBaseHeaders(app: FastifyInstance): void {
  app.decorateRequest('baseHeaders')
  app.addHook('onSend', ({ baseHeaders }, response, _payload, done) => {
    for (let at = 0; at < baseHeaders.length; at += 2) {
      const name = baseHeaders[at] as string
      // Cookies are several, each of its own.
      if (name === 'set-cookie' || !response.hasHeader(name)) response.header(name, baseHeaders[at + 1])
    }
    done()
  })
}
