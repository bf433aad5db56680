import type { Product } from '@souk/contracts/catalog'
import type { FeatureFlag, FlagChange } from '@souk/contracts/flags'
import type { Order } from '@souk/contracts/orders'
import type { Recommendation } from '@souk/contracts/recommendations'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page, Session } from './answers.ts'
import type { Client } from './client.ts'
import { openTestShop, type Shop } from './shop.ts'
import { buy, complete, fillCart, ok, sell } from './shopping.ts'

/** What staff are promised. */
const WITHIN = { timeout: 5_000, interval: 50 }
const FLAGS = '/admin/v1/feature-flags'

let shop: Shop
let admin: Client
let guest: Client
let sku: string
let productId: string
let order: Order
beforeAll(async () => {
  shop = await openTestShop()
  guest = shop.guest()
  admin = await shop.admin()
  const made = await sell(admin, { quantity: 100 })
  await sell(admin)
  sku = made.sku
  order = await buy(guest, [{ sku }])
  productId = ok(await guest.get<Product>(`/store/v1/products/${made.slug}`), 200).id
})
afterAll(() => shop.close())

const change = async (key: string, setting: object) =>
  ok(await admin.patch<FeatureFlag>(`${FLAGS}/${key}`, setting), 200)
const recommended = async () => {
  const path = `/store/v1/products/${productId}/recommendations`
  return ok(await guest.get<Page<Recommendation>>(path), 200).items.length
}

describe('staff who switch a feature', () => {
  afterEach(async () => {
    for (const key of ['recommendations', 'guest_checkout', 'self_service_returns'])
      await change(key, { isOn: true, rollout: 100 })
  })

  it('off and on again see shoppers without it and with it, within five seconds', async () => {
    await expect.poll(recommended, { timeout: 10_000 }).toBeGreaterThan(0)
    await change('recommendations', { isOn: false, note: 'looking into something' })
    await expect.poll(recommended, WITHIN).toBe(0)
    await change('recommendations', { isOn: true })
    await expect.poll(recommended, WITHIN).toBeGreaterThan(0)
  })

  it('can ask guests to sign in before they order; customers go on', async () => {
    const account = { email: 'lou@example.com', password: 'correct horse battery', name: 'Lou' }
    const lou = guest.as(ok(await guest.post<Session>('/store/v1/auth/register', account), 201).accessToken)
    const [cart, own] = [await fillCart(guest, [{ sku }]), await fillCart(lou, [{ sku }])]
    await change('guest_checkout', { isOn: false })
    const unpaid = () => complete(guest, cart.id, { method: 'no_such_way' })
    await expect.poll(async () => (await unpaid()).body.code, WITHIN).toBe('sign_in_required')
    expect((await unpaid()).status).toBe(401)
    ok(await complete(lou, own.id, { token: 'tok_visa' }), 201)
    ok(await lou.post(`/store/v1/carts/${cart.id}/claim`), 200)
    ok(await complete(lou, cart.id, { token: 'tok_visa' }), 201)
  })

  it('can take returns by themselves alone', async () => {
    const lines = [{ lineId: order.lines[0]?.id, quantity: 1, reason: 'too big' }]
    const ask = () => guest.post(`/store/v1/orders/${order.id}/returns?token=${order.token}`, { lines })
    expect((await ask()).body.code).toBe('return_exceeds_shipped')
    await change('self_service_returns', { rollout: 0 })
    await expect.poll(async () => (await ask()).body.code, WITHIN).toBe('returns_by_shop_only')
    expect((await ask()).status).toBe(403)
  })
})

describe('the list of features', () => {
  it('shows how each stands, and who switched it; one nobody declares is not there', async () => {
    const { items } = ok(await admin.get<Page<FeatureFlag>>(FLAGS), 200)
    const flag = items.find(({ key }) => key === 'recommendations')
    expect(flag).toMatchObject({ isOn: true, isOnByDefault: true, note: 'looking into something' })
    const changes = ok(await admin.get<Page<FlagChange>>(`${FLAGS}/recommendations/changes`), 200)
    expect(changes.items.map(({ after }) => after.isOn)).toEqual([true, false])
    expect(changes.items[0]?.by).toMatch(/^staff_/)
    expect((await admin.patch(`${FLAGS}/free_beer`, { isOn: true })).status).toBe(404)
    expect((await guest.get(FLAGS)).status).toBe(401)
  })

  it('is changed only by who saw it as it is', async () => {
    const shown = await admin.get<FeatureFlag>(`${FLAGS}/recommendations`)
    expect(shown.headers.get('etag')).toBe(`"${shown.body.version}"`)
    const headers = { 'if-match': `"${shown.body.version - 1}"`, 'content-type': 'application/json' }
    const stale = await admin.send('PATCH', `${FLAGS}/recommendations`, { body: '{"isOn":false}', headers })
    expect([stale.status, stale.body]).toMatchObject([412, { code: 'version_conflict' }])
  })
})
