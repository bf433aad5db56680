import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Label } from './book.ts'
import type { Shop } from './start.ts'

const carrier = 'postline'
const GRAMS_PER_OUNCE = 28.349523125

/** The old one: forms, lines of text, ounces, prices with a point, and nobody calls back: scans are asked for. */
export function postlineRoutes(
  app: FastifyInstance,
  { book, counter, faults, apiKey, publicUrl }: Shop,
): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
  app.addHook('preValidation', async (request, reply) => {
    const { password } = Object(request.method === 'POST' ? request.body : request.query)
    if (password !== apiKey) return say(reply, 'ERR 1 wrong password')
  })
  const shown = ({ id, trackingNumber, service, price, status }: Label) => [
    `OK ${status === 'cancelled' ? 'VOID' : 'LABEL'}`,
    `LABEL=${id}`,
    `TRACK=${trackingNumber}`,
    `SVC=${service}`,
    `PRICE=${decimal(price)} EUR`,
    `IMAGE=${publicUrl()}/labels/${trackingNumber}.svg`,
    `PAGE=${publicUrl()}/track/${trackingNumber}`,
  ]
  app.get<{ Querystring: Record<string, string> }>('/rates', ({ query: { country = '', oz } }, reply) =>
    faults.answer({ carrier, operation: 'rates', reply }, () => {
      const rates = counter.rates(carrier, { grams: toGrams(oz), country })
      return say(
        reply,
        'OK RATES',
        ...rates.map(({ service, amount }) => `${service};${decimal(amount)};EUR`),
      )
    }),
  )
  app.post<{ Body: Record<string, string> }>(
    '/label',
    ({ body: { ref = '', svc = '', country = '', oz } }, reply) =>
      faults.answer({ carrier, operation: 'buy', reply }, () => {
        if (ref === '') return say(reply, 'ERR 2 no reference')
        if (book.labels.byReference(carrier, ref)) return say(reply, 'ERR 17 reference used')
        const label = counter.sell(carrier, { reference: ref, service: svc, grams: toGrams(oz), country })
        return label ? say(reply, ...shown(label)) : say(reply, 'ERR 5 no such service')
      }),
  )
  app.get<{ Querystring: Record<string, string> }>('/label', ({ query: { ref = '' } }, reply) =>
    faults.answer({ carrier, operation: 'find', reply }, () => {
      const label = book.labels.byReference(carrier, ref)
      return label ? say(reply, ...shown(label)) : say(reply, 'ERR 4 not found')
    }),
  )
  app.post<{ Body: Record<string, string> }>('/void', ({ body: { label: id = '' } }, reply) =>
    faults.answer({ carrier, operation: 'cancel', reply }, () => {
      const label = counter.takeBack(id)
      if (label === 'unknown') return say(reply, 'ERR 4 not found')
      return label === 'used' ? say(reply, 'ERR 9 already scanned') : say(reply, ...shown(label))
    }),
  )
  app.get<{ Querystring: Record<string, string> }>('/scans', ({ query: { since = '0' } }, reply) =>
    faults.answer({ carrier, operation: 'scans', reply }, () => {
      const scans = book.scans.list(carrier, Number(since) || 0)
      const lines = scans.map(({ seq, trackingNumber, status, at }) =>
        [seq, trackingNumber, CODES[status] ?? '??', new Date(at).toISOString()].join('|'),
      )
      return say(reply, 'OK SCANS', ...lines)
    }),
  )
}

const CODES: Readonly<Record<string, string>> = {
  accepted: 'AC',
  in_transit: 'IT',
  out_for_delivery: 'OD',
  delivered: 'DL',
  failed: 'NA',
  returned: 'RT',
}

const say = (reply: FastifyReply, ...lines: string[]) =>
  reply.type('text/plain').send(`${lines.join('\n')}\n`)
const decimal = (cents: number): string => (cents / 100).toFixed(2)
const toGrams = (ounces: string | undefined): number => Math.round(Number(ounces ?? 0) * GRAMS_PER_OUNCE) || 0
