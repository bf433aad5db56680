import { event, timestamp } from '@souk/kit/contract'
import { z } from 'zod'
import { Marketing } from './accounts-values.ts'
import { CustomerId, Email, StaffId } from './values.ts'

const customerFacts = z.strictObject({
  customerId: CustomerId,
  email: Email,
  name: z.string(),
  locale: z.string(),
  at: timestamp,
})
/**
 * `version` orders these; `marketing` is for whoever sends promotions: consent to mails counts from when the address is
 * verified.
 */
const profileFacts = z.strictObject({
  ...customerFacts.shape,
  marketing: Marketing.optional(),
  version: z.int().optional(),
})

export const customerRegistered = event(
  'accounts.customer-registered.v1',
  'Somebody made an account.',
  profileFacts,
  'customerId',
)
export const customerUpdated = event(
  'accounts.customer-updated.v1',
  'A profile reads differently.',
  profileFacts,
  'customerId',
)
export const customerErased = event(
  'accounts.customer-erased.v1',
  'An account is gone; whoever keeps personal data of it lets it go.',
  z.strictObject({ customerId: CustomerId, at: timestamp }),
  'customerId',
)

/** `token` works once and for a short time; it is in the mail's link and nowhere else. */
const tokenFacts = z.strictObject({ ...customerFacts.shape, token: z.string() })
export const emailVerificationRequested = event(
  'accounts.email-verification-requested.v1',
  'An address wants to be verified.',
  tokenFacts,
  'customerId',
)
export const passwordResetRequested = event(
  'accounts.password-reset-requested.v1',
  'Somebody forgot a password.',
  tokenFacts,
  'customerId',
)
export const passwordChanged = event(
  'accounts.password-changed.v1',
  'A password is another one now.',
  customerFacts,
  'customerId',
)

export const staffInvited = event(
  'accounts.staff-invited.v1',
  'Somebody is to choose a password and work here.',
  z.strictObject({ staffId: StaffId, email: Email, name: z.string(), token: z.string(), at: timestamp }),
  'staffId',
)

export const customerGroupsChanged = event(
  'accounts.customer-groups-changed.v1',
  'A customer is in these groups now, by their keys. `version` orders these alone.',
  z.strictObject({ customerId: CustomerId, groups: z.array(z.string()), version: z.int(), at: timestamp }),
  'customerId',
)
