import type { Call, Refusal } from '@souk/kit/contract'
import { isRefusal, refuse } from '@souk/kit/contract'
import { type Clock, minutes, seconds } from '@souk/kit/runtime'
import type { CallContext, Caller } from '@souk/kit/service'
import type { FastifyRequest } from 'fastify'
import type { Authenticate } from './authenticate.ts'

interface EstablishParts {
  readonly authenticate: Authenticate
  readonly clock: Clock
  /** Operators' calls need no token from this machine itself: the embedded default. */
  readonly isOpenOnLoopback: boolean
}

/** Who asks, under which trace, until when: what every call carries from here on. */
export function establish({ authenticate, clock, isOpenOnLoopback }: EstablishParts) {
  return (
    request: FastifyRequest,
    contract: Call,
  ): CallContext | Refusal | Promise<CallContext | Refusal> => {
    const toContext = (caller: Caller | Refusal) =>
      isRefusal(caller) ? caller : contextFor(caller, request, contract)
    const caller = authenticate(request.headers.authorization, request.ip)
    return caller instanceof Promise ? caller.then(toContext) : toContext(caller)
  }

  function contextFor(caller: Caller, request: FastifyRequest, contract: Call): CallContext | Refusal {
    const asking = contract.access === 'operator' ? asOperator(caller, request) : caller
    if (isRefusal(asking)) return asking
    return {
      caller: asking.kind === 'customer' ? { ...asking, address: request.ip } : asking,
      trace: request.trace,
      deadline: clock.now() + (contract.upload ? minutes(30) : seconds(15)),
      idempotencyKey: header(request, 'idempotency-key'),
      ifMatch: header(request, 'if-match'),
    }
  }

  function asOperator(caller: Caller, request: FastifyRequest): Caller | Refusal {
    if (caller.kind === 'staff' && (caller.scopes.includes('admin') || caller.scopes.includes('operator')))
      return { kind: 'operator', id: caller.id }
    if (caller.kind !== 'guest') return refuse('forbidden', { detail: 'This needs the scope operator.' })
    if (isOpenOnLoopback && isLocal(request)) return { kind: 'operator' }
    return refuse('unauthenticated', {
      detail: 'Operators sign in as staff; only this machine itself may ask without.',
    })
  }
}

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name]
  return Array.isArray(value) ? value.join(', ') : value
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const LOCAL_NAME = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/** What a browser says of a request no page of another origin has sent. */
const OWN_SITE = new Set([undefined, 'same-origin', 'none'])

/** By socket and by name: a page on another host that resolves to this machine is not local, nor one on another port. */
const isLocal = (request: FastifyRequest): boolean =>
  LOOPBACK.has(request.ip) &&
  LOCAL_NAME.test(request.headers.host ?? '') &&
  OWN_SITE.has(header(request, 'sec-fetch-site'))
