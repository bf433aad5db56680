import fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import { messageOf, messagesIn, parsedBy } from './message.ts'
import { listPage, messagePage, missingPage } from './page.ts'
import type { MailStore } from './store.ts'

const shownOnPage = 100

type List = { Querystring: { to?: string; limit?: string } }

/** The mailbox's pages and its JSON, not yet listening. */
export function mailboxServer(store: MailStore): FastifyInstance {
  const app = fastify({ forceCloseConnections: 'idle', ajv: { customOptions: { coerceTypes: false } } })
  app.get('/livez', () => ({ status: 'ok' }))

  app.get<List>('/', { schema: { querystring: listQuery } }, async ({ query }, reply) => {
    const to = query.to ?? ''
    return show(reply, listPage(await messagesIn(store, { to, limit: shownOnPage }), to))
  })
  app.get<{ Params: { id: string } }>('/messages/:id', async ({ params }, reply) => {
    const mail = store.find(Number(params.id))
    if (!mail) return show(reply.code(404), missingPage())
    const parsed = await parsedBy(store, mail)
    return show(reply, messagePage(messageOf(mail, parsed), parsed.headers))
  })

  app.get<List>('/api/messages', { schema: { querystring: listQuery } }, async ({ query }) => ({
    items: await messagesIn(store, { to: query.to ?? '', limit: Number(query.limit ?? 20) }),
  }))
  app.delete('/api/messages', async (_request, reply) => {
    store.clear()
    return reply.code(204).send()
  })
  return app
}

const listQuery = {
  type: 'object',
  properties: {
    to: { type: 'string', maxLength: 320 },
    limit: { type: 'string', pattern: '^([1-9][0-9]?|[1-4][0-9][0-9]|500)$' },
  },
}

/** Strict for the pages and, inherited, for the mail in its frame: no script, pictures from this origin only. */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'self'",
  "frame-ancestors 'self'",
].join('; ')

function show(reply: FastifyReply, page: string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-security-policy', policy)
    .header('referrer-policy', 'no-referrer')
    .header('x-content-type-options', 'nosniff')
    .send(page)
}
