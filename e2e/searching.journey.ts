import type { Product, StaffProduct } from '@souk/contracts/catalog'
import type { IndexRebuild } from '@souk/contracts/search'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from './answers.ts'
import type { Client } from './client.ts'
import { openTestShop, type Shop } from './shop.ts'
import { ok } from './shopping.ts'

interface Results extends Page<Product> {
  total: number
  facets: { name: string; values: { value: string; count: number }[] }[]
  corrected?: string
}

/** A change is found by then, whatever it went through. */
const FOUND_WITHIN_MS = 5_000

let shop: Shop
let admin: Client
let guest: Client
let shoe: StaffProduct

beforeAll(async () => {
  shop = await openTestShop()
  admin = await shop.admin()
  guest = shop.guest()
  const category = ok(await admin.post<{ id: string }>('/admin/v1/categories', { name: 'Trainers' }), 201)
  const variants = (colour: string, amount: number) => [
    {
      sku: `TRAINER-${colour}`,
      options: { Colour: colour },
      prices: [{ amount, currency: 'EUR' }],
      quantity: 20,
    },
  ]
  const given = { categoryIds: [category.id], status: 'published' }
  const trainer = (title: string, colour: string, amount: number) =>
    admin.post<StaffProduct>('/admin/v1/products', { ...given, title, variants: variants(colour, amount) })
  shoe = ok(await trainer('Marathon trainers', 'Crimson', 8_900), 201)
  ok(await trainer('Forest trainers', 'Moss', 7_900), 201)
})
afterAll(() => shop.close())

const search = (query: string) => guest.get<Results>(`/store/v1/search?${query}`)
const found = async (query: string) => ok(await search(query), 200)
const titles = async (query: string) => (await found(query)).items.map(({ title }) => title)
const soon = { timeout: FOUND_WITHIN_MS, interval: 50 }

describe('a shopper', () => {
  it('finds shoes in spite of a typo, narrows them by what there is, and sees the page a list shows', async () => {
    await expect
      .poll(() => titles('q=trianers&sort=title'), soon)
      .toEqual(['Forest trainers', 'Marathon trainers'])
    const { facets, corrected } = await found('q=trianers')
    expect(corrected).toBe('trainers')
    expect(facets.find(({ name }) => name === 'Colour')?.values).toEqual([
      { value: 'Crimson', count: 1 },
      { value: 'Moss', count: 1 },
    ])
    const [item] = (await found('q=trianers&attr.Colour=Crimson&category=trainers&inStock=true')).items
    const { breadcrumbs, ...page } = ok(await guest.get<Product>(`/store/v1/products/${shoe.slug}`), 200)
    expect(item).toEqual(page)
    expect(breadcrumbs?.map(({ slug }) => slug)).toEqual(['trainers'])
    expect(await titles('q=trainers&attr.Colour=Crimson&attr.Colour=Moss&sort=price')).toHaveLength(2)
  })

  it('is shown a new price in time', async () => {
    const variant = `/admin/v1/products/${shoe.id}/variants/${shoe.variants[0]?.id}`
    ok(await admin.patch(variant, { prices: [{ amount: 4_450, currency: 'EUR' }] }), 200)
    await expect.poll(() => titles('q=trainers&maxPrice=5000'), soon).toEqual(['Marathon trainers'])
    expect((await found('q=marathon')).items[0]?.priceRange?.min).toEqual({ amount: 4_450, currency: 'EUR' })
  })

  it('is told what others of these words lead to', async () => {
    const { items } = ok(
      await guest.get<Page<{ text: string; kind: string }>>('/store/v1/search/suggestions?q=trai'),
      200,
    )
    expect(items.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'category Trainers',
      'product Forest trainers',
      'product Marathon trainers',
    ])
  })
})

describe('a hostile search', () => {
  it.each([
    `'; drop table entry; --`,
    `' OR 1=1`,
    'a & | ! ( ) <-> :* \\',
    '"unclosed',
    '🦄👩‍👩‍👧',
    '%',
    '%00%',
    'trainers\\u0000',
    '../../etc/passwd',
    '<script>alert(1)</script>',
    '{"$ne":null}',
  ])('for %j is answered', async (q) => {
    const { total } = await found(`q=${encodeURIComponent(q)}`)
    expect(total).toBeGreaterThanOrEqual(0)
    ok(await guest.get(`/store/v1/search/suggestions?q=${encodeURIComponent(q)}`), 200)
  })

  it.each([
    ['ten thousand letters', `q=${'a'.repeat(10_000)}`],
    ['NUL', 'q=a%00b'],
    ['two sets of words', 'q=a&q=b'],
    ['a field nobody knows', 'filter=a'],
    ['an order nobody knows', 'sort=random()'],
    ['an attribute without a name', 'attr.=a'],
    ['an attribute with NUL', 'attr.a%00=b'],
    ['too many attributes', Array.from({ length: 21 }, (_, index) => `attr.a${index}=b`).join('&')],
    ['a price that is none', 'minPrice=-1'],
    ['no currency', 'currency=euro'],
    ['a forged cursor', 'cursor=W10'],
  ])('with %s is refused', async (_what, query) => {
    const { status, body } = await search(query)
    expect([status, typeof body.code], JSON.stringify(body)).toEqual([422, 'string'])
  })

  it('by attributes called as what every object has finds nothing', async () => {
    for (const name of ['__proto__', 'constructor', 'toString'])
      expect((await found(`attr.${name}=a`)).total).toBe(0)
  })
})

describe('an operator', () => {
  it('rebuilds the index while it is searched, and follows how far it is', async () => {
    const started = ok(await guest.post<IndexRebuild>('/ops/search/rebuild'), 202)
    expect(started).toMatchObject({ state: 'listing', finishedAt: null })
    const progress = async () => ok(await guest.get<IndexRebuild>('/ops/search/rebuild'), 200)
    await expect
      .poll(async () => {
        expect((await found('q=trainers')).total).toBe(2)
        return (await progress()).state
      }, soon)
      .toBe('finished')
    expect(await progress()).toMatchObject({ generation: started.generation, pending: 0 })
  })
})
