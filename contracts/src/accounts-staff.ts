import { call, nothing, page, pageQuery, text } from '@souk/kit/contract'
import { z } from 'zod'
import {
  Customer,
  credentials,
  invalidCredentials,
  NewPassword,
  passwordTooCommon,
  refreshBody,
  StaffTokens,
} from './accounts-values.ts'
import { CustomerId, Email, SavedAddress, StaffId } from './values.ts'

export const loginStaff = call('accounts.login-staff', 'POST /admin/v1/auth/login', {
  summary: 'Signs a staff member in.',
  access: 'anyone',
  body: credentials,
  answers: { 200: StaffTokens },
  refusals: { invalid_credentials: invalidCredentials },
})

export const refreshStaff = call('accounts.refresh-staff', 'POST /admin/v1/auth/refresh', {
  summary: 'Exchanges a staff member’s refresh token for the next one and a fresh access token.',
  access: 'anyone',
  body: refreshBody,
  answers: { 200: StaffTokens },
})

export const logoutStaff = call('accounts.logout-staff', 'POST /admin/v1/auth/logout', {
  summary: 'Ends a staff member’s session.',
  access: 'anyone',
  body: refreshBody,
  answers: { 204: nothing },
})

const customerListing = { ...Customer.shape, version: z.int() }

export const listCustomers = call('accounts.list-customers', 'GET /admin/v1/customers', {
  summary: 'Customers, newest first; `q` is how the name or the e-mail address begins. The look is recorded.',
  access: 'staff:customers:read',
  query: z.strictObject({ ...pageQuery, q: text(254).optional() }),
  answers: { 200: page(z.strictObject(customerListing)) },
})

export const showCustomer = call('accounts.show-customer', 'GET /admin/v1/customers/{id}', {
  summary: 'One customer with the address book. The look is recorded.',
  access: 'staff:customers:read',
  params: z.strictObject({ id: CustomerId }),
  answers: {
    200: z.strictObject({
      ...customerListing,
      addresses: z.array(SavedAddress),
      groups: z.array(z.string()).optional(),
    }),
  },
})

export const registerStaff = call('accounts.register-staff', 'POST /internal/accounts/staff', {
  summary: 'Makes a staff member unless the e-mail address is known; a known one is left as it is.',
  access: 'internal',
  body: z.strictObject({
    email: Email,
    password: NewPassword,
    name: text(120),
    scopes: z
      .array(text(80))
      .min(1)
      .max(50)
      .default(() => ['admin']),
  }),
  answers: { 200: z.strictObject({ id: StaffId, wasCreated: z.boolean() }) },
  refusals: { password_too_common: passwordTooCommon },
})
