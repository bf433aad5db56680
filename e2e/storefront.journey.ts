import { browserIsHere, openBrowser } from '@souk/kit/testing/browser'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESK, flawsOf, PHONE, visit } from './browsing.ts'
import { openTestShop, type Shop } from './shop.ts'
import { sell } from './shopping.ts'

let shop: Shop
let browser: Browser
describe.runIf(browserIsHere())('the storefront', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    ;[shop, browser] = await Promise.all([openTestShop(), openBrowser()])
  })
  afterAll(() => Promise.all([browser.close(), shop.close()]))

  const WAYS = [
    ['a phone', PHONE],
    ['a desk', DESK],
    ['a phone without scripts', { ...PHONE, javaScriptEnabled: false }],
    ['a desk in the dark', { ...DESK, colorScheme: 'dark' }],
  ] as const

  it.each(WAYS)('sells to a guest on %s, and shuts nobody out on the way', async (_way, given) => {
    const { sku, slug } = await sell(await shop.admin(), { quantity: 5 })
    const { page, complaints, close } = await visit(browser, { at: shop.url, ...given })
    const isScripted = !('javaScriptEnabled' in given)
    const look = async () => {
      if (isScripted) expect([page.url(), await flawsOf(page)]).toEqual([page.url(), []])
    }
    await page.goto(`${shop.url}/`)
    await look()
    await page.goto(`${shop.url}/products/${slug}`)
    expect(await page.title()).toBe(`Teapot ${sku} · Souk`)
    await look()
    await page.getByLabel('How many').fill('2')
    await page.getByRole('button', { name: 'Add to cart' }).click()
    await page.getByRole('heading', { name: 'Your cart' }).waitFor()
    await look()
    await page.getByRole('link', { name: 'To the checkout' }).click()
    await page.getByRole('button', { name: 'Go on to delivery' }).click()
    await page.getByText('Whose name is at the door?').waitFor()
    await look()
    await page.getByLabel('E-mail').fill('ada@example.com')
    await page.getByLabel('Name', { exact: true }).fill('Ada Lovelace')
    await page.getByLabel('Street and number').fill('Torstraße 1')
    await page.getByLabel('Postal code').fill('10119')
    await page.getByLabel('Town').fill('Berlin')
    await page.getByRole('button', { name: 'Go on to delivery' }).click()
    await page.getByText('How it comes').waitFor()
    await look()
    await page.getByLabel('What shall the card do').selectOption('tok_declined')
    await page.getByRole('button', { name: /Order and pay/ }).click()
    await page.getByText('The payment was declined, and nothing was charged').waitFor()
    await page.getByLabel('What shall the card do').selectOption('tok_visa')
    await page.getByRole('button', { name: /Order and pay/ }).click()
    await page.getByRole('heading', { name: 'Thank you, it is yours' }).waitFor()
    await look()
    // The form not filled in, and the card that was declined.
    expect(complaints).toEqual([expect.stringContaining('422'), expect.stringContaining('422')])
    const { items } = (await (await shop.admin()).get<{ items: { email: string }[] }>('/admin/v1/orders'))
      .body
    expect(items[0]?.email).toBe('ada@example.com')
    await close()
  })

  it('keeps what somebody has put into a cart when they make an account, and shows them their order', async () => {
    const { sku, slug } = await sell(await shop.admin(), { quantity: 5 })
    const { page, complaints, close } = await visit(browser, { at: shop.url, ...PHONE })
    await page.goto(`${shop.url}/products/${slug}`)
    await page.getByRole('button', { name: 'Add to cart' }).click()
    await page.getByRole('link', { name: 'To the checkout' }).click()
    await page.getByRole('link', { name: 'Sign in' }).click()
    expect(await flawsOf(page)).toEqual([])
    await page.getByLabel('Name', { exact: true }).fill('Ada Lovelace')
    await page.getByLabel('E-mail').last().fill(`${slug}@example.com`)
    await page.getByLabel(/Password, eight/).fill('correct horse battery')
    await page.getByRole('button', { name: 'Make an account' }).click()
    await page.getByRole('heading', { name: 'Checkout' }).waitFor()
    await page.getByText(`1 × Teapot ${sku}`).waitFor()
    await page.getByLabel('E-mail').fill(`${slug}@example.com`)
    await page.getByLabel('Name', { exact: true }).fill('Ada Lovelace')
    await page.getByLabel('Street and number').fill('Torstraße 1')
    await page.getByLabel('Postal code').fill('10119')
    await page.getByLabel('Town').fill('Berlin')
    await page.getByRole('button', { name: 'Go on to delivery' }).click()
    await page.getByRole('button', { name: /Order and pay/ }).click()
    await page.getByRole('heading', { name: 'Thank you, it is yours' }).waitFor()
    await page.getByRole('link', { name: 'Account' }).click()
    await page.getByRole('heading', { name: 'Hello, Ada Lovelace' }).waitFor()
    expect(await page.getByRole('link', { name: /^S-/ }).count()).toBe(1)
    expect(await flawsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('link', { name: 'Account' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  it('offers what is meant while it is typed, and finds it though it is typed wrong', async () => {
    const { sku } = await sell(await shop.admin())
    const { page, complaints, close } = await visit(browser, { at: shop.url, ...DESK })
    await page.goto(`${shop.url}/`)
    const field = page.getByLabel('Search the shop')
    // Typed again until the page's scripts listen.
    const suggested = async () => {
      const options = `[...document.querySelectorAll('#suggestions option')].map((one) => one.value)`
      const now = (await page.evaluate(options)) as string[]
      if (now.length === 0) for (const typed of ['teap', 'teapo']) await field.fill(typed)
      return now
    }
    await expect
      .poll(suggested, { timeout: 20_000, interval: 500 })
      .toContainEqual(expect.stringContaining('Teapot'))
    await page.getByLabel('Search the shop').fill(`teapto ${sku}`)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: `“teapto ${sku}”` }).waitFor()
    await page.getByText('Nothing is called exactly that').waitFor()
    expect(await flawsOf(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  it('leads who forgot their password from the mail to another one', async () => {
    const email = `forgot-${process.pid}@example.com`
    const account = { email, password: 'correct horse battery', name: 'Ada' }
    expect((await shop.guest().post('/store/v1/auth/register', account)).status).toBe(201)
    const { page, complaints, close } = await visit(browser, { at: shop.url, ...PHONE })
    await page.goto(`${shop.url}/reset-password`)
    await page.getByLabel('E-mail').fill(email)
    await page.getByRole('button', { name: 'Send me a link' }).click()
    await page.getByText('a mail with a link is on its way').waitFor()
    expect(await flawsOf(page)).toEqual([])
    const mails = `${shop.mailboxUrl}/api/messages?to=${email}`
    const token = async () => {
      const { body } = await shop.guest().get<{ items: { text: string }[] }>(mails)
      return body.items.flatMap(({ text }) => /reset-password\?token=([\w-]+)/.exec(text)?.[1] ?? [])[0]
    }
    await expect.poll(token, { timeout: 15_000, interval: 300 }).toBeTruthy()
    await page.goto(`${shop.url}/reset-password?token=${await token()}`)
    await page.getByLabel(/Password/).fill('another horse battery')
    await page.getByRole('button', { name: 'Take this password' }).click()
    await page.getByRole('heading', { name: 'Hello, Ada' }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })
})
