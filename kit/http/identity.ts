import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto'
import type { Caller } from '../service/caller.ts'
import type { ProcessKeys } from './process-keys.ts'

const LIFE_MS = 60_000
/** How far the clocks of two machines may be apart. */
const SKEW_MS = 5_000
const MOST_CHARACTERS = 4_096
const OTHERS = new Set(['guest', 'customer', 'staff', 'operator'])

/** What an identity is good for: one address of one service. */
export interface Deed {
  readonly method: string
  /** With its query, as it is sent. */
  readonly path: string
}

interface Claims {
  readonly audience: string
  readonly issued: number
  readonly expires: number
  /** Absent: the issuer itself. */
  readonly caller?: Caller | null
}

/** Says who asks, for a minute, to one service, for one method and path. */
export type Sign = (asked: Deed & { audience: string; caller: Caller }, now: number) => string
/** The caller an identity names, if everything about it holds. */
export type Verify = (given: unknown, deed: Deed, now: number) => Caller | undefined

/** `issuer.claims.signature`, an HMAC-SHA256 with the key of the pair. Throws where there is no such key. */
export function signer({ name, issues }: Pick<ProcessKeys, 'name' | 'issues'>): Sign {
  const keys = new Map(Object.entries(issues).map(([audience, key]) => [audience, secretOf(key)]))
  return ({ audience, caller, method, path }, now) => {
    const key = keys.get(audience)
    if (!key) throw new Error(`${name} was given no key to ask ${audience} with`)
    if (caller.kind === 'service' && caller.name !== name)
      throw new Error(`${name} cannot speak as the service ${caller.name}`)
    const claims: Claims = {
      audience,
      issued: now,
      expires: now + LIFE_MS,
      ...(caller.kind !== 'service' && { caller }),
    }
    const said = `${name}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`
    return `${said}.${mac(said, { method, path }, key).toString('base64url')}`
  }
}

/**
 * Trusts nothing but the signature before it holds; then the audience, the time and the deed. Who may not speak for
 * others is taken as itself or not at all, and nobody speaks as another service.
 */
export function verifier({ name, verifies }: Pick<ProcessKeys, 'name' | 'verifies'>): Verify {
  const issuers = new Map(
    Object.entries(verifies).map(([issuer, { key, speaksForOthers }]) => [
      issuer,
      { key: secretOf(key), speaksForOthers },
    ]),
  )
  return (given, deed, now) => {
    if (typeof given !== 'string' || given.length > MOST_CHARACTERS) return undefined
    const [issuer = '', body = '', signature = ''] = given.split('.')
    const known = issuers.get(issuer)
    if (!known || !isSame(mac(`${issuer}.${body}`, deed, known.key), Buffer.from(signature, 'base64url')))
      return undefined
    const claims = readClaims(body)
    if (claims?.audience !== name || !isCurrent(claims, now)) return undefined
    const { caller } = claims
    if (caller === undefined) return { kind: 'service', name: issuer }
    return caller && known.speaksForOthers && OTHERS.has(caller.kind) ? caller : undefined
  }
}

function readClaims(body: string): Claims | undefined {
  try {
    return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) ?? undefined
  } catch {
    return undefined
  }
}

const isCurrent = ({ issued, expires }: Claims, now: number): boolean =>
  typeof issued === 'number' &&
  typeof expires === 'number' &&
  issued <= now + SKEW_MS &&
  expires > now - SKEW_MS &&
  expires - issued <= LIFE_MS

const isSame = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other)

const secretOf = (key: string): KeyObject => createSecretKey(key, 'base64url')
/** The deed is not among the claims, as both ends know it: whoever asks anything else has the wrong signature. */
const mac = (said: string, { method, path }: Deed, key: KeyObject): Buffer =>
  createHmac('sha256', key).update(`${said}\n${method} ${path}`).digest()
