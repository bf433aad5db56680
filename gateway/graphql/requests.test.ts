import { refuse, rendered } from '@souk/kit/contract'
import { Unavailable } from '@souk/kit/service'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { askedGateway } from './fixtures/asked-gateway.ts'
import { sha256 } from './persisted.ts'

const LISTED = '{ categories { slug } }'
const CATEGORIES = { items: [{ id: 'cat_1', slug: 'tea', name: 'Tea', children: [] }], nextCursor: null }

const services: Parameters<typeof askedGateway>[0] = ({ name }, { idOrSlug }) => {
  if (name === 'list-categories')
    return { ok: true, status: 200, rendered: rendered(Buffer.from(JSON.stringify(CATEGORIES)), '"1"') }
  if (name === 'list-signing-keys') return { ok: true, status: 200, body: { keys: [] } }
  if (idOrSlug === 'away') return Promise.reject(new Unavailable('the catalog is away'))
  if (idOrSlug === 'broken') throw new Error('a bug with a secret in it')
  if (idOrSlug === 'odd') return { ok: false, refusal: refuse('invalid_request', { detail: 'It is odd.' }) }
  return { ok: false, refusal: refuse('not_found') }
}

let gateway: Awaited<ReturnType<typeof askedGateway>>
let production: typeof gateway
beforeAll(async () => {
  gateway = await askedGateway(services)
  const documents = new Map([[sha256(LISTED), LISTED]])
  production = await askedGateway(services, {
    graphql: { isExplorable: false, documents, areOthersRefused: true },
  })
})
afterAll(async () => {
  await gateway.close()
  await production.close()
})
afterEach(() => void gateway.calls.splice(0))

const CREATE = 'mutation { cartCreate { cart { id } } }'
const codeOf = ({ body }: Awaited<ReturnType<typeof gateway.post>>) => body.errors?.[0]?.extensions.code

describe('a request', () => {
  it('reads by GET and by POST, and by one of many operations', async () => {
    const data = { categories: [{ slug: 'tea' }] }
    expect((await gateway.get({ query: LISTED })).body).toEqual({ data })
    expect((await gateway.post({ query: LISTED })).body).toEqual({ data })
    const query = 'query A { categories { slug } } query B { me { id } }'
    expect((await gateway.post({ query, operationName: 'A' })).body).toEqual({ data })
    expect(codeOf(await gateway.post({ query }))).toBe('graphql_operation_unknown')
    expect((await gateway.post({ query: LISTED })).response.headers.get('cache-control')).toBe('no-store')
  })

  it('changes nothing by GET, nor from a form or a page of another origin', async () => {
    const byGet = await gateway.get({ query: CREATE })
    expect([byGet.status, codeOf(byGet)]).toEqual([405, 'method_not_allowed'])
    const body = JSON.stringify({ query: CREATE })
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const sent = await gateway.send('/graphql', { method: 'POST', headers: { 'content-type': type }, body })
      expect([type, sent.status]).toEqual([type, 415])
    }
    expect(gateway.calls).toEqual([])
  })

  it.each([
    ['no query', {}, 'graphql_request_malformed'],
    ['a query that is a number', { query: 1 }, 'graphql_request_malformed'],
    ['variables that are a list', { query: LISTED, variables: [] }, 'graphql_request_malformed'],
    ['what cannot be read', { query: '{ categories {' }, 'graphql_invalid'],
    ['a field nobody knows', { query: '{ secrets }' }, 'graphql_invalid'],
    [
      'a field that objects of JavaScript have',
      { query: '{ constructor toString(first: 1) }' },
      'graphql_invalid',
    ],
    [
      'a variable of the wrong type',
      { query: 'query ($f: Int) { products(first: $f) { nodes { id } } }', variables: { f: 'x' } },
      'graphql_invalid',
    ],
    ['a hash nobody knows', { documentId: 'a'.repeat(64) }, 'PERSISTED_QUERY_NOT_FOUND'],
  ])('with %s is refused by its code', async (_what, body, code) => {
    const answered = await gateway.post(body)
    expect(answered.status).toBeGreaterThanOrEqual(400)
    expect(answered.status).toBeLessThan(500)
    expect(codeOf(answered)).toBe(code)
    expect(gateway.calls).toEqual([])
  })

  it('with a token that is none is not answered as a guest’s', async () => {
    const answered = await gateway.post({ query: LISTED }, { authorization: 'Bearer none' })
    expect([answered.status, codeOf(answered)]).toEqual([401, 'unauthenticated'])
  })

  it('counts each field at the top against the rate', async () => {
    const limited = await askedGateway(services, { isRateLimited: true })
    const query = `{ ${Array.from({ length: 20 }, (_, at) => `a${at}: product(slug: "tea") { id }`).join(' ')} }`
    const statuses: number[] = []
    for (let turn = 0; turn < 21; turn++) statuses.push((await limited.post({ query })).status)
    expect(statuses).toEqual([...Array<number>(20).fill(200), 429])
    await limited.close()
  })
})

describe('changes', () => {
  it('of many at once count each against the rate', async () => {
    const limited = await askedGateway(() => ({ ok: true, status: 200, body: {} }), { isRateLimited: true })
    const lines = Array.from({ length: 20 }, (_, at) => `"line_${at}"`).join(', ')
    const one = (at: number) =>
      `a${at}: cartLinesRemove(cartId: "cart_1", lineIds: [${lines}]) { userErrors { code } }`
    const query = `mutation { ${Array.from({ length: 20 }, (_, at) => one(at)).join(' ')} }`
    expect((await limited.post({ query })).status).toBe(200)
    expect(limited.calls).toHaveLength(400)
    expect((await limited.post({ query: LISTED })).status).toBe(429)
    await limited.close()
  })

  const THREE =
    'mutation { a: cartCreate { userErrors { code } } b: cartCreate { userErrors { code } } c: cartCreate { userErrors { code } } }'

  it('of one request are made one after the other, run once or compiled', async () => {
    let [open, most] = [0, 0]
    const slow = await askedGateway(async () => {
      most = Math.max(most, ++open)
      await new Promise(setImmediate)
      open--
      return { ok: false, refusal: refuse('invalid_request') }
    })
    for (let turn = 0; turn < 4; turn++) expect((await slow.post({ query: THREE })).status).toBe(200)
    expect([most, slow.calls.length]).toEqual([1, 12])
    await slow.close()
  })

  it('have the request’s key, each its own where there are several, or the one they name', async () => {
    const key = { 'idempotency-key': 'k-1' }
    await gateway.post({ query: CREATE }, key)
    await gateway.post({ query: THREE }, key)
    await gateway.post({ query: 'mutation { cartCreate(idempotencyKey: "mine") { cart { id } } }' }, key)
    await gateway.post({ query: LISTED }, key)
    const keys = gateway.calls.map(({ context }) => context.idempotencyKey)
    expect(keys).toEqual(['k-1', 'k-1.a', 'k-1.b', 'k-1.c', 'mine', undefined])
  })

  it('are traced although what comes by POST and reads is not', async () => {
    await gateway.post({ query: LISTED })
    await gateway.post({ query: CREATE })
    expect(gateway.calls.map(({ context }) => context.trace.sampled)).toEqual([false, true])
  })

  it('that could not be made for no reason of the asker’s are errors, all other refusals are told as such', async () => {
    const full = await askedGateway((_contract, { currency }) => ({
      ok: false,
      refusal: refuse(String(currency)),
    }))
    const ask = (code: string) =>
      full.post({ query: `mutation { cartCreate(currency: "${code}") { userErrors { code } } }` })
    expect((await ask('cart_full')).body).toEqual({
      data: { cartCreate: { userErrors: [{ code: 'cart_full' }] } },
    })
    expect((await ask('unavailable')).body).toMatchObject({
      data: { cartCreate: null },
      errors: [{ extensions: { code: 'unavailable', status: 503 } }],
    })
    await full.close()
  })
})

describe('what cannot be answered', () => {
  it.each([
    ['nothing where there is nothing', 'tea', null],
    [
      'by the code and status of the problem that REST answers',
      'odd',
      { code: 'invalid_request', status: 422 },
    ],
    ['as a fault of ours', 'away', { code: 'unavailable', status: 503 }],
    ['without a word of what broke', 'broken', { code: 'internal_error', status: 500 }],
  ])('is told %s', async (_what, slug, extensions) => {
    for (let turn = 0; turn < 4; turn++) {
      const { status, body, response } = await gateway.post({ query: `{ product(slug: "${slug}") { id } }` })
      expect([status, body.data]).toEqual([200, { product: null }])
      if (extensions) {
        const traceId = response.headers.get('x-request-id')
        expect(body.errors).toMatchObject([{ path: ['product'], extensions: { ...extensions, traceId } }])
      } else expect(body.errors).toBeUndefined()
      expect(JSON.stringify(body)).not.toContain('secret')
    }
  })
})

describe('in production', () => {
  it('only documents of the list are answered, by hash or by text', async () => {
    const data = { categories: [{ slug: 'tea' }] }
    const documentId = sha256(LISTED)
    expect((await production.post({ documentId })).body).toEqual({ data })
    expect((await production.get({ documentId: `sha256:${documentId}` })).body).toEqual({ data })
    expect((await production.post({ query: LISTED })).body).toEqual({ data })
    const asApollo = { extensions: { persistedQuery: { version: 1, sha256Hash: documentId } } }
    expect((await production.post(asApollo)).body).toEqual({ data })
    const other = await production.post({ query: '{ categories { id } }' })
    expect([other.status, codeOf(other)]).toEqual([403, 'graphql_document_not_listed'])
  })

  it('the schema is told neither when asked nor by mistake', async () => {
    const closed = await askedGateway(services, { graphql: { isExplorable: false } })
    for (const query of [
      '{ __schema { types { name } } }',
      '{ __type(name: "Cart") { name } }',
      '{ categorie { slug } }',
    ]) {
      const answered = await closed.post({ query })
      expect([answered.status, codeOf(answered)]).toEqual([400, 'graphql_invalid'])
      expect(JSON.stringify(answered.body)).not.toContain('categories')
    }
    await closed.close()
  })
})
