import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { StaffProduct } from '@souk/contracts/catalog'
import { type Client, client } from '../client.ts'
import { adminOf, freePort, startShop, stopShop } from '../start-process.ts'
import { untilSo } from './quiet.ts'

export const ADMIN = { email: 'admin@example.com', password: 'a password for chaos' }

/** What the load buys, and how much of each there is before anybody buys. */
export interface Shelves {
  readonly skus: readonly string[]
  readonly slugs: readonly string[]
  readonly quantity: number
}

export interface Prepared {
  readonly data: string
  readonly shelves: Shelves
}

const QUANTITY = 100_000
/** There is one of it, and nobody buys it: an edit that wants more is refused. */
export const SCARCE = 'CHAOS-SCARCE'

/** A data folder of a shop that sells something, made once: each case gets a copy. */
export async function prepare(folder: string, count = 12): Promise<Prepared> {
  const data = join(folder, 'prepared')
  const shop = startShop({ data, port: await freePort(), env: { SOUK_ADMIN_PASSWORD: ADMIN.password } })
  await shop.untilOpen()
  const admin = await adminOf(shop, ADMIN.password)
  const skus = Array.from({ length: count }, (_, index) => `CHAOS-${index + 1}`)
  for (const [index, sku] of skus.entries()) await sell(admin, { sku, amount: 990 + 370 * index })
  await sell(admin, { sku: SCARCE, amount: 500, quantity: 1 })
  await promote(admin)
  await untilShown(shop.url, [...skus, SCARCE])
  const { code } = await stopShop(shop)
  if (code !== 0) throw new Error(`the prepared shop ended with ${code}: ${shop.said.complaint}`)
  return { data, shelves: { skus, slugs: skus.map((sku) => sku.toLowerCase()), quantity: QUANTITY } }
}

/** Owners and modes stay as they are: PostgreSQL insists on them. */
export async function copyOf({ data }: Prepared, to: string): Promise<string> {
  await promisify(execFile)('cp', ['-a', data, to])
  return to
}

async function sell(
  admin: Client,
  { sku, amount, quantity = QUANTITY }: { sku: string; amount: number; quantity?: number },
): Promise<void> {
  const slug = sku.toLowerCase()
  const { body } = await admin.post<StaffProduct>('/admin/v1/products', { title: `Teapot ${sku}`, slug })
  const prices = [{ amount, currency: 'EUR' }]
  const made = [
    await admin.post(`/admin/v1/products/${body.id}/variants`, {
      sku,
      title: 'Teapot',
      prices,
      quantity,
    }),
    await admin.post(`/admin/v1/products/${body.id}/publish`),
  ]
  const refused = made.find(({ status }) => status >= 300)
  if (refused) throw new Error(`${sku} cannot be sold: ${JSON.stringify(refused.body)}`)
}

/** Something every order is given and that is counted: so every checkout redeems, and waits at the same counter. */
async function promote(admin: Client): Promise<void> {
  const cents = (amount: number) => [{ amount, currency: 'EUR' }]
  const { status, body } = await admin.post('/admin/v1/promotions', {
    title: 'A cent off',
    action: { kind: 'amount_off_order', items: {}, amount: cents(1) },
    limits: { uses: 1_000_000, usesPerCustomer: null, budget: cents(1_000_000) },
  })
  if (status !== 201) throw new Error(`nothing is given: ${JSON.stringify(body)}`)
}

/** Until every cart may hold every one of them. */
async function untilShown(url: string, skus: readonly string[]): Promise<void> {
  const guest = client(url)
  for (const sku of skus) {
    const { body: cart } = await guest.post<{ id: string }>('/store/v1/carts', { currency: 'EUR' })
    const isTaken = async () =>
      (await guest.post(`/store/v1/carts/${cart.id}/lines`, { sku, quantity: 1 })).status === 200
    await untilSo(isTaken, 20_000)
  }
}
