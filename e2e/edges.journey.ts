import type { Cart } from '@souk/contracts/carts'
import type { ServiceState, Trace } from '@souk/contracts/ops'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page, Session } from './answers.ts'
import { type Client, client } from './client.ts'
import { openTestShop, type Shop } from './shop.ts'
import { buy, fillCart, ok, sell } from './shopping.ts'

interface OpenApi {
  openapi: string
  paths: Record<string, Record<string, { responses: Record<string, unknown> }>>
}

let shop: Shop
let admin: Client
let guest: Client

beforeAll(async () => {
  shop = await openTestShop()
  admin = await shop.admin()
  guest = shop.guest()
})
afterAll(() => shop.close())

const customer = async (name: string): Promise<Client> => {
  const email = `${name}-${process.pid}-${performance.now()}@example.com`
  const { accessToken } = ok(
    await guest.post<Session>('/store/v1/auth/register', { email, password: 'correct horse battery', name }),
    201,
  )
  return guest.as(accessToken)
}

describe('bad input', () => {
  const sent = (path: string, body: string) =>
    guest.send('POST', path, { body, headers: { 'content-type': 'application/json' } })

  it.each([
    ['bad JSON', '/store/v1/carts', '{', 400, 'malformed_json'],
    ['an unknown field', '/store/v1/carts', '{"price":1}', 422, 'invalid_request'],
    ['a wrong currency', '/store/v1/carts', '{"currency":"euro"}', 422, 'invalid_request'],
    [
      'a body too large',
      '/store/v1/carts',
      JSON.stringify({ currency: 'x'.repeat(1_100_000) }),
      413,
      'body_too_large',
    ],
    ['an unknown route', '/store/v1/nothing', '{}', 404, 'not_found'],
    ['a wrong method', '/store/v1/categories', '{}', 405, 'method_not_allowed'],
  ])('answers %s with a problem', async (_name, path, body, status, code) => {
    const answered = await sent(path, body)
    expect(answered).toMatchObject({ status, body: { code, status } })
    expect(answered.headers.get('content-type')).toContain('application/problem+json')
    expect(answered.body.traceId).toMatch(/^[0-9a-f]{32}$/)
  })

  it.each([0, -1, 1.5, 1_000, '2', null, [1]])('refuses the quantity %j with its path', async (quantity) => {
    const { sku } = await sell(admin)
    const cart = ok(await guest.post<Cart>('/store/v1/carts', {}), 201)
    const refused = ok(await guest.post(`/store/v1/carts/${cart.id}/lines`, { sku, quantity }), 422)
    expect(JSON.stringify(refused.errors)).toContain('"path":"quantity"')
  })

  it('keeps text as given: emoji, right-to-left, markup', async () => {
    const { sku } = await sell(admin)
    const name = '<b>مرحبا</b> 🫖 O’Brien'
    const cart = await fillCart(guest, [{ sku }])
    const shippingAddress = { ...cart.shippingAddress, name }
    expect(
      ok(await guest.patch<Cart>(`/store/v1/carts/${cart.id}`, { shippingAddress }), 200).shippingAddress
        ?.name,
    ).toBe(name)
  })
})

describe('what is somebody else’s', () => {
  it('is not there: orders, carts, addresses', async () => {
    const [ada, bob] = [await customer('ada'), await customer('bob')]
    const { sku } = await sell(admin)
    const cart = ok(await ada.post<Cart>('/store/v1/carts', {}), 201)
    ok(await ada.post(`/store/v1/carts/${cart.id}/lines`, { sku, quantity: 1 }), 200)
    const mine = ok(await ada.post<Cart>(`/store/v1/carts/${cart.id}/claim`), 200)
    const address = ok(
      await ada.post<{ id: string }>('/store/v1/me/addresses', {
        name: 'Ada',
        line1: 'Weg 1',
        city: 'Ulm',
        postalCode: '1',
        country: 'DE',
      }),
      201,
    )
    const order = await buy(ada, [{ sku }])
    for (const stranger of [bob, guest]) {
      expect((await stranger.get(`/store/v1/orders/${order.id}`)).status).toBe(404)
      expect((await stranger.get(`/store/v1/carts/${mine.id}`)).status).toBe(404)
      expect((await stranger.post(`/store/v1/orders/${order.id}/cancel`)).status).toBe(404)
      expect((await stranger.get(`/store/v1/orders/${order.id}/events`)).status).toBe(404)
    }
    expect((await bob.patch(`/store/v1/me/addresses/${address.id}`, { city: 'Rome' })).status).toBe(404)
    expect((await bob.remove(`/store/v1/me/addresses/${address.id}`)).status).toBe(404)
  })

  it('stays shut for who has no business there', async () => {
    const ada = await customer('eve')
    expect((await guest.get('/admin/v1/orders')).status).toBe(401)
    expect((await ada.get('/admin/v1/orders')).status).toBe(403)
    expect((await guest.as('forged.token.here').get('/store/v1/me')).status).toBe(401)
    expect((await guest.post('/internal/inventory/reservations', {})).status).toBe(404)
    expect(
      (
        await guest.send('POST', '/webhooks/sandbox', {
          body: '{"id":"evt_1"}',
          headers: { 'content-type': 'application/json' },
        })
      ).status,
    ).toBe(400)
  })
})

describe('a trace', () => {
  it('joins calls and events of one checkout, from the browser’s own trace on', async () => {
    const { sku } = await sell(admin)
    const cart = await fillCart(guest, [{ sku }])
    const traceId = '0af7651916cd43dd8448eb211c80319c'
    const answered = await guest.post(
      `/store/v1/carts/${cart.id}/complete`,
      { paymentMethodId: 'sandbox_card', paymentToken: 'tok_visa' },
      { headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` } },
    )
    ok(answered, 201)
    expect(answered.headers.get('traceparent')).toContain(traceId)
    const names = async () => {
      const { spans } = ok(await guest.get<Trace>(`/ops/traces/${traceId}`), 200)
      return spans.map(({ service, name }) => `${service} ${name}`)
    }
    const expected = [
      'gateway POST /store/v1/carts/:id/complete',
      'orders complete-cart',
      'orders checkout: reserve-stock',
      'inventory reserve-stock',
      'payments authorize-payment',
      'inventory on orders.order-confirmed.v1',
      'notifications on orders.order-confirmed.v1',
      'carts on orders.order-confirmed.v1',
    ]
    await expect.poll(names, { timeout: 5_000 }).toEqual(expect.arrayContaining(expected))
  })
})

describe('what operators and tools see', () => {
  it('lists every service as running', async () => {
    const { items } = ok(await guest.get<Page<{ name: string; health: string }>>('/ops/services'), 200)
    const services = [
      'accounts',
      'carts',
      'catalog',
      'flags',
      'inventory',
      'notifications',
      'orders',
      'payments',
    ]
    // A fleet lists its auditor too, which is a process of its own there.
    const names = items.map(({ name }) => name).filter((name) => name !== 'auditor')
    expect(names.sort()).toEqual([...services, 'pricing', 'recommendations', 'search', 'shipping'])
    expect(new Set(items.map(({ health }) => health))).toEqual(new Set(['ok']))
  })

  it('serves the contract of every public route, and pages to try it', async () => {
    const document = ok(await guest.get<OpenApi>('/openapi.json'), 200)
    expect(document.openapi).toBe('3.1.0')
    expect(document.paths['/store/v1/carts/{id}/complete']?.post?.responses['402']).toBeDefined()
    expect(Object.keys(document.paths).filter((path) => path.startsWith('/internal'))).toEqual([])
    expect((await guest.get('/docs/')).status).toBe(200)
    expect((await guest.get('/readyz')).status).toBe(200)
  })

  it('counts requests by route', async () => {
    expect((await guest.get<string>('/metrics')).body).toContain(
      'http_server_request_duration_seconds_count{method="POST",route="/store/v1/carts"',
    )
  })

  it('tells of lag and sagas, in the process of the service they are of', async () => {
    const { items } = (await guest.get<Page<ServiceState>>('/ops/services')).body
    const address = items.find(({ name }) => name === 'orders')?.instances[0]?.address ?? ''
    const metrics = (await client(address === 'in-process' ? shop.url : address).get<string>('/metrics')).body
    expect(metrics).toContain('souk_event_lag_seconds{service="orders",queue="outbox"}')
    expect(metrics).toMatch(/souk_sagas\{service="orders",saga="checkout",state="completed"\} \d+/)
  })
})
