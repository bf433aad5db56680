import httpProxy from '@fastify/http-proxy'
import type { FastifyInstance } from 'fastify'
import { leavePolicyTo } from './security-headers.ts'

export interface Neighbour {
  /** The path under which it appears on our origin, e.g. `/mailbox`. */
  readonly prefix: string
  readonly upstream: string
}

/** Shows a neighbour's pages on our one origin: the mailbox, the sandbox provider's payment page. */
export function serveNeighbours(app: FastifyInstance, neighbours: readonly Neighbour[]): void {
  for (const { prefix, upstream } of neighbours) {
    app.register(async (scope) => {
      // Ours is for answers that are not pages.
      leavePolicyTo(scope)
      await scope.register(httpProxy, {
        upstream,
        prefix,
        http: {},
        httpMethods: ['GET', 'POST', 'PUT', 'DELETE'],
      })
    })
  }
}
