import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { browserIsHere, openBrowser } from '@souk/kit/testing/browser'
import type { Page } from 'playwright-core'
import { ADMIN_PASSWORD, startShop, withDataFolder } from '../bench/shop-process.ts'

const PORT = 18_091
const FOLDER = fileURLToPath(new URL('../docs/pictures/', import.meta.url))

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/admin/`)
  await page.getByLabel('E-mail').fill('admin@example.com')
  await page.getByLabel('Password').fill(ADMIN_PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Overview' }).waitFor()
}

/** Somebody buys something, so that there is something to see. */
async function buy(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/products/petits-fours-au-chocolat`)
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await page.getByRole('link', { name: 'To the checkout' }).click()
  for (const [label, text] of [
    ['E-mail', 'ada@example.com'],
    ['Name', 'Ada Lovelace'],
    ['Street and number', 'Torstraße 1'],
    ['Postal code', '10119'],
    ['Town', 'Berlin'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Go on to delivery' }).click()
  await page.getByRole('button', { name: /Order and pay/ }).click()
  await page.getByRole('heading', { name: 'Thank you, it is yours' }).waitFor()
}

/** `npm run pictures`: what README shows, taken of a shop that runs. */
async function main(): Promise<void> {
  if (!browserIsHere()) throw new Error('pictures need a browser')
  await mkdir(FOLDER, { recursive: true })
  await withDataFolder(async (data) => {
    const shop = await startShop({ data, port: PORT })
    const browser = await openBrowser()
    const page = await browser.newPage({ viewport: { width: 1_280, height: 800 } })
    const take = async (name: string) => {
      await page.waitForLoadState('networkidle')
      await page.screenshot({ path: `${FOLDER}${name}.jpg`, type: 'jpeg', quality: 80 })
      console.log(`docs/pictures/${name}.jpg`)
    }
    try {
      await page.goto(`${shop.url}/`)
      await take('storefront')
      for (let order = 0; order < 3; order++) await buy(page, shop.url)
      await page.goto(`${shop.url}/admin/ops/`)
      await page.getByRole('link', { name: 'orders' }).first().waitFor()
      await take('control-room')
      await signIn(page, shop.url)
      await take('back-office')
    } finally {
      await browser.close()
      await shop.stop()
    }
  })
}

await main()
