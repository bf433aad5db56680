import type { Customer, Preferences, PreferencesPatch } from '@souk/contracts/accounts'
import { toTimestamp } from '@souk/kit/runtime'
import { effective, noConsent } from './consent.ts'

/** A customer who has not been erased. */
export interface Profile {
  id: string
  email: string
  name: string
  emailVerified: boolean
  preferences: Preferences
  version: number
  createdAt: Date
}

/** No consent is presumed. */
export const defaultPreferences = (currency: string): Preferences => ({
  locale: 'en',
  currency,
  marketing: noConsent,
})

export function mergePreferences(before: Preferences, patch: PreferencesPatch = {}): Preferences {
  const { marketing } = patch
  return {
    locale: patch.locale ?? before.locale,
    currency: patch.currency ?? before.currency,
    marketing: {
      email: marketing?.email ?? before.marketing.email,
      sms: marketing?.sms ?? before.marketing.sms,
      push: marketing?.push ?? before.marketing.push,
    },
  }
}

/** Names each field: a row that carries more than a profile shows no more of it. */
export const toCustomer = ({
  id,
  email,
  name,
  emailVerified,
  preferences,
  createdAt,
}: Profile): Customer => ({
  id,
  email,
  name,
  emailVerified,
  preferences,
  createdAt: toTimestamp(createdAt.getTime()),
})

/** What events tell of a customer. */
export const factsOf = ({ id, email, name, preferences }: Profile, at: number) => ({
  customerId: id,
  email,
  name,
  locale: preferences.locale,
  at: toTimestamp(at),
})

export const profileFactsOf = (profile: Profile, at: number) => ({
  ...factsOf(profile, at),
  marketing: effective(profile.preferences.marketing, profile.emailVerified),
  version: profile.version,
})
