import type { Call } from '@souk/kit/contract'
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import { z } from 'zod'
import type { BrowserSessions } from './browser-sessions.ts'
import type { Kind } from './cookies.ts'

/** What a page of ours sends with a call that signs in or out, to have the tokens kept where it cannot read them. */
const ASKED_BY = 'souk-session'
const wantsCookies = ({ headers }: FastifyRequest) => headers[ASKED_BY] === 'cookie'

/**
 * Calls that answer tokens put them into cookies for a browser that asks for it, and those that take a refresh token
 * take it from there. To be called before routes are made.
 */
export function hideTokens(app: FastifyInstance, sessions: BrowserSessions): void {
  app.addHook('onRoute', (route) => {
    const contract = route.config?.contract
    if (!contract) return
    const kind: Kind = contract.path.startsWith('/admin/') ? 'staff' : 'customer'
    if (takesToken(contract)) takeFromCookies(route, { kind, sessions })
    if (endsSession(contract)) forgetWhenAnswered(route, { kind, sessions })
    else if (answersTokens(contract)) keepWhenAnswered(route, { kind, sessions })
  })
}

const shapeOf = (schema: unknown) => (schema instanceof z.ZodObject ? schema.shape : {})
const takesToken = ({ body }: Call) => 'refreshToken' in shapeOf(body)
const answersTokens = ({ answers }: Call) =>
  Object.values(answers).some((answer) => 'refreshToken' in shapeOf(answer))
const endsSession = (contract: Call) => takesToken(contract) && !answersTokens(contract)

interface How {
  readonly kind: Kind
  readonly sessions: BrowserSessions
}

function takeFromCookies(route: RouteOptions, { kind, sessions }: How): void {
  route.preHandler = (request, _response, done) => {
    if (wantsCookies(request)) request.body = { refreshToken: sessions.refreshTokenOf(request, kind) ?? '' }
    done()
  }
}

function forgetWhenAnswered(route: RouteOptions, { kind, sessions }: How): void {
  route.onSend = (request, response, payload, done) => {
    if (wantsCookies(request)) response.header('set-cookie', sessions.cookies(kind, undefined))
    done(null, payload)
  }
}

function keepWhenAnswered(route: RouteOptions, { kind, sessions }: How): void {
  route.onSend = (request, response, payload, done) => {
    if (!wantsCookies(request) || response.statusCode >= 300) return done(null, payload)
    const { accessToken, refreshToken, ...shown } = JSON.parse(String(payload))
    response.header('set-cookie', sessions.cookies(kind, { accessToken, refreshToken }))
    response.removeHeader('content-length')
    done(null, JSON.stringify(shown))
  }
}
