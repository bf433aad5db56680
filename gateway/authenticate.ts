import { listSigningKeys, showSession } from '@souk/contracts/accounts'
import { isRefusal, type Refusal, refuse } from '@souk/kit/contract'
import type { Clock } from '@souk/kit/runtime'
import { type Ask, type Caller, Unavailable } from '@souk/kit/service'
import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose'

const REMEMBERED_TOKENS = 10_000
const KEYS_LIVE_MS = 60_000
/** How long a session that was signed out elsewhere may still be answered. */
const SESSION_TRUSTED_MS = 5_000

/** Reads who asks from an access token; a request without one comes from a guest. */
export type Authenticate = (
  authorization: string | undefined,
  address: string,
) => Promise<Caller | Refusal> | Caller | Refusal

interface Remembered {
  readonly caller: Caller
  /** Until then nobody is asked whether its session still stands. Milliseconds, as everywhere here. */
  readonly until: number
  readonly endsAt: number
}

/**
 * Verifies tokens by accounts' public keys and asks whether their session still stands; both are remembered
 * for seconds, as verifying costs as much as a small answer. While accounts is away, who was last seen signed in
 * stays so until the token ends.
 */
export function authenticator({ ask, clock }: { ask: Ask; clock: Clock }): Authenticate {
  const known = new Map<string, Remembered>()
  const keys = signingKeys({ ask, clock })
  return (authorization, address) => {
    if (authorization === undefined) return { kind: 'guest', address }
    const token = authorization.startsWith('Bearer ') ? authorization.slice(7) : ''
    const remembered = known.get(token)
    if (remembered && remembered.until > clock.now()) return remembered.caller
    return remembered && remembered.endsAt > clock.now() ? verifyAgain(token, remembered) : verify(token)
  }

  async function verifyAgain(token: string, { caller, endsAt }: Remembered): Promise<Caller | Refusal> {
    try {
      return await verify(token)
    } catch (fault) {
      if (!(fault instanceof Unavailable)) throw fault
      remember(token, caller, endsAt)
      return caller
    }
  }

  async function verify(token: string): Promise<Caller | Refusal> {
    const payload = await read(token)
    if (isRefusal(payload)) return payload
    const caller = await callerIn(payload)
    if (!caller) {
      known.delete(token)
      return refuse('unauthenticated', { detail: 'This session has ended; sign in again.' })
    }
    remember(token, caller, (payload.exp ?? 0) * 1_000)
    return caller
  }

  function remember(token: string, caller: Caller, endsAt: number): void {
    if (known.size >= REMEMBERED_TOKENS) known.clear()
    known.set(token, { caller, endsAt, until: Math.min(endsAt, clock.now() + SESSION_TRUSTED_MS) })
  }

  /** Nobody where the session has ended. What staff may do may have changed since the token was signed. */
  async function callerIn(payload: JWTPayload): Promise<Caller | undefined> {
    const caller = callerOf(payload)
    const session = await ask(showSession, { id: String(payload.sid) })
    if (!caller || !session.ok || !session.body.isActive) return undefined
    const { scopes } = session.body
    return caller.kind === 'staff' && scopes ? { ...caller, scopes } : caller
  }

  async function read(token: string): Promise<JWTPayload | Refusal> {
    try {
      const options = {
        issuer: 'souk',
        audience: 'souk',
        algorithms: ['ES256', 'EdDSA'],
        requiredClaims: ['exp', 'sub'],
        currentDate: new Date(clock.now()),
      }
      return (await jwtVerify(token, createLocalJWKSet(await keys()), options)).payload
    } catch (fault) {
      if ((fault as { code?: string }).code?.startsWith('ERR_J')) {
        return refuse('unauthenticated', {
          detail: 'The access token is not valid or has expired; refresh it or sign in.',
        })
      }
      throw fault
    }
  }
}

function callerOf({ sub, kind, scopes }: JWTPayload): Caller | undefined {
  if (sub === undefined) return undefined
  if (kind === 'customer') return { kind, id: sub, address: '' }
  if (kind === 'staff' && Array.isArray(scopes)) return { kind, id: sub, scopes: scopes.map(String) }
  return undefined
}

function signingKeys({ ask, clock }: { ask: Ask; clock: Clock }): () => Promise<JSONWebKeySet> {
  let held: { keys: JSONWebKeySet; until: number } | undefined
  return async () => {
    if (held && held.until > clock.now()) return held.keys
    const answered = await ask(listSigningKeys, {})
    if (!answered.ok) throw new Error(`no signing keys: ${answered.refusal.code}`)
    held = { keys: answered.body as JSONWebKeySet, until: clock.now() + KEYS_LIVE_MS }
    return held.keys
  }
}
