import type { Cart } from '@souk/contracts/carts'
import type { Order } from '@souk/contracts/orders'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from './client.ts'
import { newCustomer } from './faults/peer-defects/shoppers.ts'
import { askGraphql, dataOf } from './graphql.ts'
import { openTestShop, type Shop } from './shop.ts'
import { buy, ok, sell } from './shopping.ts'

let shop: Shop
let guest: Client
let admin: Client
let skus: string[]

beforeAll(async () => {
  shop = await openTestShop()
  guest = shop.guest()
  admin = await shop.admin()
  skus = []
  for (let at = 0; at < 20; at++) skus.push((await sell(admin)).sku)
})
afterAll(() => shop.close())

interface Trace {
  spans: { name: string; service: string }[]
}

/** What the gateway asked of services for one request, from its trace. */
async function callsFor(who: Client, query: string): Promise<string[]> {
  const { headers, body } = await askGraphql(who, query)
  expect(body.errors).toBeUndefined()
  const path = `/ops/traces/${headers.get('x-request-id')}`
  const calls = async () => {
    const { status, body: trace } = await guest.get<Trace>(path)
    const spans = status === 200 ? trace.spans : []
    return spans
      .filter(({ service, name }) => service === 'gateway' && name.startsWith('ask '))
      .map(({ name }) => name.slice(4))
      .sort()
  }
  await expect.poll(calls, { timeout: 5_000 }).not.toEqual([])
  return await calls()
}

describe('what a query asks of services', () => {
  it('is one call for a page of twenty products, with variants, prices and availability', async () => {
    const query = `{ products(first: 20, sort: newest) { edges { cursor node { title categories { name } images { url }
      variants { sku price { amount currency } availability } } } pageInfo { hasNextPage endCursor } } }`
    expect(await callsFor(guest, query)).toEqual(['catalog.list-products'])
  })

  it('is one call for what a search finds, with its facets, and one for what goes with a product', async () => {
    const found = `{ search(first: 20, sort: newest) { total facets { name values { value count } }
      nodes { title variants { sku price { amount } availability } } } }`
    expect(await callsFor(guest, found)).toEqual(['search.search-products'])
    type Listed = { products: { nodes: { id: string }[] } }
    const { products } = await dataOf(askGraphql<Listed>(guest, '{ products(first: 1) { nodes { id } } }'))
    const { id } = products.nodes[0] ?? expect.fail('there are no products')
    const also = `{ productRecommendations(productId: "${id}", first: 20) { title reason { text } variants { sku } } }`
    expect(await callsFor(guest, also)).toEqual(['recommendations.recommend-for-product'])
  })

  it('is one call for all orders of the shop, with lines, payments and what happened', async () => {
    const orders = `{ orders(first: 20) { nodes { number lines { sku title quantity total { amount } }
      payments { status } fulfilments { status } timeline { type } } } }`
    const calls = await callsFor(admin, orders)
    expect(calls.filter((name) => !name.startsWith('accounts.'))).toEqual(['orders.list-orders'])
  })

  it('is nothing that was not asked for: a cart costs more calls only with its ways to deliver and to pay', async () => {
    const { id } = ok(await guest.post<Cart>('/store/v1/carts', { currency: 'EUR' }), 201)
    expect(
      await callsFor(
        guest,
        `{ cart(id: "${id}") { lines { sku availability } totals { total { amount } } } }`,
      ),
    ).toEqual(['carts.show-cart'])
    expect(await callsFor(guest, `{ cart(id: "${id}") { paymentMethods { id } } }`)).toEqual([
      'carts.list-payment-methods',
      'carts.show-cart',
    ])
  })

  it('is one call for all orders of a customer, and the same thing once however often it is named', async () => {
    const ada = await newCustomer(guest)
    for (const sku of skus.slice(0, 3)) await buy(ada, [{ sku }])
    const orders =
      '{ me { name orders(first: 10) { nodes { number lines { sku title } payments { status amount { amount } } } } } }'
    expect(await callsFor(ada, orders)).toEqual(
      expect.arrayContaining(['accounts.show-me', 'orders.list-my-orders']),
    )
    expect((await callsFor(ada, orders)).filter((name) => name.startsWith('orders.'))).toHaveLength(1)
    const twice = '{ a: categories { id } b: categories { name } c: categories { slug } }'
    expect(await callsFor(guest, twice)).toEqual(['catalog.list-categories'])
  })
})

describe('a list', () => {
  it('is shown whole, page by page and behind any of its items, with nothing twice', async () => {
    const page = async (after: string | null, first = 7) => {
      const query =
        'query ($first: Int, $after: String) { products(first: $first, after: $after, sort: title) { edges { cursor node { slug } } pageInfo { hasNextPage endCursor } } }'
      type Data = {
        products: {
          edges: { cursor: string; node: { slug: string } }[]
          pageInfo: { hasNextPage: boolean; endCursor: string }
        }
      }
      return (await dataOf(askGraphql<Data>(guest, query, { variables: { first, after } }))).products
    }
    const seen: string[] = []
    let at = await page(null)
    for (;;) {
      seen.push(...at.edges.map(({ node }) => node.slug))
      if (!at.pageInfo.hasNextPage) break
      at = await page(at.pageInfo.endCursor)
    }
    expect([...new Set(seen)]).toEqual(seen)
    expect(seen).toEqual(expect.arrayContaining(skus.map((sku) => sku.toLowerCase())))
    const [, , third] = (await page(null)).edges
    const behind = await page(String(third?.cursor), 4)
    expect(behind.edges.map(({ node }) => node.slug)).toEqual(seen.slice(3, 7))
  })
})

describe('the timeline of an order', () => {
  const SUBSCRIPTION =
    'subscription ($id: ID!, $token: String) { orderTimeline(id: $id, token: $token) { type at } }'
  const open = (variables: object, headers: Record<string, string> = {}) =>
    fetch(`${shop.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
      body: JSON.stringify({ query: SUBSCRIPTION, variables }),
    })

  it('is told live to who has the order’s token', async () => {
    const order = await buy(guest, [{ sku: String(skus[0]) }])
    const response = await open({ id: order.id, token: order.token })
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
    const reader = (response.body as ReadableStream<Uint8Array>).getReader()
    const decoder = new TextDecoder()
    let told = ''
    const untilTold = async (type: string) => {
      while (!told.includes(`"type":"${type}"`))
        told += decoder.decode((await reader.read()).value ?? expect.fail(`ended before ${type}`))
    }
    await untilTold('confirmed')
    ok(await admin.post<Order>(`/admin/v1/orders/${order.id}/cancel`, { reason: 'changed my mind' }), 200)
    await untilTold('cancelled')
    expect(told).toMatch(/^event: next\ndata: \{"data":\{"orderTimeline":\{"type":"/)
    await reader.cancel()
  })

  it('is told to nobody else, and not on more than five lines to one', async () => {
    const order = await buy(guest, [{ sku: String(skus[1]) }])
    const refused = await open({ id: order.id })
    expect([refused.status, (await refused.json()) as object]).toMatchObject([
      404,
      { errors: [{ extensions: { code: 'not_found' } }] },
    ])
    const streams: Response[] = []
    for (let at = 0; at < 5; at++) streams.push(await open({ id: order.id, token: order.token }))
    expect(streams.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    const sixth = await open({ id: order.id, token: order.token })
    expect([sixth.status, sixth.headers.get('retry-after')]).toEqual([503, '1'])
    for (const { body } of streams) await body?.cancel()
    const after = async () => {
      const one = await open({ id: order.id, token: order.token })
      await one.body?.cancel()
      return one.status
    }
    await expect.poll(after).toBe(200)
    const plain = await askGraphql(guest, SUBSCRIPTION, { variables: { id: order.id, token: order.token } })
    expect(plain.status).toBe(406)
  })
})
