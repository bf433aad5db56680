import { hash } from '@node-rs/argon2'
import * as contract from '@souk/contracts/accounts'
import { minutes, seconds } from '@souk/kit/runtime'
import type { Caller } from '@souk/kit/service'
import { openStage, staff, testCluster } from '@souk/kit/testing'
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accounts } from './service.ts'
import { asCustomer, asGuest, openStory, PASSWORD, refused, type Story } from './story.ts'

let story: Story
beforeAll(async () => {
  story = await openStory()
})
afterAll(() => story.stop())

const verify = async (token: string) => {
  const keys: JSONWebKeySet = { keys: await story.publishedKeys() }
  return await jwtVerify(token, createLocalJWKSet(keys), {
    issuer: 'souk',
    audience: 'souk',
    typ: 'at+jwt',
    algorithms: ['ES256'],
    currentDate: new Date(story.stage.clock.now()),
  })
}

describe('signing in', () => {
  it('takes the address in any case and the right password', async () => {
    const { email, id } = await story.register()
    expect(await story.login(email.toUpperCase())).toMatchObject({
      ok: true,
      status: 200,
      body: { customer: { id } },
    })
  })

  it('answers a wrong password and an unknown address alike', async () => {
    const { email } = await story.register()
    const wrong = await story.login(email, 'wrong horse battery')
    expect(wrong).toMatchObject(refused('invalid_credentials'))
    expect(await story.login('nobody@example.com')).toEqual(wrong)
    expect(await story.login('not an address')).toEqual(wrong)
  })

  it('is limited to ten a minute and account, known or not', async () => {
    const { email } = await story.register()
    for (const account of [email, story.newEmail()]) {
      const tries = await Promise.all(
        Array.from({ length: 15 }, () => story.login(account, 'wrong horse battery')),
      )
      const codes = tries.map((one) => (one.ok ? 'ok' : one.refusal.code))
      expect(codes.filter((code) => code === 'invalid_credentials')).toHaveLength(10)
      expect(codes.filter((code) => code === 'rate_limited')).toHaveLength(5)
    }
    expect(await story.login(email.toUpperCase())).toMatchObject(refused('rate_limited'))
    story.stage.clock.forward(minutes(1))
    expect(await story.login(email)).toMatchObject({ ok: true })
  })

  it('gives access tokens that anyone can verify', async () => {
    const { id, accessToken } = await story.register()
    const { payload, protectedHeader } = await verify(accessToken)
    expect(payload).toMatchObject({ iss: 'souk', aud: 'souk', sub: id, kind: 'customer' })
    expect(payload).not.toHaveProperty('scopes')
    expect(Number(payload.exp) - Number(payload.iat)).toBe(600)
    expect(protectedHeader).toMatchObject({ alg: 'ES256', typ: 'at+jwt' })
    story.stage.clock.forward(minutes(10) + seconds(1))
    await expect(verify(accessToken)).rejects.toThrow(/exp/)
  })

  it('hashes again what was hashed with other parameters', async () => {
    const { email, id } = await story.register()
    const weak = await hash(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 })
    await story.database`update customer set password_hash = ${weak} where id = ${id}`
    expect(await story.login(email)).toMatchObject({ ok: true })
    const [row] = await story.database`select password_hash from customer where id = ${id}`
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await story.login(email)).toMatchObject({ ok: true })
  })

  it('refuses beyond what can be hashed in time', async () => {
    const narrow = await openStage([accounts({ hashing: { atOnce: 1, waiting: 2 } })], {
      cluster: testCluster(),
    })
    const tries = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        narrow.ask(contract.login, { email: `nobody-${index}@example.com`, password: PASSWORD }, asGuest),
      ),
    )
    const codes = tries.map((one) => (one.ok ? 'ok' : one.refusal.code))
    expect(codes).toContain('unavailable')
    expect(codes.filter((code) => code === 'invalid_credentials').length).toBeGreaterThanOrEqual(3)
    await narrow.stop()
  })
})

describe('staff', () => {
  const admin = { email: 'admin@example.com', password: 'a launcher chose this', name: 'Admin' }
  const loginAdmin = (password = admin.password) =>
    story.stage.ask(contract.loginStaff, { email: admin.email, password }, asGuest)

  it('are registered once, and keep the first password', async () => {
    const [first, ...rest] = await Promise.all(
      ['', ' too', ' again'].map((more) =>
        story.stage.ask(contract.registerStaff, { ...admin, password: `${admin.password}${more}` }),
      ),
    )
    const made = [first, ...rest].map((one) => one?.ok && one.body.wasCreated)
    expect(made.filter(Boolean)).toHaveLength(1)
    const again = await story.stage.ask(contract.registerStaff, {
      ...admin,
      password: 'another one entirely',
    })
    expect(again).toMatchObject({ ok: true, body: { wasCreated: false } })
    expect(await loginAdmin('another one entirely')).toMatchObject(refused('invalid_credentials'))
  })

  it('sign in with scopes, refresh and sign out; customers and staff do not mix', async () => {
    const email = 'grace@example.com'
    await story.stage.ask(contract.registerStaff, { ...admin, email, scopes: ['orders:read'] })
    await story.register(email)
    const made = await story.stage.ask(contract.loginStaff, { email, password: admin.password }, asGuest)
    if (!made.ok) throw new Error(made.refusal.code)
    expect((await verify(made.body.accessToken)).payload).toMatchObject({
      sub: made.body.staff.id,
      kind: 'staff',
      scopes: ['orders:read'],
    })
    const { refreshToken } = made.body
    expect(await story.refresh(refreshToken)).toMatchObject(refused('unauthenticated'))
    const next = await story.stage.ask(contract.refreshStaff, { refreshToken }, asGuest)
    if (!next.ok) throw new Error(next.refusal.code)
    const { refreshToken: customers } = await story.register()
    expect(await story.stage.ask(contract.refreshStaff, { refreshToken: customers }, asGuest)).toMatchObject(
      refused('unauthenticated'),
    )
    await story.stage.ask(contract.logout, { refreshToken: next.body.refreshToken }, asGuest)
    expect(
      await story.stage.ask(contract.refreshStaff, { refreshToken: next.body.refreshToken }, asGuest),
    ).toMatchObject({
      ok: true,
    })
    await story.stage.ask(contract.logoutStaff, { refreshToken: next.body.refreshToken }, asGuest)
    expect(
      await story.stage.ask(contract.refreshStaff, { refreshToken: next.body.refreshToken }, asGuest),
    ).toMatchObject(refused('unauthenticated'))
    expect(await story.login(email, admin.password)).toMatchObject(refused('invalid_credentials'))
  })

  it('find customers by how the name or the address begins, and every look is recorded', async () => {
    const { id, email } = await story.register(`zz_find%me-${story.newEmail()}`.replace('%', '+'))
    const found = await story.stage.ask(contract.listCustomers, { q: 'ZZ_FIND+' }, { as: staff })
    expect(found).toMatchObject({ body: { items: [{ id, email, version: 1 }], nextCursor: null } })
    expect(await story.stage.ask(contract.listCustomers, { q: 'zz%' }, { as: staff })).toMatchObject({
      body: { items: [] },
    })
    expect(await story.stage.ask(contract.showCustomer, { id }, { as: staff })).toMatchObject({
      body: { id, addresses: [] },
    })
    const rows =
      await story.database`select actor, action from customer_access where customer_id = ${id} order by position`
    expect(rows.map(({ actor, action }) => [actor, action])).toEqual([
      ['staff_test', 'list-customers'],
      ['staff_test', 'show-customer'],
    ])
  })

  it('page through customers, newest first', async () => {
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const listed = await story.stage.ask(
        contract.listCustomers,
        { limit: 7, ...(cursor && { cursor }) },
        { as: staff },
      )
      if (!listed.ok) throw new Error(listed.refusal.code)
      ids.push(...listed.body.items.map((one) => one.id))
      cursor = listed.body.nextCursor ?? undefined
    } while (cursor)
    const rows = await story.database`select id from customer where erased_at is null order by position desc`
    expect(ids).toEqual(rows.map(({ id }) => id))
  })

  it('need the scope', async () => {
    const clerk: Caller = { kind: 'staff', id: 'staff_clerk', scopes: ['orders:read'] }
    expect(await story.stage.ask(contract.listCustomers, {}, { as: clerk })).toMatchObject(
      refused('forbidden'),
    )
    const { id } = await story.register()
    expect(await story.stage.ask(contract.listCustomers, {}, asCustomer(id))).toMatchObject(
      refused('forbidden'),
    )
    expect(await story.stage.ask(contract.showMe, {}, { as: staff })).toMatchObject(refused('forbidden'))
    expect(await story.stage.ask(contract.registerStaff, admin, { as: staff })).toMatchObject(
      refused('not_found'),
    )
  })
})
