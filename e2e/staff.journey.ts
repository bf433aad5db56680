import type { StaffMember } from '@souk/contracts/accounts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Mail, Page, Session } from './answers.ts'
import type { Client } from './client.ts'
import { openOwnShop, type Shop } from './shop.ts'
import { ok } from './shopping.ts'

const EMAIL = `noor-${process.pid}@example.com`
/** The gateway asks again about a session every five seconds. */
const SOON = { timeout: 9_000, interval: 200 }

let shop: Shop
let admin: Client
let guest: Client
beforeAll(async () => {
  shop = await openOwnShop()
  admin = await shop.admin()
  guest = shop.guest()
})
afterAll(() => shop.close())

async function invited(): Promise<string> {
  const mails = async () =>
    (await guest.get<Page<Mail>>(`${shop.mailboxUrl}/api/messages?to=${EMAIL}`)).body.items
  await expect.poll(mails, SOON).toHaveLength(1)
  const [mail] = await mails()
  return /token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
}

const actions = async (of: string) => {
  const log = ok(await admin.get<Page<{ call: string }>>(`/admin/v1/audit-log?actor=${of}`), 200)
  return log.items.map(({ call }) => call)
}

it('invites somebody by mail, lets them do their work and no more, and lets them go', async () => {
  const body = { name: 'Clerks', scopes: ['customers:read', 'customers:write'] }
  const role = ok(await admin.post<{ id: string }>('/admin/v1/roles', body), 201)
  const wish = { email: EMAIL, name: 'Noor', roleIds: [role.id] }
  const member = ok(await admin.post<StaffMember>('/admin/v1/staff', wish), 201)

  const accepting = { token: await invited(), password: 'correct horse battery' }
  const session = ok(await guest.post<Session>('/admin/v1/auth/accept-invitation', accepting), 200)
  const noor = guest.as(session.accessToken)
  const me = await noor.get<StaffMember>('/admin/v1/me')
  expect(me.body).toMatchObject({ id: member.id, scopes: body.scopes })
  const group = { key: `trade-${process.pid}`, name: 'Trade' }
  const { id } = ok(await noor.post<{ id: string }>('/admin/v1/customer-groups', group), 201)
  expect((await noor.get('/admin/v1/orders')).status).toBe(403)
  expect((await noor.post('/admin/v1/roles', body)).status).toBe(403)

  const stale = await admin.patch(`/admin/v1/roles/${role.id}`, body, { headers: { 'if-match': '"7"' } })
  expect(stale.status).toBe(412)
  ok(await admin.patch(`/admin/v1/roles/${role.id}`, { scopes: ['orders:read'] }), 200)
  await expect.poll(async () => (await noor.get('/admin/v1/orders')).status, SOON).toBe(200)
  expect((await noor.remove(`/admin/v1/customer-groups/${id}`)).status).toBe(403)

  ok(await admin.post(`/admin/v1/staff/${member.id}/deactivate`), 200)
  await expect.poll(async () => (await noor.get('/admin/v1/me')).status, SOON).toBe(401)
  await expect.poll(() => actions(member.id), SOON).toEqual(['add-customer-group'])
})

it('names the operator who replayed dead letters, and knows everybody on the staff by their deeds', async () => {
  const me = ok(await admin.get<StaffMember>('/admin/v1/me'), 200)
  ok(await admin.post('/ops/dead-letters/replay', {}), 200)
  await expect.poll(() => actions(`operator:${me.id}`), SOON).toContain('operators-replay-dead-letters')
})
