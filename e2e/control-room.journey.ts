import { browserIsHere, openBrowser } from '@souk/kit/testing/browser'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESK, visit } from './browsing.ts'
import { openTestShop, type Shop } from './shop.ts'
import { buy, sell } from './shopping.ts'

let shop: Shop
let browser: Browser

async function look(path: string): Promise<{ page: Page; leave: () => Promise<void> }> {
  const { page, complaints, close } = await visit(browser, { at: shop.url, ...DESK })
  await page.goto(`${shop.url}/admin/ops/${path}`)
  const leave = async () => {
    expect(complaints).toEqual([])
    await close()
  }
  return { page, leave }
}

describe.runIf(browserIsHere())('an operator', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    ;[shop, browser] = await Promise.all([openTestShop(), openBrowser()])
    const { sku } = await sell(await shop.admin())
    await buy(shop.guest(), [{ sku }])
  })
  afterAll(() => Promise.all([browser.close(), shop.close()]))

  it('chooses a service on the map, reads its figures, and goes on', async () => {
    const { page, leave } = await look('')
    await page.getByRole('region', { name: 'Map of the shop' }).getByRole('link', { name: 'orders' }).click()
    await page.getByRole('heading', { level: 2, name: 'orders' }).waitFor()
    await page.getByText('complete-cart').first().waitFor()
    await page.getByRole('link', { name: 'Events', exact: true }).click()
    await page.getByText('Nothing is parked').waitFor()
    await page.locator('h1:focus', { hasText: 'Events' }).waitFor()
    await leave()
  })

  it('reads a checkout step by step, with its undo beside', async () => {
    const { page, leave } = await look('#/checkouts?view=completed')
    await page
      .getByRole('link', { name: /^checkout/ })
      .first()
      .click()
    const step = page.getByRole('row', { name: /^reserve-stock/ })
    await step.getByText('✓ done').waitFor()
    await page
      .getByRole('row', { name: /^confirm-order/ })
      .getByText('has nothing to undo')
      .waitFor()
    await leave()
  })

  it('finds the trace of a checkout, down to its transactions', async () => {
    const { page, leave } = await look('#/traces?service=orders')
    const row = page.getByRole('row', { name: /carts\/:id\/complete/ }).first()
    await row.getByRole('link').click()
    await page.getByRole('rowheader', { name: 'orders checkout: authorize' }).waitFor()
    await page.getByRole('rowheader', { name: 'inventory transaction reserve-stock' }).waitFor()
    await leave()
  })

  it('runs the audit and is told that all books agree', async () => {
    const { page, leave } = await look('#/audit')
    await page.getByRole('button', { name: 'Run the audit' }).click()
    await page.getByText(/^All books agree/).waitFor()
    await leave()
  })
})
