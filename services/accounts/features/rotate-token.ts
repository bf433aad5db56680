import { type Refusal, refuse } from '@souk/kit/contract'
import { type Clock, type Random, toTimestamp } from '@souk/kit/runtime'
import type { ProcessRoom } from '@souk/kit/service'
import { hashOf, judge, lifetimes, sealed, TOKEN_BYTES, written } from '../domain/refresh-token.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import type { FoundToken, Kind } from '../store/sessions.ts'

interface Rotated {
  subjectId: string
  sessionId: string
  refreshToken: string
}

/**
 * Exchanges a refresh token for its successor. A token used before the grace is over gives the same successor
 * again; after it the session ends, which must outlive the refusal: so it is refused outside the transaction.
 */
export async function rotateToken(
  { refreshToken, kind }: { refreshToken: string; kind: Kind },
  { transaction, log }: ProcessRoom<AccountsStore>,
): Promise<Rotated | Refusal<'unauthenticated'>> {
  const rotated = await transaction(async ({ store, clock, random }) => {
    const found = await store.sessions.lockToken(hashOf(refreshToken))
    if (found?.kind !== kind) return undefined
    const verdict = judge(times(found), clock.now())
    if (verdict === 'revoke') {
      await store.sessions.remove(found.sessionId)
      log.warn({ sessionId: found.sessionId }, 'a refresh token came back after its use: session ended')
    }
    const successor =
      verdict === 'repeat'
        ? unsealed(found, refreshToken)
        : verdict === 'rotate'
          ? await succeed({ refreshToken, kind }, { store, clock, random })
          : undefined
    const { subjectId, sessionId } = found
    return successor && { subjectId, sessionId, refreshToken: written(successor) }
  })
  return rotated ?? signInAgain()
}

export const signInAgain = () => refuse('unauthenticated', { detail: 'Sign in again.' })

const times = ({ expiresAt, usedAt, sessionExpiresAt }: FoundToken) => ({
  expiresAt: expiresAt.getTime(),
  usedAt: usedAt?.getTime() ?? null,
  sessionExpiresAt: sessionExpiresAt.getTime(),
})

function unsealed({ sealed: kept }: FoundToken, refreshToken: string): Uint8Array {
  if (!kept) throw new Error('a used token holds its successor')
  return sealed(kept, refreshToken)
}

async function succeed(
  { refreshToken, kind }: { refreshToken: string; kind: Kind },
  { store, clock, random }: { store: AccountsStore; clock: Clock; random: Random },
): Promise<Uint8Array> {
  const successor = random.bytes(TOKEN_BYTES)
  const now = clock.now()
  await store.sessions.rotate({
    hash: hashOf(refreshToken),
    sealed: sealed(successor, refreshToken),
    at: toTimestamp(now),
    successor: { hash: hashOf(written(successor)), expiresAt: toTimestamp(now + lifetimes[kind].idle) },
  })
  return successor
}
