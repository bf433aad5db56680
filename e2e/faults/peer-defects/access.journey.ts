// D42 dotnet/eShop#996, D43 Spree CVE-2026-22588: every read and change asks whose it is; to others it is not there.
// D44 nageoffer/congomall#72, D51 dotnet-architecture/eShopOnWeb#702: who asks comes from the token and what it costs from
//     the catalog; a body that names either is refused.
// D45 Vendure CVE-2026-40887: input is validated when it comes, and reaches SQL as a parameter.
// D46 Vendure GHSA-6f65-4fv2-wwch, D49 Saleor CVE-2026-39851: known and unknown addresses cost and are told the same.
// D47 Vendure PR 4718, D53 Cezerin2#2699: there is no password and no secret one could know beforehand.
// D50 Saleor CVE-2026-22849: rich text is cleaned when it is stored.
// D52 open-mercato 2026-04: a call without a rule of access does not compile, and staff's are closed to everybody else.
import { createHmac } from 'node:crypto'
import type { Product, StaffProduct } from '@souk/contracts/catalog'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from '../../answers.ts'
import type { Client } from '../../client.ts'
import { openTestShop, type Shop } from '../../shop.ts'
import { BERLIN, buy, complete, fillCart, ok, sell } from '../../shopping.ts'
import { newCustomer } from './shoppers.ts'

let shop: Shop
let admin: Client
let guest: Client
let bob: Client & { email: string }
let sku: string

beforeAll(async () => {
  shop = await openTestShop()
  admin = await shop.admin()
  guest = shop.guest()
  bob = await newCustomer(guest)
  sku = (await sell(admin)).sku
})
afterAll(() => shop.close())

const NAUGHTY = ["' or 1=1 --", "'; drop table product; --", '%27)) union select null--', '\u0000', '{{7*7}}']
const login = (email: string, password: string) => guest.post('/store/v1/auth/login', { email, password })

it('D42 anybody reads, cancels and ships others’ orders', async () => {
  const order = await buy(guest, [{ sku }])
  for (const stranger of [bob, guest]) {
    expect((await stranger.get(`/store/v1/orders/${order.id}`)).status).toBe(404)
    expect((await stranger.post(`/store/v1/orders/${order.id}/cancel`)).status).toBe(404)
    expect((await stranger.post(`/store/v1/orders/${order.id}/cancel?token=${'0'.repeat(43)}`)).status).toBe(
      404,
    )
  }
  const lines = [{ lineId: order.lines[0]?.id, quantity: 1 }]
  const packed = await bob.post(`/admin/v1/orders/${order.id}/fulfilments`, { lines, carrier: 'dhl' })
  expect(packed.status).toBe(403)
  expect((await guest.post(`/admin/v1/orders/${order.id}/cancel`)).status).toBe(401)
})

it('D43 addresses of others, guests among them, are shown by their id', async () => {
  const ada = await newCustomer(guest)
  const { id } = ok(await ada.post<{ id: string }>('/store/v1/me/addresses', BERLIN), 201)
  expect((await bob.get(`/store/v1/me/addresses/${id}`)).status).toBe(404)
  expect((await bob.patch(`/store/v1/me/addresses/${id}`, { city: 'Rome' })).status).toBe(404)
  const guests = await buy(guest, [{ sku }])
  expect((await bob.get(`/store/v1/orders/${guests.id}`)).status).toBe(404)
  const mine = ok(await bob.get<Page<unknown>>('/store/v1/me/orders'), 200)
  expect(mine.items).toEqual([])
})

it('D44 who somebody is, is taken from what they send', async () => {
  const cart = await fillCart(bob, [{ sku }])
  const path = `/store/v1/carts/${cart.id}/complete`
  const body = { paymentMethodId: 'sandbox_card', paymentToken: 'tok_visa' }
  for (const claim of [{ customerId: 'cus_other' }, { userId: 1 }, { actor: 'admin' }])
    expect((await bob.post(path, { ...body, ...claim })).status).toBe(422)
  const person = { email: `d44-${process.pid}@example.com`, password: 'correct horse battery', name: 'Eve' }
  expect((await guest.post('/store/v1/auth/register', { ...person, scopes: ['admin'] })).status).toBe(422)
})

it('D45 a value of the query becomes a part of the statement', async () => {
  const all = ok(await guest.get<Page<Product>>('/store/v1/products'), 200).items.length
  for (const value of NAUGHTY.map(encodeURIComponent)) {
    for (const name of ['category', 'sort', 'cursor', 'limit', 'currency', 'languageCode'])
      expect((await guest.get(`/store/v1/products?${name}=${value}`)).status).toBeLessThan(500)
    expect((await guest.get(`/store/v1/products/${value}`)).status).toBeLessThan(500)
    for (const name of ['email', 'status', 'number', 'cursor'])
      expect((await admin.get(`/admin/v1/orders?${name}=${value}`)).status).toBeLessThan(500)
  }
  const { id } = await fillCart(guest, [{ sku }])
  for (const name of NAUGHTY) {
    const patched = await guest.patch(`/store/v1/carts/${id}`, { shippingAddress: { ...BERLIN, name } })
    expect([name, patched.status]).toEqual([name, name === '\u0000' ? 422 : 200])
  }
  expect(ok(await guest.get<Page<Product>>('/store/v1/products'), 200).items).toHaveLength(all)
})

it('D46 an unknown address is told by how fast it is refused', async () => {
  const took = async (email: string) => {
    const begun = performance.now()
    expect((await login(email, 'wrong horse battery')).status).toBe(401)
    return performance.now() - begun
  }
  const [known, unknown]: number[][] = [[], []]
  for (let turn = 0; turn < 7; turn++) {
    known?.push(await took(bob.email))
    unknown?.push(await took(`nobody-${turn}@example.com`))
  }
  const fastest = (times: number[] = []) => Math.min(...times)
  expect(fastest(unknown)).toBeGreaterThan(fastest(known) * 0.5)
})

it('D47 the first user has a password everybody knows', async () => {
  const guesses = ['admin', 'password', 'superadmin', 'souk', 'changeme', '12345678']
  for (const email of ['admin@example.com', 'superadmin@example.com'])
    for (const password of guesses)
      expect((await guest.post('/admin/v1/auth/login', { email, password })).status).not.toBe(200)
})

it('D49 an answer tells whether an address is known', async () => {
  const said = async (path: string, body: object) => {
    const { status, body: told } = await guest.post<object>(path, body)
    return { status, told: typeof told === 'string' ? told : { ...told, traceId: '' } }
  }
  const reset = '/store/v1/auth/request-password-reset'
  expect(await said(reset, { email: bob.email })).toEqual(await said(reset, { email: 'nobody@example.com' }))
  const wrong = { password: 'wrong horse battery' }
  expect(await said('/store/v1/auth/login', { ...wrong, email: bob.email })).toEqual(
    await said('/store/v1/auth/login', { ...wrong, email: 'nobody@example.com' }),
  )
})

it('D50 a script in a description runs at the reader’s', async () => {
  const slug = `d50-${process.pid}`
  const description =
    '<p onclick="x()">Fine</p><script>x()</script><img src=x onerror=x()><a href="javascript:x()">a</a>'
  const made = ok(
    await admin.post<StaffProduct>('/admin/v1/products', { title: 'Mug', slug, description }),
    201,
  )
  ok(
    await admin.post(`/admin/v1/products/${made.id}/variants`, {
      sku: slug,
      title: 'Mug',
      prices: [{ amount: 100, currency: 'EUR' }],
    }),
    201,
  )
  ok(await admin.post(`/admin/v1/products/${made.id}/publish`), 200)
  const { description: shown } = ok(await guest.get<Product>(`/store/v1/products/${slug}`), 200)
  expect(shown).toContain('Fine')
  expect(shown).not.toMatch(/script|onclick|onerror/i)
})

it('D51 the client says what one costs, or takes less than none', async () => {
  const cart = await fillCart(guest, [{ sku }])
  const path = `/store/v1/carts/${cart.id}/lines`
  for (const unitPrice of [1, { amount: 1, currency: 'EUR' }])
    expect((await guest.post(path, { sku, quantity: 1, unitPrice })).status).toBe(422)
  expect((await guest.post(path, { sku, quantity: -1 })).status).toBe(422)
  expect((await guest.patch(`${path}/${cart.lines[0]?.id}`, { quantity: -3 })).status).toBe(422)
  expect(ok(await complete(guest, cart.id, { token: 'tok_visa' }), 201).order.totals).toEqual(cart.totals)
})

it('D52 a route nobody made a rule for is open to all', async () => {
  const { paths } = ok(
    await guest.get<{ paths: Record<string, Record<string, unknown>> }>('/openapi.json'),
    200,
  )
  const routes = Object.entries(paths).flatMap(([path, verbs]) =>
    Object.keys(verbs).map((verb) => [verb.toUpperCase(), path] as const),
  )
  const closed = routes.filter(([, path]) => path.startsWith('/admin/') && !path.includes('/auth/'))
  expect(closed.length).toBeGreaterThan(30)
  for (const [verb, path] of closed) {
    const to = path.replaceAll(/\{[^}]+\}/g, 'x')
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'd52' }
    const sent = verb === 'GET' || verb === 'DELETE' ? {} : { body: '{}', headers }
    expect([path, (await guest.send(verb, to, sent)).status]).toEqual([path, 401])
    expect([path, (await bob.send(verb, to, sent)).status]).toEqual([path, 403])
  }
})

it('D53 tokens are signed with a secret everybody knows', async () => {
  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = encoded({ sub: 'cus_1', kind: 'customer', scopes: ['admin'], exp: Date.now() })
  const keys = ok(await guest.get<{ keys: object[] }>('/.well-known/jwks.json'), 200).keys
  const secrets = ['', '-', 'secret', 'souk', JSON.stringify(keys[0])]
  const forged = secrets.map((secret) => {
    const signed = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${claims}`
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
  })
  for (const token of [...forged, `${encoded({ alg: 'none' })}.${claims}.`]) {
    expect((await guest.as(token).get('/store/v1/me')).status).toBe(401)
    expect((await guest.as(token).get('/admin/v1/orders')).status).toBe(401)
  }
})
