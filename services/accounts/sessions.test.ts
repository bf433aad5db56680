import * as contract from '@souk/contracts/accounts'
import { days, minutes, seconds } from '@souk/kit/runtime'
import { createLocalJWKSet, decodeJwt, type JSONWebKeySet, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asGuest, openStory, PASSWORD, refused, type Story } from './story.ts'

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

describe('refreshing', () => {
  it('exchanges a token for the next and a fresh access token', async () => {
    const { id, accessToken, refreshToken } = await story.register()
    const made = await story.refresh(refreshToken)
    expect(made).toMatchObject({ ok: true, body: { customer: { id } } })
    if (!made.ok) return
    expect(made.body.refreshToken).not.toBe(refreshToken)
    expect(decodeJwt(made.body.accessToken).sid).toBe(decodeJwt(accessToken).sid)
    expect(await story.refresh(made.body.refreshToken)).toMatchObject({ ok: true })
  })

  it('gives twenty who come at once with one token the same next one', async () => {
    const { refreshToken } = await story.register()
    const made = await Promise.all(Array.from({ length: 20 }, () => story.nextToken(refreshToken)))
    expect(new Set(made).size).toBe(1)
    expect(await story.nextToken(made[0] ?? '')).not.toBe(made[0])
  })

  it('ends the session when a token comes back after the grace, for both who hold it', async () => {
    const { refreshToken } = await story.register()
    const successor = await story.nextToken(refreshToken)
    story.stage.clock.forward(seconds(10))
    expect(await story.nextToken(refreshToken)).toBe(successor)
    story.stage.clock.forward(1)
    expect(await story.refresh(refreshToken)).toMatchObject(refused('unauthenticated'))
    expect(await story.refresh(successor)).toMatchObject(refused('unauthenticated'))
  })

  it('leaves other sessions of the customer alone', async () => {
    const { email, refreshToken } = await story.register()
    const other = await story.login(email)
    await story.nextToken(refreshToken)
    story.stage.clock.forward(seconds(11))
    await story.refresh(refreshToken)
    expect(other.ok && (await story.refresh(other.body.refreshToken))).toMatchObject({ ok: true })
  })

  it('is over when a token waited thirty days, or never was', async () => {
    const { refreshToken } = await story.register()
    story.stage.clock.forward(days(30))
    expect(await story.refresh(refreshToken)).toMatchObject(refused('unauthenticated'))
    expect(await story.refresh('made-up')).toMatchObject(refused('unauthenticated'))
  })

  it('is over after signing out, which says nothing', async () => {
    const { refreshToken, accessToken } = await story.register()
    const successor = await story.nextToken(refreshToken)
    const sid = String(decodeJwt(accessToken).sid)
    expect(await story.stage.ask(contract.showSession, { id: sid })).toMatchObject({
      body: { isActive: true },
    })
    expect(await story.stage.ask(contract.logout, { refreshToken }, asGuest)).toMatchObject({ status: 204 })
    expect(await story.stage.ask(contract.logout, { refreshToken: 'made-up' }, asGuest)).toMatchObject({
      status: 204,
    })
    expect(await story.refresh(successor)).toMatchObject(refused('unauthenticated'))
    expect(await story.stage.ask(contract.showSession, { id: sid })).toMatchObject({
      body: { isActive: false },
    })
  })

  it('stores no token and no password that could be used', async () => {
    const { refreshToken } = await story.register()
    const successor = await story.nextToken(refreshToken)
    await story.stage.settle()
    const dump = await Promise.all(
      ['customer', 'session', 'refresh_token', 'mail_token', 'attempt'].map(
        (table) => story.database`select t::text as row, to_jsonb(t) as json from ${story.database(table)} t`,
      ),
    )
    const stored = JSON.stringify(dump)
    const mailed = story.stage
      .announced(contract.emailVerificationRequested)
      .map(({ data }) => String(data.token))
    for (const secret of [refreshToken, successor, PASSWORD, ...mailed]) {
      expect(stored).not.toContain(secret)
      expect(stored).not.toContain(Buffer.from(secret, 'base64url').toString('hex'))
    }
  })
})

describe('signing keys', () => {
  it('rotate without a token being refused', async () => {
    for (const time of [days(31), minutes(80)]) {
      story.stage.clock.forward(time)
      await story.stage.settle()
    }
    const before = await story.publishedKeys()
    expect(before).toHaveLength(1)
    story.stage.clock.forward(days(31))
    await story.stage.settle()
    const during = await story.publishedKeys()
    expect(during).toHaveLength(2)
    expect(during).toEqual(expect.arrayContaining(before))
    expect(JSON.stringify(during)).not.toContain('"d"')
    const old = await story.register()
    story.stage.clock.forward(minutes(9) + seconds(59))
    const last = await story.register()
    story.stage.clock.forward(seconds(1))
    const first = await story.register()
    const kid = async (token: string) => (await verify(token)).protectedHeader.kid
    expect(before.map((key) => key.kid)).toContain(await kid(last.accessToken))
    expect(before.map((key) => key.kid)).not.toContain(await kid(first.accessToken))
    await expect(verify(old.accessToken)).rejects.toThrow(/exp/)
    story.stage.clock.forward(minutes(60))
    await story.stage.settle()
    expect(await story.publishedKeys()).toHaveLength(1)
  })
})

describe('what has run out', () => {
  it('is removed', async () => {
    const { id } = await story.register()
    await story.login(story.newEmail(), 'wrong horse battery')
    story.stage.clock.forward(days(200))
    await story.stage.settle()
    const [left] = await story.database`
      select (select count(*) from session where subject_id = ${id}) as sessions,
        (select count(*) from refresh_token) as tokens, (select count(*) from mail_token) as mailed,
        (select count(*) from attempt) as attempts`
    expect(left).toEqual({ sessions: 0, tokens: 0, mailed: 0, attempts: 0 })
  })
})
