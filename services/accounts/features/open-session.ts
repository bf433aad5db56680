import { toTimestamp } from '@souk/kit/runtime'
import type { FeatureRoom } from '@souk/kit/service'
import { hashOf, lifetimes, TOKEN_BYTES, written } from '../domain/refresh-token.ts'
import type { AccountsStore } from '../store/accounts-store.ts'

/** Opens a session with its first refresh token. The caller holds the lock on whose it is. */
export async function openSession(
  { kind, subjectId }: { kind: 'customer' | 'staff'; subjectId: string },
  { store, ids, clock, random }: FeatureRoom<AccountsStore>,
): Promise<{ sessionId: string; refreshToken: string }> {
  const sessionId = ids.next('ses')
  const refreshToken = written(random.bytes(TOKEN_BYTES))
  const now = clock.now()
  await store.sessions.add({
    id: sessionId,
    kind,
    subjectId,
    at: toTimestamp(now),
    expiresAt: toTimestamp(now + lifetimes[kind].session),
    token: { hash: hashOf(refreshToken), expiresAt: toTimestamp(now + lifetimes[kind].idle) },
  })
  return { sessionId, refreshToken }
}
