import type { RouteParts } from '@souk/kit/http'
import type { FastifyInstance } from 'fastify'
import { recall } from '../recall.ts'
import { ANSWER_GRAPHQL, answer, type Room } from './answer.ts'
import { preparer } from './documents/prepare.ts'
import { serveExplorer, wantsPage } from './explorer/explorer.ts'
import { LIMITS, type Limits } from './limits.ts'
import type { Documents } from './persisted.ts'
import { shopSchema } from './schema.ts'
import { seats } from './subscriptions/seats.ts'

export interface GraphqlSettings {
  /** Whether the schema may be looked at: not in production. */
  readonly isExplorable: boolean
  /** Documents that go by their hash. */
  readonly documents?: Documents
  /** Whether those alone are answered. */
  readonly areOthersRefused?: boolean
  readonly limits?: Limits
}

export interface GraphqlParts
  extends Pick<Room, 'charge' | 'traceNow' | 'dispatch' | 'contextOf' | 'traceIdOf' | 'logFault'>,
    Pick<RouteParts, 'workedOff' | 'metrics'> {
  readonly settings: GraphqlSettings
}

const NONE: Documents = new Map()
const RECALLED_BYTES = 16 * 2 ** 20

/** `/graphql`, by POST, and by GET for what only reads; a browser is shown a page to try it on. */
export function serveGraphql(app: FastifyInstance, parts: GraphqlParts): void {
  const { isExplorable, limits = LIMITS, documents = NONE, areOthersRefused = false } = parts.settings
  const schema = shopSchema()
  const room: Room = {
    ...parts,
    admitted: { limits, documents, areAllTaken: !areOthersRefused },
    prepare: preparer({ schema, limits, isExplorable }),
    recall: recall(RECALLED_BYTES),
    schema,
    seats: seats(),
  }
  const showPage = isExplorable ? serveExplorer(app) : undefined
  const time = parts.metrics.routeTimer('POST', '/graphql')
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    config: { contract: ANSWER_GRAPHQL },
    async handler(request, response) {
      const begun = performance.now()
      try {
        if (showPage && wantsPage(request)) return showPage(response)
        return await answer({ request, response }, room)
      } finally {
        parts.workedOff?.(request)
        time(response.statusCode, performance.now() - begun)
      }
    },
  })
}
