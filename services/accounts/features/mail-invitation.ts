import { staffInvited } from '@souk/contracts/accounts'
import { days, toTimestamp } from '@souk/kit/runtime'
import type { FeatureRoom } from '@souk/kit/service'
import { hashOf, TOKEN_BYTES, written } from '../domain/refresh-token.ts'
import type { AccountsStore } from '../store/accounts-store.ts'

const LIFE = days(3)

/** Asks for a mail with a link that lets somebody on the staff choose a password. */
export async function mailInvitation(
  { id, email, name }: { id: string; email: string; name: string },
  { store, random, clock, publish }: FeatureRoom<AccountsStore>,
): Promise<void> {
  const token = written(random.bytes(TOKEN_BYTES))
  const now = clock.now()
  await store.staff.saveToken({ hash: hashOf(token), staffId: id, expiresAt: toTimestamp(now + LIFE) })
  publish(staffInvited({ staffId: id, email, name, token, at: toTimestamp(now) }))
}
