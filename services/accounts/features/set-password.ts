import { passwordChanged } from '@souk/contracts/accounts'
import type { FeatureRoom } from '@souk/kit/service'
import { factsOf, type Profile } from '../domain/profile.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import { openSession } from './open-session.ts'

/**
 * Another password: every session and every mailed link ends, whoever holds them, and one session opens for
 * the one who set it. The customer is locked by the caller.
 */
export async function setPassword(
  { person, passwordHash }: { person: Profile; passwordHash: string },
  room: FeatureRoom<AccountsStore>,
) {
  const { store, publish, clock } = room
  await store.customers.savePassword(person.id, passwordHash)
  await store.mailTokens.removeResets(person.id)
  await store.sessions.removeAll(person.id)
  publish(passwordChanged(factsOf(person, clock.now())))
  return { person, ...(await openSession({ kind: 'customer', subjectId: person.id }, room)) }
}
