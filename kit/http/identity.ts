import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Caller } from '../service/caller.ts'

const LIFE_MS = 60_000

/** Who asks, for the service asked and a minute only: what a call between processes carries. */
export interface Identity {
  readonly caller: Caller
  readonly audience: string
}

/** Signs an identity with the fleet's shared secret (HMAC-SHA256). */
export function signIdentity({ caller, audience }: Identity, secret: string, now: number): string {
  const claims = Buffer.from(JSON.stringify({ caller, audience, expires: now + LIFE_MS })).toString(
    'base64url',
  )
  return `${claims}.${mac(claims, secret).toString('base64url')}`
}

/** The caller of a signed identity, if the signature holds, it is meant for `audience` and still alive. */
export function readIdentity(
  given: string | undefined,
  audience: string,
  trusted: { secret: string; now: number },
): Caller | undefined {
  const [claims, signature] = given?.split('.') ?? []
  if (!claims || !signature) return undefined
  const expected = mac(claims, trusted.secret)
  const actual = Buffer.from(signature, 'base64url')
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return undefined
  const { caller, audience: meant, expires } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'))
  return meant === audience && expires > trusted.now ? caller : undefined
}

const mac = (claims: string, secret: string): Buffer => createHmac('sha256', secret).update(claims).digest()
