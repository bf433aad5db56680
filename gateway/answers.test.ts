import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { refuse, rendered } from '@souk/kit/contract'
import { type Dispatch, Unavailable } from '@souk/kit/service'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestGateway } from './open-test-gateway.ts'
import { DOCS_POLICY, PAGE_POLICY } from './security-headers.ts'

const TRACE = '0af7651916cd43dd8448eb211c80319c'
const BYTES = Buffer.from('{"title":"Tea, مرحبا"}')
const PAGE = '/store/v1/products/tea'

/** By what the product is called: a finished page, one that was waited for, or what can go wrong. */
const services: Dispatch = (contract, { idOrSlug }) => {
  const page = { ok: true, status: 200, rendered: rendered(BYTES, '"tea"') } as const
  if (contract.name !== 'show-product')
    return { ok: true, status: 200, body: { items: [], nextCursor: null } }
  if (idOrSlug === 'tea') return page
  if (idOrSlug === 'slow-tea') return Promise.resolve(page)
  if (idOrSlug === 'away') return Promise.reject(new Unavailable('the catalog is away'))
  if (idOrSlug === 'broken') throw new Error('a bug')
  return { ok: false, refusal: refuse('not_found') }
}

const neighbour = createServer((_request, response) => response.end('a page without a policy'))
let url: string
let close: () => Promise<unknown>

beforeAll(async () => {
  await once(neighbour.listen(0, '127.0.0.1'), 'listening')
  const upstream = `http://127.0.0.1:${(neighbour.address() as AddressInfo).port}`
  const gateway = await openTestGateway(services, {
    isRateLimited: true,
    neighbours: [{ prefix: '/neighbour', upstream }],
    pages: (app) =>
      void app.get('/', (_request, response) =>
        response.header('content-security-policy', PAGE_POLICY).send(''),
      ),
  })
  url = gateway.url
  close = () => gateway.app.close()
})
afterAll(async () => {
  await close()
  neighbour.close()
})

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(url + path, { method, headers: { traceparent: `00-${TRACE}-b7ad6b7169203331-00`, ...headers } })

/** What every answer says beside what it is about. */
const EVERYWHERE = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  traceparent: `00-${TRACE}-b7ad6b7169203331-00`,
  'x-request-id': TRACE,
  'ratelimit-policy': '"default";q=400;w=4',
  ratelimit: expect.stringMatching(/^"default";r=\d+;t=\d+$/),
  date: expect.any(String),
  connection: 'keep-alive',
  'keep-alive': 'timeout=72',
}
const JSON_BODY = { 'content-type': 'application/json; charset=utf-8' }
const NOT_KEPT = { 'cache-control': 'no-store' }
const PROBLEM = {
  'content-type': 'application/problem+json; charset=utf-8',
  'content-length': expect.any(String),
  ...NOT_KEPT,
}
const TAGGED = { etag: '"tea"', 'cache-control': 'no-cache' }
const SIZED = { ...JSON_BODY, 'content-length': String(BYTES.length), ...TAGGED }

describe('an answer carries these headers and no others', () => {
  it.each([
    ['a page from memory', PAGE, 200, SIZED],
    ['a page that was waited for', '/store/v1/products/slow-tea', 200, SIZED],
    ['any other body', '/store/v1/orders/ord_1', 200, { ...JSON_BODY, ...NOT_KEPT, 'content-length': '30' }],
    ['a refusal', '/store/v1/products/coffee', 404, PROBLEM],
    ['a service that is away', '/store/v1/products/away', 503, { ...PROBLEM, 'retry-after': '1' }],
    ['a bug', '/store/v1/products/broken', 500, PROBLEM],
    ['a token that is none', PAGE, 401, PROBLEM, { authorization: 'Bearer x' }],
    ['a path nobody knows', '/store/v1/nothing', 404, PROBLEM],
    ['a path that cannot be read', '/store/v1/products/%zz', 404, PROBLEM],
    ['a path far too long', `/store/v1/products/${'x'.repeat(9_000)}`, 404, PROBLEM],
    ['health', '/livez', 200, { ...JSON_BODY, 'content-length': '15' }],
  ])('%s', async (_name, path, status, own, headers?: Record<string, string>) => {
    const answered = await get(path, headers)
    expect(answered.status).toBe(status)
    expect(Object.fromEntries(answered.headers)).toEqual({ ...EVERYWHERE, ...own })
  })

  it('a page that has not changed', async () => {
    for (const tag of ['"tea"', 'W/"tea"', '"coffee", "tea"', '*']) {
      const answered = await get(PAGE, { 'if-none-match': tag })
      expect(answered.status).toBe(304)
      expect(Object.fromEntries(answered.headers)).toEqual({ ...EVERYWHERE, ...TAGGED })
    }
    expect((await get(PAGE, { 'if-none-match': '"coffee"' })).status).toBe(200)
  })

  it('a page of which only the head is asked for', async () => {
    const answered = await get(PAGE, {}, 'HEAD')
    expect(Object.fromEntries(answered.headers)).toEqual({
      ...EVERYWHERE,
      ...SIZED,
      connection: 'close',
      'keep-alive': undefined,
    })
    expect(await answered.text()).toBe('')
  })

  it('a method the path does not take', async () => {
    const answered = await get(PAGE, {}, 'DELETE')
    expect(answered.status).toBe(405)
    expect(Object.fromEntries(answered.headers)).toEqual({ ...EVERYWHERE, ...PROBLEM, allow: 'GET' })
  })
})

describe('a page', () => {
  it('is sent as it is, again and again', async () => {
    for (let turn = 0; turn < 3; turn++)
      expect(Buffer.from(await (await get(PAGE)).arrayBuffer())).toEqual(BYTES)
  })

  it('gets a trace of its own where none was sent, each another', async () => {
    const answers = [await fetch(url + PAGE), await fetch(url + PAGE)]
    const ids = answers.map(({ headers }) => headers.get('x-request-id') ?? '')
    for (const [at, id] of ids.entries()) {
      expect(id).toMatch(/^[0-9a-f]{32}$/)
      expect(answers[at]?.headers.get('traceparent')).toMatch(new RegExp(`^00-${id}-[0-9a-f]{16}-00$`))
    }
    expect(ids[0]).not.toBe(ids[1])
  })

  it('is counted by route and status, as everything is', async () => {
    await get(PAGE)
    const metrics = await (await get('/metrics')).text()
    const counted =
      /http_server_request_duration_seconds_count\{method="GET",route="\/store\/v1\/products\/\{idOrSlug\}",status="(\d+)"\} [1-9]/g
    expect([...metrics.matchAll(counted)].map(([, status]) => status)).toEqual(
      expect.arrayContaining(['200', '304', '404', '503']),
    )
  })
})

describe('a policy', () => {
  it.each([
    ['of a page of ours', '/', PAGE_POLICY],
    ['of the API reference', '/docs/', DOCS_POLICY],
    ['of a neighbour, who has none', '/neighbour/', null],
  ])('%s is its own', async (_name, path, policy) => {
    const { status, headers } = await get(path)
    expect(status).toBe(200)
    expect(headers.get('content-security-policy')).toBe(policy)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('one address that asks too much', () => {
  it('is told so, with when to come back', async () => {
    let answered = await get(PAGE)
    while (answered.status === 200) answered = await get(PAGE)
    expect(answered.status).toBe(429)
    expect(Object.fromEntries(answered.headers)).toEqual({
      ...EVERYWHERE,
      ...PROBLEM,
      ratelimit: '"default";r=0;t=4',
      'retry-after': '1',
    })
  })
})
