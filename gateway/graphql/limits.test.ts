import { getIntrospectionQuery } from 'graphql'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { askedGateway } from './fixtures/asked-gateway.ts'

let gateway: Awaited<ReturnType<typeof askedGateway>>
beforeAll(async () => {
  gateway = await askedGateway(() => ({ ok: true, status: 200, body: { items: [], nextCursor: null } }))
})
afterAll(() => gateway.close())
afterEach(() => void gateway.calls.splice(0))

const times = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join(' ')
const nested = (levels: number): string => (levels === 0 ? 'id' : `children { ${nested(levels - 1)} }`)
const PRODUCT = 'product(slug: "tea") { id }'
const login = (at: number) =>
  `l${at}: customerLogin(email: "a@b.co", password: "guess ${at}") { accessToken }`

const SCHEMA_LISTS = '__schema { types { fields { type { fields { name } } } } }'

/** Each fragment spreads the next one twice: 2¹⁶ fields, from a short text. */
const doubling = `{ categories { ...f0 } } ${times(16, (at) => `fragment f${at} on Category { ...f${at + 1} ...f${at + 1} }`)} fragment f16 on Category { id }`

describe('a hostile document is refused by its limit before anything is asked of a service', () => {
  it.each([
    ['nested too deep', 'depth', `{ categories { ${nested(15)} } }`, 17],
    [
      'a page of pages',
      'cost',
      '{ products(first: 10000) { nodes { variants { price { amount } } } } }',
      210_011,
    ],
    ['a thousand aliases', 'tokens', `{ ${times(1_000, (at) => `a${at}:me{id}`)} }`, undefined],
    ['a thousand fields', 'fields', `{ categories { ${times(1_000, () => 'id')} } }`, 1_001],
    ['a hundred aliases', 'aliases', `{ ${times(100, (at) => `a${at}: ${PRODUCT}`)} }`, 100],
    ['many fields at the top', 'roots', `{ ${times(25, () => PRODUCT)} }`, 25],
    ['passwords guessed at', 'credentials', `mutation { ${times(5, login)} }`, 5],
    [
      'directives without end',
      'directives',
      `{ categories { id ${times(200, () => '@include(if: true)')} } }`,
      200,
    ],
    [
      'a fragment in itself',
      'depth',
      '{ categories { ...f } } fragment f on Category { children { ...f } }',
      'endless',
    ],
    ['fragments that double', 'fields', doubling, 65_537],
    [
      'a fragment nobody uses',
      'fields',
      `{ categories { id } } fragment f on Category { ${times(900, () => 'id')} }`,
      902,
    ],
    ['the schema many times', 'introspected', `{ ${times(20, (at) => `a${at}: ${SCHEMA_LISTS}`)} }`, 60],
    [
      'a list of the schema in each of a list',
      'introspected',
      `{ __schema { types { fields { type { ${times(25, (at) => `a${at}: fields { name }`)} } } } } }`,
      27,
    ],
    ['a long text', 'size', `{ categories { id } } #${'x'.repeat(30_000)}`, 30_023],
  ])('%s: %s', async (_what, limit, query, counted) => {
    const { status, body } = await gateway.post({ query })
    expect(status).toBe(400)
    expect(body.errors).toHaveLength(1)
    const [error] = body.errors ?? []
    expect(error?.extensions).toMatchObject({ code: `graphql_${limit}_exceeded`, limit, status: 400 })
    expect(error?.extensions.most).toBeGreaterThan(0)
    expect([error?.extensions.counted, typeof error?.extensions.traceId]).toEqual([counted, 'string'])
    expect(gateway.calls).toEqual([])
  })

  it.each([
    ['values', `{ product(slug: ${'['.repeat(1_990)}`],
    ['fragments', `{ ${'... { '.repeat(990)}`],
    ['closed fragments', `{ ${'... { '.repeat(490)} categories { id } ${'}'.repeat(491)}`],
  ])('%s in one another, as deep as words allow', async (_what, query) => {
    const { status, body } = await gateway.post({ query })
    expect(status).toBeLessThan(500)
    expect(body.errors?.map(({ extensions }) => extensions.status) ?? []).not.toContain(500)
  })

  it('a list of operations', async () => {
    const { status, body } = await gateway.post(
      Array.from({ length: 50 }, () => ({ query: `{ ${PRODUCT} }` })),
    )
    expect([status, body.errors?.[0]?.extensions]).toMatchObject([
      400,
      { limit: 'batch', most: 1, counted: 50 },
    ])
    expect(gateway.calls).toEqual([])
  })

  it.each([
    ['a list of things that are wrong', Array.from({ length: 200_000 }, () => 1), 200_001],
    [
      'things nobody asked for',
      Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [at, 1])),
      50_001,
    ],
    ['lists in lists', JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)), 100_000],
  ])('variables of a megabyte: %s', async (_what, lines, counted) => {
    const query =
      'mutation ($lines: [CartLinesAddInput!]!) { cartLinesAdd(cartId: "cart_1", lines: $lines) { cart { id } } }'
    const { status, body } = await gateway.post({ query, variables: { lines } })
    expect([status, body.errors]).toMatchObject([
      400,
      [{ extensions: { code: 'graphql_values_exceeded', counted } }],
    ])
    expect(gateway.calls).toEqual([])
  })

  it('many wrong values are told by ten of them, run once or compiled', async () => {
    const query =
      'mutation ($ids: [ID!]!) { cartLinesRemove(cartId: "cart_1", lineIds: $ids) { userErrors { code } } }'
    const ask = (ids: unknown[]) => gateway.post({ query, variables: { ids } })
    const wrong = Array.from({ length: 9_000 }, () => ({}))
    expect((await ask(wrong)).body.errors).toHaveLength(10)
    for (let turn = 0; turn < 3; turn++) await ask(['line_1'])
    expect((await ask(wrong)).body.errors).toHaveLength(10)
  })

  it('a page whose size is a variable, also when the document is known', async () => {
    const query =
      'query ($first: Int) { products(first: $first) { nodes { variants { price { amount } } } } }'
    const ask = (first: number) => gateway.post({ query, variables: { first } })
    expect((await ask(2)).status).toBe(200)
    expect((await ask(10_000)).body.errors?.[0]?.extensions).toMatchObject({
      limit: 'cost',
      counted: 210_011,
    })
    expect(gateway.calls).toHaveLength(1)
  })

  it.each([
    ['fragments that double', doubling],
    ['the same list again and again', `{ ${times(160, () => 'categories { id slug }')} }`],
    ['the same field as often as fields may be', `{ categories { ${times(490, () => 'id')} } }`],
  ])('%s costs at most 50 milliseconds of the processor, the first time it is seen', async (_what, query) => {
    const costs: number[] = []
    for (let turn = 0; turn < 7; turn++) {
      const begun = process.cpuUsage()
      await gateway.post({ query: `${query} # ${turn}` })
      const { user, system } = process.cpuUsage(begun)
      costs.push((user + system) / 1_000)
    }
    // What else the process does falls on some turns and not on all.
    expect(Math.min(...costs)).toBeLessThan(50)
  })
})

describe('what a storefront asks', () => {
  it('is far within the limits: a page of twenty products with variants and prices', async () => {
    const query = `{ products(first: 100) { edges { cursor node { id title images { url alt } priceRange { min { amount } }
      variants { sku price { amount currency } compareAtPrice { amount } availability } } } pageInfo { hasNextPage endCursor } } }`
    expect((await gateway.post({ query })).body.errors).toBeUndefined()
  })

  it('may be the whole schema, as tools ask for it', async () => {
    // Compiled from the third time on.
    for (let turn = 0; turn < 4; turn++) {
      const { status, body } = await gateway.post({ query: getIntrospectionQuery() })
      expect([status, body.errors]).toEqual([200, undefined])
    }
  })
})
