import { text, timestamp, typeId } from '@souk/kit/contract'
import { z } from 'zod'
import { Currency } from './money.ts'
import { CustomerId, StaffId } from './values.ts'

export const SessionId = typeId('ses')

/** BCP 47: language, and where it matters script and region. */
export const Locale = z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/)

/** Consent to promotions, by channel. What concerns an order is sent without it. */
export const Marketing = z.strictObject({ email: z.boolean(), sms: z.boolean(), push: z.boolean() })

export const Preferences = z.strictObject({ locale: Locale, currency: Currency, marketing: Marketing })
export type Preferences = z.infer<typeof Preferences>

export const PreferencesPatch = z.strictObject({
  locale: Locale.optional(),
  currency: Currency.optional(),
  marketing: Marketing.partial().optional(),
  /** Which text was agreed to, where `marketing` is sent; kept with the consent. */
  marketingText: text(80).optional(),
})
export type PreferencesPatch = z.infer<typeof PreferencesPatch>

export const Customer = z.strictObject({
  id: CustomerId,
  email: z.string(),
  name: z.string(),
  emailVerified: z.boolean(),
  preferences: Preferences,
  createdAt: timestamp,
})
export type Customer = z.infer<typeof Customer>

export const Staff = z.strictObject({
  id: StaffId,
  email: z.string(),
  name: z.string(),
  scopes: z.array(z.string()),
})

const tokens = {
  accessToken: z.string(),
  refreshToken: z.string(),
  /** Seconds the access token lives. */
  expiresIn: z.int(),
}
export const CustomerTokens = z.strictObject({ customer: Customer, ...tokens })
export const StaffTokens = z.strictObject({ staff: Staff, ...tokens })

/** Length in characters, any of them; nothing is cut off. */
export const NewPassword = text(128, 8)
/** What is merely compared with what is known takes any text: an odd one is wrong, not malformed. */
export const credentials = z.strictObject({ email: text(254), password: text(128) })
export const refreshBody = z.strictObject({ refreshToken: text(200) })

export const invalidCredentials = {
  status: 401,
  title: 'The e-mail address or the password is wrong.',
} as const
export const passwordTooCommon = {
  status: 422,
  title: 'This password is among the first to be guessed.',
} as const
