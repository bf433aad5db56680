import type { register as contract } from '@souk/contracts/accounts'
import { customerRegistered } from '@souk/contracts/accounts'
import { answer, isRefusal, refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { Process } from '@souk/kit/service'
import { consentChanges, noConsent } from '../domain/consent.ts'
import { emailKey } from '../domain/email.ts'
import { isTooCommon } from '../domain/password.ts'
import { defaultPreferences, mergePreferences, type Profile, profileFactsOf } from '../domain/profile.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import { customerTokens } from './answer-tokens.ts'
import { mailVerification } from './mail-token.ts'
import { openSession } from './open-session.ts'
import type { Parts } from './parts.ts'

export const register =
  ({ hashing, currency }: Parts): Process<typeof contract, AccountsStore> =>
  async ({ email, password, name, preferences }, room) => {
    if (isTooCommon(password, email)) return refuse('password_too_common')
    const passwordHash = await hashing.hash(password)
    if (isRefusal(passwordHash)) return passwordHash
    const person: Profile = {
      id: room.ids.next('cus'),
      email,
      name,
      emailVerified: false,
      preferences: mergePreferences(defaultPreferences(currency), preferences),
      version: 1,
      createdAt: new Date(room.clock.now()),
    }
    const opened = await room.transaction(async (tx) => {
      const isNew = await tx.store.customers.add({ ...person, emailKey: emailKey(email), passwordHash })
      if (!isNew) return refuse('email_taken')
      await tx.store.consents.add(consentChanges(noConsent, person.preferences.marketing), {
        customerId: person.id,
        at: toTimestamp(person.createdAt.getTime()),
        source: 'registration',
        textVersion: preferences?.marketingText ?? null,
      })
      tx.publish(customerRegistered(profileFactsOf(person, tx.clock.now())))
      await mailVerification(person, tx)
      return await openSession({ kind: 'customer', subjectId: person.id }, tx)
    })
    return isRefusal(opened) ? opened : answer(201, await customerTokens({ person, ...opened }, room))
  }
