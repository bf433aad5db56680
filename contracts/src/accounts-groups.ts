import { call, nothing, page, pageQuery, text, timestamp } from '@souk/kit/contract'
import { z } from 'zod'
import { CustomerId, GroupId, GroupKey } from './values.ts'

export const CustomerGroup = z.strictObject({
  id: GroupId,
  key: GroupKey,
  name: z.string(),
  version: z.int(),
})

const groupPath = z.strictObject({ id: GroupId })
const name = text(120)

export const listCustomerGroups = call('accounts.list-customer-groups', 'GET /admin/v1/customer-groups', {
  summary: 'Groups of customers, oldest first.',
  access: 'staff:customers:read',
  query: z.strictObject(pageQuery),
  answers: { 200: page(CustomerGroup) },
})

export const addCustomerGroup = call('accounts.add-customer-group', 'POST /admin/v1/customer-groups', {
  summary: 'Makes a group.',
  access: 'staff:customers:write',
  body: z.strictObject({ key: GroupKey, name }),
  answers: { 201: CustomerGroup },
  refusals: { group_exists: { status: 409, title: 'There is a group with this key.' } },
  idempotency: 'accepted',
})

export const changeCustomerGroup = call(
  'accounts.change-customer-group',
  'PATCH /admin/v1/customer-groups/{id}',
  {
    summary: 'Gives a group another name.',
    access: 'staff:customers:write',
    params: groupPath,
    body: z.strictObject({ name }),
    answers: { 200: CustomerGroup },
  },
)

export const removeCustomerGroup = call(
  'accounts.remove-customer-group',
  'DELETE /admin/v1/customer-groups/{id}',
  {
    summary: 'Removes a group that nobody is in.',
    access: 'staff:customers:write',
    params: groupPath,
    answers: { 204: nothing },
    refusals: { group_in_use: { status: 409, title: 'Somebody is in this group: take them out first.' } },
  },
)

const memberPath = z.strictObject({ id: GroupId, customerId: CustomerId })

export const addGroupMember = call(
  'accounts.add-group-member',
  'PUT /admin/v1/customer-groups/{id}/members/{customerId}',
  {
    summary: 'Puts a customer into a group; one who is in it stays.',
    access: 'staff:customers:write',
    params: memberPath,
    answers: { 204: nothing },
    refusals: { too_many_groups: { status: 409, title: 'A customer is in 50 groups at most.' } },
  },
)

export const removeGroupMember = call(
  'accounts.remove-group-member',
  'DELETE /admin/v1/customer-groups/{id}/members/{customerId}',
  {
    summary: 'Takes a customer out of a group.',
    access: 'staff:customers:write',
    params: memberPath,
    answers: { 204: nothing },
  },
)

const Consent = z.strictObject({
  channel: z.enum(['email', 'sms', 'push']),
  isGranted: z.boolean(),
  at: timestamp,
  /** Where it was said: `registration` or `profile`. */
  source: z.string(),
  /** Which text was agreed to, as the page that showed it names it. */
  textVersion: z.string().nullable(),
})

export const listConsents = call('accounts.list-consents', 'GET /store/v1/me/consents', {
  summary: 'When consent to promotions was given and taken back, newest first.',
  access: 'customer',
  query: z.strictObject(pageQuery),
  answers: { 200: page(Consent) },
})
