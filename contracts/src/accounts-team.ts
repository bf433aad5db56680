import { call, nothing, page, pageQuery, text, timestamp } from '@souk/kit/contract'
import { z } from 'zod'
import { NewPassword, passwordTooCommon, Staff, StaffTokens } from './accounts-values.ts'
import { Email, RoleId, StaffId } from './values.ts'

/**
 * Who works in the shop and what they may do. A change counts within five seconds, also for those who are signed in:
 * the gateway asks for the scopes of a session as often as whether it stands.
 */

const scopes = z.array(text(80)).max(200)

const notHeld = { status: 403, title: 'Nobody grants, changes or takes away more than they hold.' } as const
const unknownScope = { status: 422, title: 'There is no such scope.' } as const
const unknownRole = { status: 422, title: 'There is no such role.' } as const
const lastAdmin = { status: 409, title: 'Somebody has to be left who may do everything.' } as const
const deactivated = {
  status: 409,
  title: 'This staff member is deactivated: reactivate them first.',
} as const

export const Role = z.strictObject({
  id: RoleId,
  name: z.string(),
  scopes: z.array(z.string()),
  /** Cannot be changed. */
  isBuiltIn: z.boolean(),
  version: z.int(),
})
export type Role = z.infer<typeof Role>

const roleFields = { name: text(80), scopes: scopes.min(1) }
const rolePath = z.strictObject({ id: RoleId })
const roleRefusals = {
  role_exists: { status: 409, title: 'There is a role of this name.' },
  scope_not_held: notHeld,
  unknown_scope: unknownScope,
} as const
const builtIn = { status: 409, title: 'A built-in role stays as it is: make another one.' } as const

export const listRoles = call('accounts.list-roles', 'GET /admin/v1/roles', {
  summary: 'Named sets of scopes, oldest first.',
  access: 'staff:staff:read',
  query: z.strictObject(pageQuery),
  answers: { 200: page(Role) },
})

export const showRole = call('accounts.show-role', 'GET /admin/v1/roles/{id}', {
  summary: 'A role.',
  access: 'staff:staff:read',
  params: rolePath,
  answers: { 200: Role },
})

export const addRole = call('accounts.add-role', 'POST /admin/v1/roles', {
  summary: 'Names a set of scopes.',
  access: 'staff:staff:write',
  body: z.strictObject(roleFields),
  answers: { 201: Role },
  refusals: roleRefusals,
  idempotency: 'accepted',
})

export const changeRole = call('accounts.change-role', 'PATCH /admin/v1/roles/{id}', {
  summary: 'Changes a role, and what everybody who has it may do.',
  access: 'staff:staff:write',
  params: rolePath,
  body: z.strictObject(roleFields).partial(),
  answers: { 200: Role },
  refusals: { ...roleRefusals, role_built_in: builtIn, last_admin: lastAdmin },
})

export const removeRole = call('accounts.remove-role', 'DELETE /admin/v1/roles/{id}', {
  summary: 'Removes a role that nobody has.',
  access: 'staff:staff:write',
  params: rolePath,
  answers: { 204: nothing },
  refusals: {
    role_in_use: { status: 409, title: 'Somebody has this role: take it from them first.' },
    role_built_in: builtIn,
    scope_not_held: notHeld,
  },
})

const staffPath = z.strictObject({ id: StaffId })

export const StaffMember = z.strictObject({
  ...Staff.shape,
  /** `invited`: has no password yet. */
  status: z.enum(['invited', 'active', 'deactivated']),
  roles: z.array(z.strictObject({ id: RoleId, name: z.string() })),
  /** Given beside those of the roles; `scopes` holds all. */
  extraScopes: z.array(z.string()),
  createdAt: timestamp,
  version: z.int(),
})
export type StaffMember = z.infer<typeof StaffMember>

const grants = { roleIds: z.array(RoleId).max(20), extraScopes: scopes }
const grantRefusals = {
  scope_not_held: notHeld,
  unknown_scope: unknownScope,
  unknown_role: unknownRole,
} as const

export const listStaff = call('accounts.list-staff', 'GET /admin/v1/staff', {
  summary: 'Who works here or did, oldest first.',
  access: 'staff:staff:read',
  query: z.strictObject(pageQuery),
  answers: { 200: page(StaffMember) },
})

export const showStaff = call('accounts.show-staff', 'GET /admin/v1/staff/{id}', {
  summary: 'A staff member.',
  access: 'staff:staff:read',
  params: staffPath,
  answers: { 200: StaffMember },
})

export const inviteStaff = call('accounts.invite-staff', 'POST /admin/v1/staff', {
  summary: 'Invites somebody: a mail lets them choose a password, once and within three days.',
  access: 'staff:staff:write',
  body: z.strictObject({
    email: Email,
    name: text(120),
    roleIds: grants.roleIds.default([]),
    extraScopes: grants.extraScopes.default([]),
  }),
  answers: { 201: StaffMember },
  refusals: {
    ...grantRefusals,
    email_taken: { status: 409, title: 'Somebody on the staff has this e-mail address.' },
  },
  idempotency: 'accepted',
})

export const inviteStaffAgain = call('accounts.invite-staff-again', 'POST /admin/v1/staff/{id}/invitation', {
  summary: 'Mails another link to choose a password; the older one opens nothing any more.',
  access: 'staff:staff:write',
  params: staffPath,
  answers: { 204: nothing },
  refusals: { scope_not_held: notHeld, staff_deactivated: deactivated },
})

export const changeStaff = call('accounts.change-staff', 'PATCH /admin/v1/staff/{id}', {
  summary: 'Changes what is sent of a staff member: name, roles, scopes beside them.',
  access: 'staff:staff:write',
  params: staffPath,
  body: z.strictObject({ name: text(120), ...grants }).partial(),
  answers: { 200: StaffMember },
  refusals: { ...grantRefusals, last_admin: lastAdmin },
})

export const deactivateStaff = call('accounts.deactivate-staff', 'POST /admin/v1/staff/{id}/deactivate', {
  summary: 'Locks a staff member out: their sessions and invitations end.',
  access: 'staff:staff:write',
  params: staffPath,
  answers: { 200: StaffMember },
  refusals: { scope_not_held: notHeld, last_admin: lastAdmin },
})

export const reactivateStaff = call('accounts.reactivate-staff', 'POST /admin/v1/staff/{id}/reactivate', {
  summary: 'Lets a deactivated staff member sign in again.',
  access: 'staff:staff:write',
  params: staffPath,
  answers: { 200: StaffMember },
  refusals: { scope_not_held: notHeld },
})

export const acceptInvitation = call('accounts.accept-invitation', 'POST /admin/v1/auth/accept-invitation', {
  summary: 'Chooses a password by the token mailed, and signs in.',
  access: 'anyone',
  body: z.strictObject({ token: text(200), password: NewPassword }),
  answers: { 200: StaffTokens },
  refusals: {
    invalid_token: { status: 422, title: 'This link was used or is too old.' },
    password_too_common: passwordTooCommon,
  },
})

export const showOwnStaff = call('accounts.show-own-staff', 'GET /admin/v1/me', {
  summary: 'Who is signed in, and what they may do.',
  access: 'staff',
  answers: { 200: StaffMember },
})

export const changeStaffPassword = call('accounts.change-staff-password', 'POST /admin/v1/me/password', {
  summary: 'Sets another password, ends every session and opens a new one.',
  access: 'staff',
  body: z.strictObject({ currentPassword: text(128), newPassword: NewPassword }),
  answers: { 200: StaffTokens },
  refusals: {
    wrong_password: { status: 422, title: 'That is not the current password.' },
    password_too_common: passwordTooCommon,
  },
})
