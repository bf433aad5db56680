import type { FastifyInstance } from 'fastify'
import { escapeHtml } from '../html.ts'
import { type Status, statuses } from './book.ts'
import { faultKinds, operations, type Plan } from './faults.ts'
import type { Shop } from './start.ts'

const CSP = "default-src 'none'; style-src 'unsafe-inline'"

/** What people look at, the book for whoever audits it, and how a test moves parcels and lets things go wrong. */
export function pageRoutes(app: FastifyInstance, { book, counter, faults, apiKey }: Shop): void {
  app.get('/livez', () => ({ status: 'ok' }))
  app.get<{ Params: { file: string } }>('/labels/:file', ({ params }, reply) => {
    const label = book.labels.find(params.file.replace(/\.svg$/, ''))
    if (!label) return reply.code(404).send('no such label')
    const { trackingNumber, carrier, service, grams } = label
    const line = (y: number, words: string) => `<text x="20" y="${y}">${escapeHtml(words)}</text>`
    const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200" font-family="monospace" font-size="22"><rect width="400" height="200" fill="#fff" stroke="#000"/>${line(50, `${carrier} ${service}`)}${line(100, trackingNumber)}${line(150, `${grams} g`)}</svg>`
    return reply.type('image/svg+xml').header('content-security-policy', CSP).send(drawn)
  })
  app.get<{ Params: { number: string } }>('/track/:number', ({ params: { number } }, reply) => {
    if (!book.labels.find(number)) return reply.code(404).send('no such parcel')
    const scans = book.scans.of(number)
    const rows = scans.map(({ at, status }) => `<li>${new Date(at).toISOString()} ${escapeHtml(status)}</li>`)
    const page = `<!doctype html><title>${escapeHtml(number)}</title><h1>${escapeHtml(number)}</h1><ol>${rows.join('') || '<li>announced</li>'}</ol>`
    return reply.type('text/html').header('content-security-policy', CSP).send(page)
  })
  app.get<{ Querystring: { cursor?: string } }>('/ledger', ({ query }) => {
    const items = book.labels.list(Number(query.cursor ?? 0) || 0, 100)
    return { items, nextCursor: items.length === 100 ? String(items.at(-1)?.seq) : null }
  })
  app.register(async (control) => {
    control.addHook('onRequest', async (request, reply) => {
      if (request.headers.authorization !== `Bearer ${apiKey}`) return reply.code(401).send('who are you?')
    })
    const status = { type: 'string', enum: statuses }
    const scanned = { type: 'object', required: ['status'], properties: { status } }
    control.post<{ Params: { number: string }; Body: { status: Status } }>(
      '/control/parcels/:number/scans',
      { schema: { body: scanned } },
      ({ params, body }, reply) => reply.code(counter.scan(params.number, body.status) ? 204 : 404).send(),
    )
    const plan = {
      type: 'object',
      required: ['carrier', 'operation', 'fault'],
      properties: {
        carrier: { type: 'string', enum: ['swift', 'postline'] },
        operation: { type: 'string', enum: operations },
        fault: { type: 'string', enum: faultKinds },
        times: { type: 'integer', minimum: 1 },
      },
    }
    const plans = {
      type: 'object',
      required: ['plans'],
      properties: { plans: { type: 'array', items: plan } },
    }
    control.put<{ Body: { plans: Plan[] } }>(
      '/control/faults',
      { schema: { body: plans } },
      ({ body }, reply) => {
        faults.plan(body.plans)
        return reply.code(204).send()
      },
    )
  })
}
