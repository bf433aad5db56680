import { call, isRefusal } from '@souk/kit/contract'
import { type RouteParts, writeRefusal } from '@souk/kit/http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { askingFor } from '../asking-for.ts'
import type { BrowserSessions } from '../browsers/browser-sessions.ts'
import { noting, type Recall } from '../recall.ts'
import { leavePolicyTo } from '../security-headers.ts'
import { pageSent, sendPage } from './send-page.ts'
import { toRequest } from './to-request.ts'
import { type Visitor, visitor } from './visitor.ts'

/** Answers a request of a browser with a page, a redirect or data for one. */
export type Render = (request: Request, visitor: Visitor) => Promise<Response>

export interface StorefrontParts
  extends Pick<RouteParts, 'dispatch' | 'contextOf' | 'traceIdOf' | 'workedOff'> {
  readonly render: Render
  readonly recall: Recall
  /** Ids that nobody can guess. */
  readonly newId: (prefix: string) => string
  readonly mark: string
  readonly sessions: BrowserSessions
  readonly isSecure: boolean
}

/** A page waits for its turn, is counted, and knows who asks, as any call. */
const SHOW_PAGE = call('gateway.show-page', 'GET /{page}', {
  summary: 'A page of the shop.',
  access: 'anyone',
  params: z.strictObject({ page: z.string() }),
  answers: { 200: z.unknown() },
})

/** What is shown there is the same for all who have not signed in: what else their browsers say is withheld from it. */
const SHELVES = /^\/(?:$|\?|(?:products|categories|collections|search)(?:[/?]|$))/
/** No page is below these: whoever asks there is a program. */
const NO_PAGES =
  /^\/(?:store|admin|ops|webhooks|internal|graphql|sandbox|carriers|mailbox|images|pictures|assets|\.well-known)(?:[/?]|$)/
const MOST_FORM_BYTES = 65_536

export function serveStorefront(app: FastifyInstance, parts: StorefrontParts): void {
  app.register(async (scope) => {
    leavePolicyTo(scope)
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'buffer', bodyLimit: MOST_FORM_BYTES },
      (_request, body, done) => done(null, body),
    )
    scope.route({
      method: ['GET', 'POST'],
      url: '/*',
      config: { contract: SHOW_PAGE },
      async handler(request, response) {
        if (NO_PAGES.test(request.url)) return response.callNotFound()
        try {
          return await show(request, response, parts)
        } finally {
          parts.workedOff?.(request)
        }
      },
    })
  })
}

async function show(request: FastifyRequest, response: FastifyReply, parts: StorefrontParts) {
  const context = await parts.contextOf(request, SHOW_PAGE)
  if (isRefusal(context)) return writeRefusal(context, parts.traceIdOf(request), { response })
  const { asking } = askingFor(context, {
    dispatch: parts.dispatch,
    roots: Infinity,
    charge: () => undefined,
  })
  const isOfShelf = SHELVES.test(request.url) && request.method === 'GET'
  const isForAll = isOfShelf && context.caller.kind === 'guest'
  const origin = `${parts.isSecure ? 'https' : 'http'}://${request.headers.host ?? 'localhost'}`
  const key = `page ${origin}${request.url}`
  const nonces = { mark: parts.mark, nonce: parts.newId('nonce') }
  const before = isForAll ? await parts.recall.ask(key, asking) : undefined
  if (before) return sendPage(before, response, nonces)
  const noted = noting(asking)
  const rendered = await parts.render(
    toRequest(request, { origin, isByAddress: isOfShelf }),
    visitor({
      ...{ asking: noted.asking, context, nonce: parts.mark, origin, newId: parts.newId },
      sessionCookies: (tokens) => parts.sessions.cookies('customer', tokens),
      isSecure: parts.isSecure,
      refreshToken: parts.sessions.refreshTokenOf(request, 'customer'),
    }),
  )
  const sent = await pageSent(rendered, response)
  if (!sent) return response
  const reads = isForAll && rendered.status === 200 ? await noted.reads() : undefined
  if (reads) parts.recall.keep(key, { reads, sent })
  return sendPage(sent, response, nonces)
}
