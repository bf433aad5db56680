import { createHash, createHmac } from 'node:crypto'
import { days, seconds } from '@souk/kit/runtime'

export const TOKEN_BYTES = 32

/** How long a refresh token waits to be used, and how long a session lasts however often it is. */
export const lifetimes = {
  customer: { idle: days(30), session: days(180) },
  staff: { idle: days(1) / 2, session: days(7) },
} as const

/**
 * Several tabs or servers of one client may present the same token at once. For so long they all get the
 * same successor; a rotation that signs them out instead is mistaken for theft more often than theft occurs.
 */
const GRACE_MS = seconds(10)

export interface PresentedToken {
  expiresAt: number
  usedAt: number | null
  sessionExpiresAt: number
}

/** What a presented token deserves: its first successor, the same one again, or the end of its session. */
export function judge(token: PresentedToken, now: number): 'rotate' | 'repeat' | 'revoke' | 'expired' {
  if (token.sessionExpiresAt <= now) return 'expired'
  if (token.usedAt !== null) return now - token.usedAt <= GRACE_MS ? 'repeat' : 'revoke'
  return token.expiresAt <= now ? 'expired' : 'rotate'
}

/** As it is written in answers and mails. */
export const written = (secret: Uint8Array): string => Buffer.from(secret).toString('base64url')

/** What is stored of a token: 256 random bits need no slow hash. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/**
 * Seals a successor by its predecessor, and opens it again: a one-time pad that only the bearer of the
 * predecessor can make. Each predecessor seals one successor, so no pad is used twice.
 */
export function sealed(successor: Uint8Array, predecessor: string): Buffer {
  const pad = createHmac('sha256', predecessor).update('successor').digest()
  return Buffer.from(successor.map((byte, index) => byte ^ (pad[index] as number)))
}
