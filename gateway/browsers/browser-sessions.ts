import { refresh, refreshStaff } from '@souk/contracts/accounts'
import { refuse } from '@souk/kit/contract'
import { writeRefusal } from '@souk/kit/http'
import { type Clock, days, seconds } from '@souk/kit/runtime'
import { type Ask, Unavailable } from '@souk/kit/service'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { decodeJwt } from 'jose'
import { type Kind, readCookies, type Tokens, writeCookies } from './cookies.ts'
import { isOfOwnPage } from './own-page.ts'

export interface BrowserSessions {
  /** What signs a browser in with what accounts answered, or out without: values of `set-cookie`. */
  cookies(kind: Kind, tokens: Tokens | undefined): string[]
  /** The refresh token a browser keeps for us, which its page cannot read. */
  refreshTokenOf(request: FastifyRequest, kind: Kind): string | undefined
}

interface SessionParts {
  readonly ask: Ask
  readonly clock: Clock
  /** Whether browsers reach the shop over TLS. */
  readonly isSecure: boolean
}

/** As long as the sessions behind them may last: accounts decides when they end. */
const LIVES_SECONDS = { customer: days(180) / seconds(1), staff: days(7) / seconds(1) }
/** An access token that ends so soon is exchanged at once: it has to last for what is asked with it. */
const SPARE_MS = seconds(30)
const STAFF_PLACES = /^\/(admin|ops)([/?]|$)/
const FROM_ELSEWHERE = refuse('forbidden', {
  detail: 'A page of another origin may not act in the name of who is signed in here.',
})

/**
 * Who is signed in with cookies asks as with a token. No page can read the cookies (`HttpOnly`), only our own may act by
 * them, and an access token about to end is exchanged on the way: several requests at once get the same successor.
 */
export function browserSessions(
  app: FastifyInstance,
  { ask, clock, isSecure }: SessionParts,
): BrowserSessions {
  const cookiesOf = (request: FastifyRequest, kind: Kind) =>
    readCookies(request.headers.cookie ?? '', kind, isSecure)
  const cookies: BrowserSessions['cookies'] = (kind, tokens) =>
    writeCookies(kind, tokens, { isSecure, livesSeconds: LIVES_SECONDS[kind] })

  async function signIn(request: FastifyRequest, response: FastifyReply): Promise<void> {
    const kind = kindOf(request)
    const { access, refresh: refreshToken } = cookiesOf(request, kind)
    if (!access && !refreshToken) return
    if (!isOfOwnPage(request)) return void writeRefusal(FROM_ELSEWHERE, request.trace.traceId, { response })
    const token = access && lasts(access, clock.now()) ? access : await exchange(request, kind, refreshToken)
    if (token) request.headers.authorization = `Bearer ${token}`
  }

  async function exchange(request: FastifyRequest, kind: Kind, refreshToken: string | undefined) {
    if (!refreshToken) return undefined
    try {
      const answered = await ask(kind === 'staff' ? refreshStaff : refresh, { refreshToken })
      for (const cookie of cookies(kind, answered.ok ? answered.body : undefined))
        request.baseHeaders.push('set-cookie', cookie)
      return answered.ok ? answered.body.accessToken : undefined
    } catch (fault) {
      // While accounts is away a guest is served, and signed in again when it is back.
      if (fault instanceof Unavailable) return undefined
      throw fault
    }
  }

  app.addHook('onRequest', (request, response, done) => {
    const { cookie, authorization } = request.headers
    if (cookie === undefined || authorization !== undefined) return done()
    signIn(request, response).then(() => response.sent || done(), done)
  })
  return { cookies, refreshTokenOf: (request, kind) => cookiesOf(request, kind).refresh }
}

const kindOf = ({ url }: FastifyRequest): Kind => (STAFF_PLACES.test(url) ? 'staff' : 'customer')

/** Not verified here: that is done with every token, wherever it was carried. */
function lasts(token: string, now: number): boolean {
  try {
    return Number(decodeJwt(token).exp) * seconds(1) > now + SPARE_MS
  } catch {
    return false
  }
}
