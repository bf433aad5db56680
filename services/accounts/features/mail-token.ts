import { emailVerificationRequested, passwordResetRequested } from '@souk/contracts/accounts'
import { minutes, toTimestamp } from '@souk/kit/runtime'
import type { FeatureRoom } from '@souk/kit/service'
import { factsOf, type Profile } from '../domain/profile.ts'
import { hashOf, TOKEN_BYTES, written } from '../domain/refresh-token.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import type { Purpose } from '../store/mail-tokens.ts'

const LIFE: Record<Purpose, number> = { 'verify-email': minutes(24 * 60), 'reset-password': minutes(60) }

/** Asks for a mail with a link that proves the address. */
export async function mailVerification(customer: Profile, room: FeatureRoom<AccountsStore>): Promise<void> {
  const token = await makeToken(customer.id, 'verify-email', room)
  room.publish(emailVerificationRequested({ ...factsOf(customer, room.clock.now()), token }))
}

/** Asks for a mail with a link that lets choose another password. */
export async function mailPasswordReset(customer: Profile, room: FeatureRoom<AccountsStore>): Promise<void> {
  const token = await makeToken(customer.id, 'reset-password', room)
  room.publish(passwordResetRequested({ ...factsOf(customer, room.clock.now()), token }))
}

async function makeToken(
  customerId: string,
  purpose: Purpose,
  { store, random, clock }: FeatureRoom<AccountsStore>,
): Promise<string> {
  const token = written(random.bytes(TOKEN_BYTES))
  const expiresAt = toTimestamp(clock.now() + LIFE[purpose])
  await store.mailTokens.add({ hash: hashOf(token), customerId, purpose, expiresAt })
  return token
}
