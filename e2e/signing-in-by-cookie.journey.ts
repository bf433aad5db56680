import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestShop, type Shop } from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openTestShop()
})
afterAll(() => shop.close())

const PASSWORD = 'correct horse battery'
const KEPT = { 'souk-session': 'cookie' }

/** Keeps cookies as a browser does, and says where a request comes from. */
function openBrowser() {
  const jar = new Map<string, string>()
  const ask = async (
    method: string,
    path: string,
    { body, headers = {}, site = 'same-origin' }: Asked = {},
  ) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(`${shop.url}${path}`, {
      method,
      headers: {
        'sec-fetch-site': site,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(cookie && { cookie }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const set = response.headers.getSetCookie()
    for (const one of set) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    const text = await response.text()
    return { status: response.status, set, body: text ? JSON.parse(text) : undefined }
  }
  return { ask, jar }
}
interface Asked {
  readonly body?: object
  readonly headers?: Record<string, string>
  readonly site?: string
}

let count = 0
async function registered() {
  const browser = openBrowser()
  const email = `cookie-${process.pid}-${++count}@example.com`
  const account = { email, password: PASSWORD, name: 'Ada' }
  const made = await browser.ask('POST', '/store/v1/auth/register', { body: account, headers: KEPT })
  expect(made.status).toBe(201)
  return { ...browser, made, email }
}
const whoIs = async ({ ask }: Pick<ReturnType<typeof openBrowser>, 'ask'>) =>
  (await ask('GET', '/store/v1/me')).status

describe('a browser', () => {
  it('is signed in by cookies that no page can read, and is told no token', async () => {
    const browser = await registered()
    expect(browser.made.body).toMatchObject({ customer: { email: browser.email } })
    expect(JSON.stringify(browser.made.body)).not.toMatch(/token/i)
    expect(browser.made.set).toHaveLength(2)
    for (const cookie of browser.made.set) expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/)
    expect(await whoIs(browser)).toBe(200)
    expect(await whoIs(openBrowser())).toBe(401)
  })

  it('stays signed in when its access token is over, by one exchange for all that asks at once', async () => {
    const browser = await registered()
    const before = browser.jar.get('souk-customer-refresh')
    browser.jar.delete('souk-customer-access')
    expect(await Promise.all([whoIs(browser), whoIs(browser), whoIs(browser)])).toEqual([200, 200, 200])
    expect(browser.jar.get('souk-customer-refresh')).not.toBe(before)
    expect(browser.jar.get('souk-customer-access')).toMatch(/^ey/)
    expect(await whoIs(browser)).toBe(200)
  })

  it('is signed out here and everywhere its session is', async () => {
    const browser = await registered()
    const copy = new Map(browser.jar)
    const out = await browser.ask('POST', '/store/v1/auth/logout', { headers: KEPT })
    expect([out.status, browser.jar.size]).toEqual([204, 0])
    const other = openBrowser()
    other.jar.set('souk-customer-refresh', copy.get('souk-customer-refresh') ?? '')
    expect(await whoIs(other)).toBe(401)
    expect(other.jar.size).toBe(0)
  })

  it('does nothing for a page of another origin', async () => {
    const { ask } = await registered()
    const body = { name: 'Eve' }
    for (const site of ['cross-site', 'same-site'])
      expect(await ask('PATCH', '/store/v1/me', { body, site })).toMatchObject({
        status: 403,
        body: { code: 'forbidden' },
      })
    expect((await ask('PATCH', '/store/v1/me', { body })).status).toBe(200)
  })

  it('has a session for the shop and another for its back office', async () => {
    const browser = await registered()
    const { status } = await browser.ask('GET', '/admin/v1/orders')
    expect(status).toBe(401)
    const body = { email: 'admin@example.com', password: 'wrong horse battery' }
    const refused = await browser.ask('POST', '/admin/v1/auth/login', { body, headers: KEPT })
    expect([refused.status, refused.set]).toEqual([401, []])
    expect(await whoIs(browser)).toBe(200)
  })
})
