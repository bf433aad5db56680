import * as contract from '@souk/contracts/accounts'
import { days } from '@souk/kit/runtime'
import type { Caller } from '@souk/kit/service'
import { internal } from '@souk/kit/testing'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asGuest, openStory, PASSWORD, refused, type Story } from './story.ts'

const OPERATOR_ROLE = 'role_01jt0000000e00000000000002'
const ADMIN_ROLE = 'role_01jt0000000e00000000000001'

let story: Story
let people = 0
beforeAll(async () => {
  story = await openStory()
})
afterAll(() => story.stop())
// Admins of one test would be somebody left in the next.
beforeEach(async () => {
  await story.database`update staff set deactivated_at = now()`
})

/** Somebody on the staff, as a launcher would make them. */
async function member(...scopes: string[]) {
  const email = `staff-${++people}@example.com`
  const made = await story.stage.ask(contract.registerStaff, {
    email,
    password: PASSWORD,
    name: 'Sam',
    scopes,
  })
  if (!made.ok) throw new Error(made.refusal.code)
  const { id } = made.body
  const as: Caller = { kind: 'staff', id, scopes }
  return { id, email, as: { as } }
}
type Member = Awaited<ReturnType<typeof member>>

const signIn = (email: string, password = PASSWORD) =>
  story.stage.ask(contract.loginStaff, { email, password }, asGuest)
const invite = (by: Member, body: object = {}) =>
  story.stage.ask(
    contract.inviteStaff,
    { email: `staff-${++people}@example.com`, name: 'Noor', ...body },
    by.as,
  )
const change = (by: Member, id: string, body: object, more: { ifMatch?: string } = {}) =>
  story.stage.ask(contract.changeStaff, { id, ...body }, { ...by.as, ...more })
const sessionOf = async (accessToken: string) => {
  const shown = await story.stage.ask(
    contract.showSession,
    { id: String(decodeJwt(accessToken).sid) },
    { as: internal },
  )
  return shown.ok ? shown.body : undefined
}

describe('an invitation', () => {
  it('lets one person choose a password, once, and sign in with the scopes of their roles', async () => {
    const admin = await member('admin')
    const role = await story.stage.ask(
      contract.addRole,
      { name: 'Packers', scopes: ['orders:read', 'shipping:write'] },
      admin.as,
    )
    if (!role.ok) throw new Error(role.refusal.code)
    const invited = await invite(admin, { roleIds: [role.body.id], extraScopes: ['customers:read'] })
    if (!invited.ok) throw new Error(invited.refusal.code)
    const { id, email } = invited.body
    const scopes = ['customers:read', 'orders:read', 'shipping:write']
    expect(invited.body).toMatchObject({ status: 'invited', scopes, roles: [{ name: 'Packers' }] })
    expect(await signIn(email)).toMatchObject(refused('invalid_credentials'))

    await story.stage.settle()
    const token = story.mailedToken(contract.staffInvited, email)
    const accept = (password: string) =>
      story.stage.ask(contract.acceptInvitation, { token, password }, asGuest)
    expect(await accept('password')).toMatchObject(refused('password_too_common'))
    expect(await accept(PASSWORD)).toMatchObject({ ok: true, body: { staff: { id, scopes } } })
    expect(await accept('another horse battery')).toMatchObject(refused('invalid_token'))
    expect(await signIn(email)).toMatchObject({ ok: true, body: { staff: { scopes } } })
    const me = await story.stage.ask(contract.showOwnStaff, {}, { as: { kind: 'staff', id, scopes: [] } })
    expect(me).toMatchObject({ ok: true, body: { id, status: 'active', extraScopes: ['customers:read'] } })
  })

  it('opens nothing after three days, nor once another was mailed', async () => {
    const admin = await member('admin')
    const invited = await invite(admin)
    if (!invited.ok) throw new Error(invited.refusal.code)
    const { id, email } = invited.body
    const accept = async () => {
      await story.stage.settle()
      const token = story.mailedToken(contract.staffInvited, email)
      return () => story.stage.ask(contract.acceptInvitation, { token, password: PASSWORD }, asGuest)
    }
    const withFirst = await accept()
    await story.stage.ask(contract.inviteStaffAgain, { id }, admin.as)
    expect(await withFirst()).toMatchObject(refused('invalid_token'))
    const withSecond = await accept()
    story.stage.clock.forward(days(3) + 1)
    expect(await withSecond()).toMatchObject(refused('invalid_token'))
  })

  it('is for those alone who are not on the staff yet', async () => {
    const admin = await member('admin')
    expect(await invite(admin, { email: admin.email.toUpperCase() })).toMatchObject(refused('email_taken'))
  })
})

describe('whoever is deactivated', () => {
  it('is signed out at once and cannot come back until reactivated', async () => {
    const admin = await member('admin')
    const sam = await member('orders:read')
    const open = await signIn(sam.email)
    if (!open.ok) throw new Error(open.refusal.code)
    expect(await sessionOf(open.body.accessToken)).toEqual({ isActive: true, scopes: ['orders:read'] })
    const gone = await story.stage.ask(contract.deactivateStaff, { id: sam.id }, admin.as)
    expect(gone).toMatchObject({ ok: true, body: { status: 'deactivated' } })
    expect(await sessionOf(open.body.accessToken)).toEqual({ isActive: false })
    const again = story.stage.ask(contract.refreshStaff, { refreshToken: open.body.refreshToken }, asGuest)
    expect(await again).toMatchObject(refused('unauthenticated'))
    expect(await signIn(sam.email)).toMatchObject(refused('invalid_credentials'))
    await story.stage.ask(contract.reactivateStaff, { id: sam.id }, admin.as)
    expect(await signIn(sam.email)).toMatchObject({ ok: true })
  })
})

describe('what somebody may do', () => {
  it('changes for open sessions too, by hand or with a role', async () => {
    const admin = await member('admin')
    const sam = await member('orders:read')
    const open = await signIn(sam.email)
    if (!open.ok) throw new Error(open.refusal.code)
    const scopes = async () => (await sessionOf(open.body.accessToken))?.scopes
    await change(admin, sam.id, { extraScopes: [], roleIds: [OPERATOR_ROLE] })
    expect(await scopes()).toEqual(['operator'])
    const role = await story.stage.ask(contract.addRole, { name: 'Desk', scopes: ['orders:read'] }, admin.as)
    if (!role.ok) throw new Error(role.refusal.code)
    await change(admin, sam.id, { roleIds: [role.body.id] })
    await story.stage.ask(contract.changeRole, { id: role.body.id, scopes: ['orders:write'] }, admin.as)
    expect(await scopes()).toEqual(['orders:write'])
    expect(await story.stage.ask(contract.removeRole, { id: role.body.id }, admin.as)).toMatchObject(
      refused('role_in_use'),
    )
  })

  it('is changed by nobody who saw an older version', async () => {
    const admin = await member('admin')
    const sam = await member('orders:read')
    expect(await change(admin, sam.id, { name: 'Samira' }, { ifMatch: '"1"' })).toMatchObject({
      body: { name: 'Samira', version: 2 },
    })
    expect(await change(admin, sam.id, { name: 'Sami' }, { ifMatch: '"1"' })).toMatchObject(
      refused('version_conflict'),
    )
  })

  it('cannot be widened by whoever manages the staff beyond what they hold themselves', async () => {
    const admin = await member('admin')
    const lead = await member('staff:write', 'orders:read')
    const sam = await member('orders:read')
    const roles = await story.stage.ask(
      contract.addRole,
      { name: 'Buyers', scopes: ['pricing:write'] },
      admin.as,
    )
    if (!roles.ok) throw new Error(roles.refusal.code)
    const buyers = roles.body.id
    const attempts = [
      invite(lead, { extraScopes: ['admin'] }),
      invite(lead, { roleIds: [ADMIN_ROLE] }),
      invite(lead, { roleIds: [buyers] }),
      change(lead, sam.id, { extraScopes: ['orders:write'] }),
      change(lead, lead.id, { roleIds: [ADMIN_ROLE] }),
      change(lead, admin.id, { name: 'Nobody' }),
      story.stage.ask(contract.deactivateStaff, { id: admin.id }, lead.as),
      story.stage.ask(contract.inviteStaffAgain, { id: admin.id }, lead.as),
      story.stage.ask(contract.addRole, { name: 'Mine', scopes: ['operator'] }, lead.as),
      story.stage.ask(contract.changeRole, { id: buyers, scopes: ['orders:read'] }, lead.as),
      story.stage.ask(contract.removeRole, { id: buyers }, lead.as),
    ]
    for (const attempt of await Promise.all(attempts))
      expect(attempt).toMatchObject(refused('scope_not_held'))
    expect(await change(lead, sam.id, { extraScopes: ['orders:read', 'staff:write'] })).toMatchObject({
      ok: true,
    })
  })

  it('counts as it is now, whatever an older token says', async () => {
    const admin = await member('admin')
    const lead = await member('admin')
    await change(admin, lead.id, { extraScopes: ['orders:read'] })
    expect(await change(lead, lead.id, { extraScopes: ['admin'] })).toMatchObject(refused('forbidden'))
  })

  it('is made of scopes and roles that exist; built-in roles stay', async () => {
    const admin = await member('admin')
    expect(await invite(admin, { extraScopes: ['orders:everything'] })).toMatchObject(
      refused('unknown_scope'),
    )
    const nowhere = 'role_01jt0000000e00000000000009'
    expect(await invite(admin, { roleIds: [nowhere] })).toMatchObject(refused('unknown_role'))
    for (const id of [ADMIN_ROLE, OPERATOR_ROLE]) {
      const change = await story.stage.ask(contract.changeRole, { id, scopes: ['operator'] }, admin.as)
      expect(change).toMatchObject(refused('role_built_in'))
    }
    const twice = await story.stage.ask(contract.addRole, { name: 'ADMIN', scopes: ['operator'] }, admin.as)
    expect(twice).toMatchObject(refused('role_exists'))
  })
})

describe('the last admin', () => {
  it('cannot be demoted or deactivated, not even by themselves', async () => {
    const admin = await member('admin')
    expect(await change(admin, admin.id, { extraScopes: [] })).toMatchObject(refused('last_admin'))
    const leave = story.stage.ask(contract.deactivateStaff, { id: admin.id }, admin.as)
    expect(await leave).toMatchObject(refused('last_admin'))
    expect(await signIn(admin.email)).toMatchObject({ ok: true, body: { staff: { scopes: ['admin'] } } })
  })

  it('is left when two admins demote or deactivate one another at once', async () => {
    for (let round = 0; round < 10; round++) {
      await story.database`update staff set deactivated_at = now()`
      const [one, other] = [await member('admin'), await member('admin')]
      const [first, second] = await Promise.all([
        change(one, other.id, { extraScopes: [] }),
        story.stage.ask(contract.deactivateStaff, { id: one.id }, other.as),
      ])
      expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1)
    }
  })
})

describe('a staff member’s own password', () => {
  it('is changed with the current one, and other sessions end', async () => {
    const sam = await member('orders:read')
    const open = await signIn(sam.email)
    if (!open.ok) throw new Error(open.refusal.code)
    const change = (currentPassword: string) =>
      story.stage.ask(
        contract.changeStaffPassword,
        { currentPassword, newPassword: 'a better horse battery' },
        sam.as,
      )
    expect(await change('wrong horse battery')).toMatchObject(refused('wrong_password'))
    const changed = await change(PASSWORD)
    expect(changed).toMatchObject({ ok: true, body: { staff: { id: sam.id } } })
    expect(await sessionOf(open.body.accessToken)).toEqual({ isActive: false })
    expect(changed.ok && (await sessionOf(changed.body.accessToken))?.isActive).toBe(true)
    expect(await signIn(sam.email)).toMatchObject(refused('invalid_credentials'))
  })

  it('is guarded against guessing as the door is', async () => {
    const sam = await member('orders:read')
    const guesses = []
    for (let guess = 0; guess < 11; guess++) guesses.push(await signIn(sam.email, `wrong horse ${guess}`))
    expect(guesses.at(-1)).toMatchObject(refused('rate_limited'))
    const change = story.stage.ask(
      contract.changeStaffPassword,
      { currentPassword: PASSWORD, newPassword: 'a better horse battery' },
      sam.as,
    )
    expect(await change).toMatchObject(refused('rate_limited'))
  })
})
