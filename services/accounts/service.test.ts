import * as contract from '@souk/contracts/accounts'
import { openStage, staff, testCluster } from '@souk/kit/testing'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accounts } from './service.ts'
import { asCustomer, asGuest, home, openStory, PASSWORD, refused, type Story } from './story.ts'

let story: Story
beforeAll(async () => {
  story = await openStory()
})
afterAll(() => story.stop())

describe('a signed-in customer', () => {
  it('changes what is sent and keeps the rest, and tells it once', async () => {
    const { id } = await story.register()
    const patch = { preferences: { locale: 'de', marketing: { email: true } } }
    const change = () => story.stage.ask(contract.updateMe, patch, asCustomer(id))
    expect(await change()).toMatchObject({
      body: {
        name: 'Ada',
        preferences: { locale: 'de', currency: 'EUR', marketing: { email: true, sms: false, push: false } },
      },
    })
    await change()
    await story.stage.settle()
    const told = story.stage.announced(contract.customerUpdated).filter(({ subject }) => subject === id)
    expect(told.map(({ data }) => [data.locale, data.version])).toEqual([['de', 2]])
  })

  it('cannot set what is not theirs to set', async () => {
    const { id } = await story.register()
    for (const more of [
      { emailVerified: true },
      { id: 'x' },
      { role: 'admin' },
      { createdAt: '2020-01-01T00:00:00Z' },
    ]) {
      const attempt = await story.stage.reply(contract.updateMe, { name: 'Eve', ...more }, asCustomer(id))
      expect(attempt).toMatchObject(refused('invalid_request'))
    }
    expect(await story.stage.ask(contract.showMe, {}, asCustomer(id))).toMatchObject({
      body: { name: 'Ada', emailVerified: false },
    })
  })

  it('changes the password with the current one, and other sessions end', async () => {
    const { id, email, refreshToken } = await story.register()
    const change = (currentPassword: string) =>
      story.stage.ask(
        contract.changePassword,
        { currentPassword, newPassword: 'a better horse battery' },
        asCustomer(id),
      )
    expect(await change('wrong horse battery')).toMatchObject(refused('wrong_password'))
    const changed = await change(PASSWORD)
    expect(changed).toMatchObject({ ok: true, body: { customer: { id } } })
    expect(await story.refresh(refreshToken)).toMatchObject(refused('unauthenticated'))
    expect(changed.ok && (await story.refresh(changed.body.refreshToken))).toMatchObject({ ok: true })
    expect(await story.login(email, 'a better horse battery')).toMatchObject({ ok: true })
  })

  it('changes the password while the old one signs in, and no session of the old one is left', async () => {
    const busy = await openStage([accounts({ limitsAttempts: false })], { cluster: testCluster() })
    const known = { email: 'busy@example.com', password: PASSWORD }
    const made = await busy.ask(contract.register, { ...known, name: 'Ada' }, asGuest)
    if (!made.ok) throw new Error(made.refusal.code)
    let isChanged = false
    const opened: string[] = []
    const signInUntilChanged = async () => {
      while (!isChanged) {
        const attempt = await busy.ask(contract.login, known, asGuest)
        if (attempt.ok) opened.push(attempt.body.refreshToken)
      }
    }
    const signingIn = [signInUntilChanged(), signInUntilChanged(), signInUntilChanged()]
    const change = { currentPassword: PASSWORD, newPassword: 'a better horse battery' }
    const changed = await busy.ask(contract.changePassword, change, asCustomer(made.body.customer.id))
    isChanged = true
    await Promise.all(signingIn)
    expect(changed).toMatchObject({ ok: true })
    expect(opened.length).toBeGreaterThan(0)
    for (const refreshToken of opened) {
      expect(await busy.ask(contract.refresh, { refreshToken }, asGuest)).toMatchObject(
        refused('unauthenticated'),
      )
    }
    await busy.stop()
  })

  it('gets everything known about them', async () => {
    const { id } = await story.register()
    await story.stage.ask(contract.addAddress, home, asCustomer(id))
    await story.stage.ask(contract.showCustomer, { id }, { as: staff })
    expect(await story.stage.ask(contract.exportMe, {}, asCustomer(id))).toMatchObject({
      body: {
        profile: { id },
        addresses: [home],
        sessions: [{ id: expect.stringMatching(/^ses_/) }],
        accesses: [{ action: 'show-customer' }],
        // Nobody else is on this stage: an export says what it lacks.
        missing: ['carts', 'notifications', 'orders', 'pricing'],
      },
    })
  })

  it('is gone after erasure: tokens, profile, and the name in every row', async () => {
    const email = 'erase-me-please@example.com'
    const { id, refreshToken, accessToken } = await story.register(email)
    await story.stage.ask(contract.addAddress, { ...home, name: 'Erased Person' }, asCustomer(id))
    expect(await story.stage.ask(contract.eraseMe, {}, asCustomer(id))).toMatchObject({
      ok: true,
      status: 204,
    })
    const sid = String(decodeJwt(accessToken).sid)
    expect(await story.stage.ask(contract.showSession, { id: sid })).toMatchObject({
      body: { isActive: false },
    })
    for (const asked of await Promise.all([
      story.stage.ask(contract.showMe, {}, asCustomer(id)),
      story.stage.ask(contract.eraseMe, {}, asCustomer(id)),
      story.stage.ask(contract.exportMe, {}, asCustomer(id)),
      story.stage.ask(contract.updateMe, { name: 'Eve' }, asCustomer(id)),
      story.stage.ask(contract.addAddress, home, asCustomer(id)),
      story.stage.ask(contract.listAddresses, {}, asCustomer(id)),
      story.refresh(refreshToken),
    ])) {
      expect(asked).toMatchObject(refused('unauthenticated'))
    }
    expect(await story.login(email)).toMatchObject(refused('invalid_credentials'))
    expect(await story.stage.ask(contract.showCustomer, { id }, { as: staff })).toMatchObject(
      refused('not_found'),
    )
    const rows = await Promise.all(
      ['customer', 'session', 'mail_token'].map(
        (table) => story.database`select t::text as row from ${story.database(table)} t`,
      ),
    )
    expect(JSON.stringify(rows)).not.toMatch(/erase-me-please|Erased Person/)
    await story.stage.settle()
    expect(story.stage.announced(contract.customerErased).map(({ subject }) => subject)).toContain(id)
    expect((await story.register(email)).id).not.toBe(id)
  })
})
