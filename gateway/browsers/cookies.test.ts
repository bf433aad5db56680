import { describe, expect, it } from 'vitest'
import { readCookies, writeCookies } from './cookies.ts'
import { isOfOwnPage } from './own-page.ts'

const tokens = { accessToken: 'a', refreshToken: 'r' }

describe('the cookies of a session', () => {
  it('are bound to the host over TLS, and read by no page', () => {
    const secure = writeCookies('customer', tokens, { isSecure: true, livesSeconds: 60 })
    expect(secure).toEqual([
      '__Host-souk-customer-access=a; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax',
      '__Host-souk-customer-refresh=r; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax',
    ])
    const [plain] = writeCookies('staff', tokens, { isSecure: false, livesSeconds: 60 })
    expect(plain).toBe('souk-staff-access=a; Max-Age=60; Path=/; HttpOnly; SameSite=Lax')
  })

  it('are those of one kind, and none that anybody could have set without TLS', () => {
    const header = 'souk-customer-access=a; souk-staff-access=b; __Host-souk-customer-access=c'
    expect(readCookies(header, 'customer', false).access).toBe('a')
    expect(readCookies(header, 'staff', false)).toEqual({ access: 'b', refresh: undefined })
    expect(readCookies(header, 'customer', true).access).toBe('c')
  })
})

describe('a request that changes something', () => {
  const from = (headers: Record<string, string>) =>
    isOfOwnPage({ method: 'POST', headers: { host: 'shop.example', ...headers } })
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'same-site', origin: 'https://shop.example' }, false],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ origin: 'https://shop.example' }, true],
    [{ origin: 'https://shop.example.evil.example' }, false],
    [{ origin: 'null' }, false],
    [{}, false],
  ])('with %j is of our own page: %s', (headers, isOurs) => {
    expect(from(headers as Record<string, string>)).toBe(isOurs)
  })
})
