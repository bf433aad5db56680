import { isDeepStrictEqual } from 'node:util'
import type { updateMe as contract } from '@souk/contracts/accounts'
import { customerUpdated } from '@souk/contracts/accounts'
import { toTimestamp } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import { consentChanges } from '../domain/consent.ts'
import { mergePreferences, profileFactsOf, toCustomer } from '../domain/profile.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import { ownId } from './own-id.ts'
import { signInAgain } from './rotate-token.ts'

export const updateMe: Feature<typeof contract, AccountsStore> = async ({ name, preferences }, room) => {
  const { store, publish, clock } = room
  const before = await store.customers.lock(ownId(room.caller))
  if (!before) return signInAgain()
  const after = {
    ...before,
    name: name ?? before.name,
    preferences: mergePreferences(before.preferences, preferences),
  }
  if (isDeepStrictEqual(after, before)) return toCustomer(before)
  const changed = { ...after, version: before.version + 1 }
  await store.customers.saveProfile(changed)
  const changes = consentChanges(before.preferences.marketing, changed.preferences.marketing)
  await store.consents.add(changes, {
    customerId: before.id,
    at: toTimestamp(clock.now()),
    source: 'profile',
    textVersion: preferences?.marketingText ?? null,
  })
  publish(customerUpdated(profileFactsOf(changed, clock.now())))
  return toCustomer(changed)
}
