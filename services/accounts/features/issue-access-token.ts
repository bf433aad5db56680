import { minutes } from '@souk/kit/runtime'
import type { ProcessRoom } from '@souk/kit/service'
import { SignJWT } from 'jose'
import { signing } from '../domain/signing-keys.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import type { SigningKey } from '../store/signing-keys.ts'
import { keepSigningKeys } from './keep-signing-keys.ts'

const LIFE_SECONDS = minutes(10) / 1_000

export interface Bearer {
  kind: 'customer' | 'staff'
  id: string
  sessionId: string
  scopes?: readonly string[]
}

/** Signs an access token; its claims are described at the head of the contract. */
export async function issueAccessToken(
  { kind, id, sessionId, scopes }: Bearer,
  room: ProcessRoom<AccountsStore>,
): Promise<{ accessToken: string; expiresIn: number }> {
  const key = await signingKey(room)
  if (!key) throw new Error('no key signs yet')
  const issuedAt = Math.floor(room.clock.now() / 1_000)
  const accessToken = await new SignJWT({ kind, sid: sessionId, ...(scopes && { scopes }) })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: key.kid })
    .setIssuer('souk')
    .setAudience('souk')
    .setSubject(id)
    .setJti(room.ids.next('jti'))
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + LIFE_SECONDS)
    .sign(key.privateJwk)
  return { accessToken, expiresIn: LIFE_SECONDS }
}

/** A key made just now signs from just now: so the time is read after it was made, not before. */
async function signingKey(room: ProcessRoom<AccountsStore>): Promise<SigningKey | undefined> {
  const known = signing(await room.store.signingKeys.list(), room.clock.now())
  if (known) return known
  const made = await keepSigningKeys(room)
  return signing(made, room.clock.now())
}
