import * as contract from '@souk/contracts/accounts'
import { days, minutes } from '@souk/kit/runtime'
import { guest } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asCustomer, asGuest, openStory, PASSWORD, refused, type Story } from './story.ts'

let story: Story
beforeAll(async () => {
  story = await openStory()
})
afterAll(() => story.stop())

const resetToken = async (email: string) => {
  await story.stage.ask(contract.requestPasswordReset, { email }, asGuest)
  await story.stage.settle()
  return story.mailedToken(contract.passwordResetRequested, email)
}

describe('registering', () => {
  it('signs in and tells it', async () => {
    const email = 'Ada.Lovelace@Example.com'
    const made = await story.stage.ask(contract.register, { email, password: PASSWORD, name: 'Ada' }, asGuest)
    expect(made).toMatchObject({
      ok: true,
      status: 201,
      body: {
        customer: {
          email,
          name: 'Ada',
          emailVerified: false,
          preferences: {
            locale: 'en',
            currency: 'EUR',
            marketing: { email: false, sms: false, push: false },
          },
        },
        expiresIn: 600,
      },
    })
    await story.stage.settle()
    expect(story.stage.announced(contract.customerRegistered).at(-1)?.data).toMatchObject({
      email,
      name: 'Ada',
    })
  })

  it('refuses an address in any spelling twice, also at the same moment', async () => {
    const email = story.newEmail()
    const asked = await Promise.all(
      [email, email.toUpperCase(), email, email].map((one) =>
        story.stage.ask(contract.register, { email: one, password: PASSWORD, name: 'Ada' }, asGuest),
      ),
    )
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1)
    expect(asked.filter(({ ok }) => !ok)).toMatchObject(Array(3).fill(refused('email_taken')))
  })

  it('refuses a short, an endless and a common password', async () => {
    const attempt = (password: string) =>
      story.stage.ask(contract.register, { email: story.newEmail(), password, name: 'Ada' }, asGuest)
    expect(await attempt('1234567')).toMatchObject({ refusal: { code: 'invalid_request' } })
    expect(await attempt('x'.repeat(129))).toMatchObject({ refusal: { code: 'invalid_request' } })
    expect(await attempt('Password123')).toMatchObject(refused('password_too_common'))
    expect(await attempt('pässwörd mit 128 zeichen '.padEnd(128, 'äöü'))).toMatchObject({ ok: true })
  })

  it('answers a repeated request with the same key again', async () => {
    const sent = { email: story.newEmail(), password: PASSWORD, name: 'Ada' }
    const ask = () => story.stage.reply(contract.register, sent, { as: guest, key: 'register-1' })
    const first = await ask()
    const again = await ask()
    expect(again).toEqual({ ...first, replayed: true })
  })

  it('verifies the address by the token mailed, once', async () => {
    const { email, id } = await story.register()
    await story.stage.settle()
    const token = story.mailedToken(contract.emailVerificationRequested, email)
    const verified = await story.stage.ask(contract.verifyEmail, { token }, asGuest)
    expect(verified).toMatchObject({ ok: true, body: { customer: { id, emailVerified: true } } })
    expect(await story.stage.ask(contract.verifyEmail, { token }, asGuest)).toMatchObject(
      refused('invalid_token'),
    )
    expect(await story.stage.ask(contract.showMe, {}, asCustomer(id))).toMatchObject({
      body: { emailVerified: true },
    })
    expect(await story.stage.ask(contract.requestEmailVerification, {}, asCustomer(id))).toMatchObject({
      status: 204,
    })
    await story.stage.settle()
    expect(story.mailedToken(contract.emailVerificationRequested, email)).toBe(token)
  })

  it('mails another token that replaces the first, and neither lives a day', async () => {
    const { email, id } = await story.register()
    await story.stage.settle()
    const first = story.mailedToken(contract.emailVerificationRequested, email)
    await story.stage.ask(contract.requestEmailVerification, {}, asCustomer(id))
    await story.stage.settle()
    const second = story.mailedToken(contract.emailVerificationRequested, email)
    expect(await story.stage.ask(contract.verifyEmail, { token: first }, asGuest)).toMatchObject(
      refused('invalid_token'),
    )
    story.stage.clock.forward(days(1))
    expect(await story.stage.ask(contract.verifyEmail, { token: second }, asGuest)).toMatchObject(
      refused('invalid_token'),
    )
  })
})

describe('a forgotten password', () => {
  it('is set anew by the token mailed, once, and ends every session', async () => {
    const { email, id, refreshToken } = await story.register()
    const token = await resetToken(email.toUpperCase().replace('EXAMPLE', 'Example')).then(() =>
      story.mailedToken(contract.passwordResetRequested, email),
    )
    const reset = { token, password: 'a better horse battery' }
    expect(
      await story.stage.ask(contract.resetPassword, { token, password: 'password1' }, asGuest),
    ).toMatchObject(refused('password_too_common'))
    const made = await story.stage.ask(contract.resetPassword, reset, asGuest)
    expect(made).toMatchObject({ ok: true, body: { customer: { id } } })
    expect(await story.stage.ask(contract.resetPassword, reset, asGuest)).toMatchObject(
      refused('invalid_token'),
    )
    expect(await story.refresh(refreshToken)).toMatchObject(refused('unauthenticated'))
    expect(made.ok && (await story.refresh(made.body.refreshToken))).toMatchObject({ ok: true })
    expect(await story.login(email)).toMatchObject(refused('invalid_credentials'))
    expect(await story.login(email, reset.password)).toMatchObject({ ok: true })
    await story.stage.settle()
    expect(
      story.stage.announced(contract.passwordChanged).filter(({ subject }) => subject === id),
    ).toHaveLength(1)
  })

  it('lets one of several at once use the token', async () => {
    const { email } = await story.register()
    const token = await resetToken(email)
    const made = await Promise.all(
      ['one', 'two', 'three'].map((word) =>
        story.stage.ask(contract.resetPassword, { token, password: `${word} horse battery` }, asGuest),
      ),
    )
    expect(made.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('has an hour, and only for the purpose it was mailed for', async () => {
    const { email } = await story.register()
    await story.stage.settle()
    const verification = story.mailedToken(contract.emailVerificationRequested, email)
    const attempt = (token: string) =>
      story.stage.ask(contract.resetPassword, { token, password: 'a better horse battery' }, asGuest)
    expect(await attempt(verification)).toMatchObject(refused('invalid_token'))
    const token = await resetToken(email)
    story.stage.clock.forward(minutes(60))
    expect(await attempt(token)).toMatchObject(refused('invalid_token'))
  })

  it('is answered alike for an unknown address, and mails nobody', async () => {
    const { email } = await story.register()
    const known = await story.stage.ask(contract.requestPasswordReset, { email }, asGuest)
    expect(known).toMatchObject({ status: 204 })
    const stranger = story.newEmail()
    expect(await story.stage.ask(contract.requestPasswordReset, { email: stranger }, asGuest)).toEqual(known)
    await story.stage.settle()
    const told = story.stage.announced(contract.passwordResetRequested).map(({ data }) => data.email)
    expect(told).toContain(email)
    expect(told).not.toContain(stranger)
  })

  it('does not flood a mailbox', async () => {
    const { email } = await story.register()
    for (let turn = 0; turn < 12; turn++) {
      await story.stage.ask(contract.requestPasswordReset, { email }, asGuest)
      await story.stage.settle()
    }
    const told = story.stage
      .announced(contract.passwordResetRequested)
      .filter(({ data }) => data.email === email)
    expect(told).toHaveLength(10)
  })
})
