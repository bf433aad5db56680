import type { StaffProduct } from '@souk/contracts/catalog'
import { browserIsHere, openBrowser } from '@souk/kit/testing/browser'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page as Listed } from './answers.ts'
import { ADMIN_PASSWORD } from './opened-shop.ts'
import { openTestShop, type Shop } from './shop.ts'
import { buy, ok, sell } from './shopping.ts'

let shop: Shop
let browser: Browser
describe.runIf(browserIsHere())('staff at work', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    ;[shop, browser] = await Promise.all([openTestShop(), openBrowser()])
  })
  afterAll(() => Promise.all([browser.close(), shop.close()]))

  async function signedIn(): Promise<Page> {
    const page = await browser.newPage()
    await page.goto(`${shop.url}/admin/`)
    await page.getByLabel('E-mail address').fill('admin@example.com')
    await page.getByLabel('Password').fill(ADMIN_PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Overview' }).waitFor()
    return page
  }

  /** Makes a product and opens its page. */
  async function editing(page: Page): Promise<StaffProduct> {
    const admin = await shop.admin()
    const { sku } = await sell(admin)
    const { items } = ok(await admin.get<Listed<StaffProduct>>(`/admin/v1/products?q=${sku}`), 200)
    const [product] = items as [StaffProduct]
    await page.goto(`${shop.url}/admin/#/products/${product.id}`)
    await page.getByRole('heading', { name: product.title }).waitFor()
    return product
  }

  it('sets a price that shoppers see', async () => {
    const page = await signedIn()
    const { slug } = await editing(page)
    await page.getByRole('button', { name: 'Edit', exact: false }).first().click()
    await page.getByLabel('Price in EUR', { exact: true }).fill('12,34')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await page.getByText('€12.34').waitFor()
    const seen = await shop
      .guest()
      .get<{ variants: { price: object }[] }>(`/store/v1/products/${slug}?currency=EUR`)
    expect(ok(seen, 200).variants[0]?.price).toEqual({ amount: 1_234, currency: 'EUR' })
  })

  it('puts two edits of one product together, side by side', async () => {
    const page = await signedIn()
    const { id } = await editing(page)
    await page.getByLabel('Maker').fill('Mine')
    const admin = await shop.admin()
    ok(await admin.patch(`/admin/v1/products/${id}`, { tags: ['theirs'] }), 200)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { name: 'Somebody changed this in the meantime' }).waitFor()
    await page.getByRole('button', { name: 'Save these' }).click()
    await page.getByText('Saved, put together from both.').waitFor()
    const both = ok(await admin.get<StaffProduct>(`/admin/v1/products/${id}`), 200)
    expect([both.vendor, both.tags]).toEqual(['Mine', ['theirs']])
  })

  it('packs an order, sends it and gives money back', async () => {
    const { sku } = await sell(await shop.admin())
    const { id } = await buy(shop.guest(), [{ sku }])
    const page = await signedIn()
    await page.goto(`${shop.url}/admin/#/orders/${id}/show`)
    const press = async (name: string) => {
      await page.getByRole('button', { name }).click()
      await page.getByRole('dialog').getByRole('button', { name }).click()
    }
    await press('Pack a parcel')
    await press('It left the house')
    await page.getByRole('button', { name: 'It arrived' }).waitFor()
    await page.getByRole('button', { name: 'Refund' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('spinbutton').fill('1')
    await dialog.getByLabel('Reason').fill('scratched')
    await dialog.getByRole('button', { name: 'Refund' }).click()
    await page.getByText('The money is on its way back.').waitFor()
    await page.getByText('back: scratched').waitFor()
  })
})
