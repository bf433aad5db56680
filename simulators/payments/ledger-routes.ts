import type { FastifyPluginCallback } from 'fastify'
import type { Room } from './room.ts'
import { ledgerQuery } from './shapes.ts'

type LedgerQuery = { Querystring: { limit?: string; cursor?: string } }

/** The provider's ledger, open to anyone who wants to hold it against another book. */
export function ledgerRoutes({ book }: Room): FastifyPluginCallback {
  return (app, _options, done) => {
    app.get<LedgerQuery>('/v1/ledger', { schema: { querystring: ledgerQuery } }, ({ query }) => {
      const { items, next } = book.ledger.page(Number(query.cursor ?? 0), Number(query.limit ?? 20))
      return { items, nextCursor: next === null ? null : String(next) }
    })
    done()
  }
}
