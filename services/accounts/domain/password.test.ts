import { describe, expect, it } from 'vitest'
import { commonPasswords } from './common-passwords.ts'
import { emailKey } from './email.ts'
import { isTooCommon, passwordKey } from './password.ts'

describe('a password', () => {
  it.each(['password', 'PassWord123', 'qwertyuiop', 'aaaaaaaaaa', 'Ada@Example.com', 'ｐａｓｓｗｏｒｄ'])(
    '%s is too common',
    (one) => {
      expect(isTooCommon(one, 'ada@example.com')).toBe(true)
    },
  )

  it.each(['correct horse battery', 'Ünïcödé räts', '12345679'])('%s may be used', (one) => {
    expect(isTooCommon(one, 'ada@example.com')).toBe(false)
  })

  it('is the same however the keyboard composes its letters', () => {
    expect(passwordKey('Cafe\u0301 au lait')).toBe(passwordKey('Caf\u00e9 au lait'))
  })

  it('is held only against common ones that could be chosen at all', () => {
    expect([...commonPasswords].filter((one) => one.length < 8 || one !== one.toLowerCase())).toEqual([])
  })
})

describe('an e-mail address', () => {
  it.each(['ADA@Example.COM', ' ada@example.com ', 'ａｄａ@example.com'])('%s is ada’s', (one) => {
    expect(emailKey(one)).toBe('ada@example.com')
  })
})
