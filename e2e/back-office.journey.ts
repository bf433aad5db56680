import { browserIsHere, openBrowser } from '@souk/kit/testing/browser'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESK, flawsOf, PHONE, visit } from './browsing.ts'
import { ADMIN_PASSWORD } from './opened-shop.ts'
import { openTestShop, type Shop } from './shop.ts'
import { buy, sell } from './shopping.ts'

let shop: Shop
let browser: Browser
const WIDTHS = [
  ['a phone', PHONE],
  ['a desk', DESK],
] as const

async function signIn(page: Page): Promise<void> {
  await page.goto(`${shop.url}/admin/`)
  await page.getByLabel('E-mail').fill('admin@example.com')
  await page.getByLabel('Password').fill(ADMIN_PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Overview' }).waitFor()
}

describe.runIf(browserIsHere())('staff', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    ;[shop, browser] = await Promise.all([openTestShop(), openBrowser()])
    const { sku } = await sell(await shop.admin())
    await buy(shop.guest(), [{ sku }])
  })
  afterAll(() => Promise.all([browser.close(), shop.close()]))

  it.each(WIDTHS)(
    'find their way through the back office on %s, and nobody is shut out',
    async (_on, given) => {
      const { page, complaints, close } = await visit(browser, { at: shop.url, ...given })
      await signIn(page)
      complaints.splice(0)
      const pages = ['/', '/orders', '/products', '/categories', '/customers', '/promotions', '/staff']
      for (const path of pages) {
        await page.goto(`${shop.url}/admin/#${path}`)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.waitForLoadState('networkidle')
        expect([path, await flawsOf(page)]).toEqual([path, []])
      }
      expect(complaints).toEqual([])
      await close()
    },
  )

  it.each(WIDTHS)('see what runs in the control room on %s, and nobody is shut out', async (_on, given) => {
    const { page, complaints, close } = await visit(browser, { at: shop.url, ...given })
    await page.goto(`${shop.url}/admin/ops/`)
    await page.getByRole('heading', { name: 'Live map' }).waitFor()
    await page.getByRole('link', { name: 'orders' }).first().waitFor()
    for (const name of ['Live map', 'Events', 'Checkouts', 'Traces', 'Auditor', 'Drills']) {
      await page.getByRole('link', { name, exact: true }).first().click()
      await page.getByRole('heading', { level: 1, name }).waitFor()
      expect([name, await flawsOf(page)]).toEqual([name, []])
    }
    expect(complaints).toEqual([])
    await close()
  })
})
