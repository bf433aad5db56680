import type { Preferences } from '@souk/contracts/accounts'

const channels = ['email', 'sms', 'push'] as const
export type Channel = (typeof channels)[number]
type Marketing = Preferences['marketing']

export interface ConsentChange {
  channel: Channel
  isGranted: boolean
}

export const noConsent: Marketing = { email: false, sms: false, push: false }

/** What was given or taken back between the two. */
export const consentChanges = (before: Marketing, after: Marketing): ConsentChange[] =>
  channels.flatMap((channel) =>
    before[channel] === after[channel] ? [] : [{ channel, isGranted: after[channel] }],
  )

/** Consent to mails counts once the address is proven: somebody else may have typed it (double opt-in). */
export const effective = (marketing: Marketing, emailVerified: boolean): Marketing => ({
  ...marketing,
  email: marketing.email && emailVerified,
})
