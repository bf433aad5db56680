import type { FastifyPluginCallback, FastifyReply } from 'fastify'
import { settle } from './open.ts'
import { actionPage, outcomePage, unknownPage } from './page.ts'
import type { Payment } from './payment.ts'
import { record } from './record.ts'
import type { Room } from './room.ts'

type Page = { Params: { id: string }; Body: URLSearchParams }

/** The pages a shopper's browser is sent to: plain forms, no script. A page that was used shows its outcome. */
export function hostedPages(room: Room): FastifyPluginCallback {
  const { book } = room
  return (app, _options, ready) => {
    app.addContentTypeParser<string>(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 1024 },
      (_request, body, done) => done(null, new URLSearchParams(body)),
    )
    app.get<Page>('/pay/:id', async ({ params }, reply) => {
      const payment = book.payments.find(params.id)
      return payment ? show(reply, pageOf(payment)) : show(reply.code(404), unknownPage())
    })
    app.post<Page>('/pay/:id', async ({ params, body }, reply) => {
      const payment = book.payments.find(params.id)
      if (!payment) return show(reply.code(404), unknownPage())
      const decision = body instanceof URLSearchParams ? body.get('decision') : null
      if (payment.status !== 'requires_action') return show(reply, outcomePage(payment))
      if (decision !== 'approve' && decision !== 'fail') return show(reply.code(422), actionPage(payment))
      const settled = conclude(room, { payment, approved: decision === 'approve' })
      const back = backToShop(settled)
      return back === null ? show(reply, outcomePage(settled)) : reply.redirect(back, 303)
    })
    ready()
  }
}

function pageOf(payment: Payment): string {
  return payment.status === 'requires_action' ? actionPage(payment) : outcomePage(payment)
}

function conclude(room: Room, { payment, approved }: { payment: Payment; approved: boolean }): Payment {
  const { book, publicUrl, changed } = room
  const change = settle(payment, approved ? undefined : 'authentication_failed')
  const cause = { key: payment.key, now: Date.now(), publicUrl: publicUrl() }
  book.transaction(() => record(room, { change, cause }))
  changed(payment.id)
  return change.payment
}

function backToShop({ returnUrl, status }: Payment): string | null {
  if (returnUrl === null) return null
  const url = new URL(returnUrl)
  url.searchParams.set('payment', status === 'declined' ? 'failed' : 'approved')
  return url.href
}

function show(reply: FastifyReply, page: string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
    )
    .header('referrer-policy', 'no-referrer')
    .send(page)
}
