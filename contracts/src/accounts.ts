/**
 * Accounts: customers, staff, and who is signed in.
 *
 * An **access token** is a JWT signed with ES256 (header: `alg`, `typ: "at+jwt"`, `kid`), good for ten minutes,
 * verified by anyone with the keys of `listSigningKeys`. Its claims:
 *
 * - `iss` "souk", `aud` "souk"
 * - `sub` the customer's (`cus_…`) or staff member's (`staff_…`) id
 * - `kind` "customer" or "staff"
 * - `scopes` for staff alone: a list such as ["orders:read"], or ["admin"] for everything
 * - `sid` the session (`ses_…`); `showSession` tells whether it still stands
 * - `iat`, `exp` in seconds; `jti` unique
 *
 * A new key is published ten minutes before it first signs and stays an hour after its successor took over,
 * so keys may be held for up to ten minutes.
 *
 * A **refresh token** is 256 random bits, opaque to everyone. It is exchanged once; within ten seconds the
 * same one gives the same successor again, later it ends the session: somebody else holds a copy.
 */
import { call, nothing, page, pageQuery, text, timestamp } from '@souk/kit/contract'
import { z } from 'zod'
import {
  Customer,
  CustomerTokens,
  credentials,
  invalidCredentials,
  NewPassword,
  PreferencesPatch,
  passwordTooCommon,
  refreshBody,
  SessionId,
} from './accounts-values.ts'
import { Address, AddressId, Email, SavedAddress } from './values.ts'

export { listAuditLog, listErasures } from './accounts-audit.ts'
export {
  customerErased,
  customerGroupsChanged,
  customerRegistered,
  customerUpdated,
  emailVerificationRequested,
  passwordChanged,
  passwordResetRequested,
  staffInvited,
} from './accounts-events.ts'
export {
  addCustomerGroup,
  addGroupMember,
  CustomerGroup,
  changeCustomerGroup,
  listConsents,
  listCustomerGroups,
  removeCustomerGroup,
  removeGroupMember,
} from './accounts-groups.ts'
export {
  listCustomers,
  loginStaff,
  logoutStaff,
  refreshStaff,
  registerStaff,
  showCustomer,
} from './accounts-staff.ts'
export {
  acceptInvitation,
  addRole,
  changeRole,
  changeStaff,
  changeStaffPassword,
  deactivateStaff,
  inviteStaff,
  inviteStaffAgain,
  listRoles,
  listStaff,
  Role,
  reactivateStaff,
  removeRole,
  StaffMember,
  showOwnStaff,
  showRole,
  showStaff,
} from './accounts-team.ts'
export { listSigningKeys, showSession } from './accounts-tokens.ts'
export {
  Customer,
  CustomerTokens,
  Locale,
  Marketing,
  Preferences,
  PreferencesPatch,
  SessionId,
  Staff,
  StaffTokens,
} from './accounts-values.ts'

const mailToken = { token: text(200) }
const invalidToken = { status: 422, title: 'This link was used or is too old.' } as const

export const register = call('accounts.register', 'POST /store/v1/auth/register', {
  summary: 'Makes an account, signs in and sends a mail to verify the address.',
  access: 'anyone',
  body: z.strictObject({
    email: Email,
    password: NewPassword,
    name: text(120),
    preferences: PreferencesPatch.optional(),
  }),
  answers: { 201: CustomerTokens },
  refusals: {
    email_taken: { status: 409, title: 'There is an account with this e-mail address.' },
    password_too_common: passwordTooCommon,
  },
  idempotency: 'accepted',
})

export const login = call('accounts.login', 'POST /store/v1/auth/login', {
  summary: 'Signs a customer in.',
  access: 'anyone',
  body: credentials,
  answers: { 200: CustomerTokens },
  refusals: { invalid_credentials: invalidCredentials },
})

export const refresh = call('accounts.refresh', 'POST /store/v1/auth/refresh', {
  summary: 'Exchanges a refresh token for the next one and a fresh access token.',
  access: 'anyone',
  body: refreshBody,
  answers: { 200: CustomerTokens },
})

export const logout = call('accounts.logout', 'POST /store/v1/auth/logout', {
  summary: 'Ends the session of a refresh token.',
  access: 'anyone',
  body: refreshBody,
  answers: { 204: nothing },
})

export const verifyEmail = call('accounts.verify-email', 'POST /store/v1/auth/verify-email', {
  summary: 'Proves an e-mail address by the token mailed to it, and signs in.',
  access: 'anyone',
  body: z.strictObject(mailToken),
  answers: { 200: CustomerTokens },
  refusals: { invalid_token: invalidToken },
})

export const requestPasswordReset = call(
  'accounts.request-password-reset',
  'POST /store/v1/auth/request-password-reset',
  {
    summary: 'Mails a link to choose another password, if there is such an account; the answer never tells.',
    access: 'anyone',
    body: z.strictObject({ email: text(254) }),
    answers: { 204: nothing },
  },
)

export const resetPassword = call('accounts.reset-password', 'POST /store/v1/auth/reset-password', {
  summary: 'Sets another password by the token mailed, ends every session and opens a new one.',
  access: 'anyone',
  body: z.strictObject({ ...mailToken, password: NewPassword }),
  answers: { 200: CustomerTokens },
  refusals: { invalid_token: invalidToken, password_too_common: passwordTooCommon },
})

export const showMe = call('accounts.show-me', 'GET /store/v1/me', {
  summary: 'The signed-in customer’s profile.',
  access: 'customer',
  answers: { 200: Customer },
})

export const updateMe = call('accounts.update-me', 'PATCH /store/v1/me', {
  summary: 'Changes what is sent of the profile and leaves the rest.',
  access: 'customer',
  body: z.strictObject({ name: text(120).optional(), preferences: PreferencesPatch.optional() }),
  answers: { 200: Customer },
})

export const eraseMe = call('accounts.erase-me', 'DELETE /store/v1/me', {
  summary: 'Erases the account: personal data goes, every session ends.',
  access: 'customer',
  answers: { 204: nothing },
})

export const exportMe = call('accounts.export-me', 'GET /store/v1/me/export', {
  summary: 'Everything known about the customer, by all services; `missing` names those that did not answer.',
  access: 'customer',
  answers: {
    /** Open: parts of other services may stand beside these. */
    200: z.looseObject({
      profile: Customer,
      addresses: z.array(SavedAddress),
      sessions: z.array(
        z.strictObject({ id: SessionId, createdAt: timestamp, lastUsedAt: timestamp, expiresAt: timestamp }),
      ),
      /** When staff looked at the profile. */
      accesses: z.array(z.strictObject({ at: timestamp, action: z.string() })),
      /** Services that could not be asked just now: what they know is not here, ask again later. */
      missing: z.array(z.string()).optional(),
    }),
  },
})

export const changePassword = call('accounts.change-password', 'POST /store/v1/me/password', {
  summary: 'Sets another password, ends every session and opens a new one.',
  access: 'customer',
  body: z.strictObject({ currentPassword: text(128), newPassword: NewPassword }),
  answers: { 200: CustomerTokens },
  refusals: {
    wrong_password: { status: 422, title: 'That is not the current password.' },
    password_too_common: passwordTooCommon,
  },
})

export const requestEmailVerification = call(
  'accounts.request-email-verification',
  'POST /store/v1/me/email-verification',
  {
    summary: 'Mails another link to verify the address; none if it is verified.',
    access: 'customer',
    answers: { 204: nothing },
  },
)

const addressPath = z.strictObject({ id: AddressId })
const wishes = { isDefaultShipping: z.boolean().optional(), isDefaultBilling: z.boolean().optional() }

export const listAddresses = call('accounts.list-addresses', 'GET /store/v1/me/addresses', {
  summary: 'The address book, oldest first.',
  access: 'customer',
  query: z.strictObject(pageQuery),
  answers: { 200: page(SavedAddress) },
})

export const showAddress = call('accounts.show-address', 'GET /store/v1/me/addresses/{id}', {
  summary: 'One address of the book.',
  access: 'customer',
  params: addressPath,
  answers: { 200: SavedAddress },
})

export const addAddress = call('accounts.add-address', 'POST /store/v1/me/addresses', {
  summary: 'Adds an address; the first one becomes the default for shipping and billing.',
  access: 'customer',
  body: z.strictObject({ ...Address.shape, ...wishes }),
  answers: { 201: SavedAddress },
  refusals: { address_book_full: { status: 409, title: 'An address book holds 100 addresses.' } },
  idempotency: 'accepted',
})

export const updateAddress = call('accounts.update-address', 'PATCH /store/v1/me/addresses/{id}', {
  summary: 'Changes what is sent of an address; null empties an optional line.',
  access: 'customer',
  params: addressPath,
  body: z.strictObject({
    ...Address.partial().shape,
    company: Address.shape.company.nullable(),
    line2: Address.shape.line2.nullable(),
    region: Address.shape.region.nullable(),
    phone: Address.shape.phone.nullable(),
    ...wishes,
  }),
  answers: { 200: SavedAddress },
  refusals: {
    default_required: { status: 409, title: 'There is always one default: make another address it instead.' },
  },
})

export const removeAddress = call('accounts.remove-address', 'DELETE /store/v1/me/addresses/{id}', {
  summary: 'Removes an address; what it was the default for goes to the oldest one left.',
  access: 'customer',
  params: addressPath,
  answers: { 204: nothing },
})
