import { catalog } from '@souk/catalog/service'
import { deleteCategory, editCategory, type StaffProduct } from '@souk/contracts/catalog'
import { searchProducts } from '@souk/contracts/search'
import { inventory } from '@souk/inventory/service'
import { guest, staff } from '@souk/kit/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { define, eur, facet, file, finds, got, look, openShop, put, stage, titles } from './test-shop.ts'

openShop([catalog(), inventory])

let shoes: { id: string }
let boots: { id: string }
let sku = 0
const variant = (options: Record<string, string>, amount: number, quantity = 10) => ({
  sku: `N-${++sku}`,
  options,
  prices: [eur(amount)],
  quantity,
})
const made: StaffProduct[] = []

beforeAll(async () => {
  shoes = await file('Shoes')
  boots = await file('Boots', shoes.id)
  const hats = await file('Hats')
  const values = ['Leather', 'Canvas', 'Rubber']
  await define({ key: 'Lining', type: { kind: 'enum_list', values }, isFilterable: true })
  await define({ key: 'Note', type: { kind: 'text' } })
  const given = [
    {
      title: 'Sneaker',
      categoryIds: [shoes.id],
      attributes: { Material: 'Canvas' },
      variants: [variant({ Colour: 'Red' }, 900), variant({ Colour: 'Blue' }, 2_600)],
    },
    {
      title: 'Oxford',
      categoryIds: [shoes.id],
      attributes: { Material: 'Leather' },
      variants: [variant({ Colour: 'Black' }, 9_900, 0)],
    },
    {
      title: 'Chelsea',
      categoryIds: [boots.id],
      attributes: { Material: 'Leather' },
      variants: [variant({ Colour: 'Black' }, 12_000)],
    },
    {
      title: 'Wellington',
      categoryIds: [boots.id],
      attributes: { Material: 'Rubber', Lining: 'Canvas, Rubber', Note: 'of old' },
      variants: [variant({ Colour: 'Red' }, 3_000)],
    },
    {
      title: 'Bowler',
      categoryIds: [hats.id],
      attributes: { material: 'felt', price: 'fair' },
      variants: [variant({ colour: 'black' }, 3_000)],
    },
  ]
  for (const one of given) made.push(await put(one))
  await finds({ sort: 'title' }, ['Bowler', 'Chelsea', 'Oxford', 'Sneaker', 'Wellington'])
})

const found = async (query: Parameters<typeof look>[0]) => await titles({ sort: 'title', ...query })

describe('a search is narrowed', () => {
  it.each([
    [
      'by a category and what is below it',
      { category: 'shoes' },
      ['Chelsea', 'Oxford', 'Sneaker', 'Wellington'],
    ],
    ['by a category of which there is none', { category: 'gloves' }, []],
    ['to one of several values', { attr: { Colour: ['Red', 'Blue'] } }, ['Sneaker', 'Wellington']],
    [
      'to what has all of several attributes',
      { attr: { Colour: ['Black'], Material: ['Leather'] } },
      ['Chelsea', 'Oxford'],
    ],
    ['whatever the case', { attr: { COLOUR: ['BLACK'] } }, ['Bowler', 'Chelsea', 'Oxford']],
    ['by an attribute called as one of ours', { attr: { price: ['fair'] } }, ['Bowler']],
    ['by one value of a list', { attr: { Lining: ['Rubber'] } }, ['Wellington']],
    ['to nothing by what is defined as no filter', { attr: { Note: ['of old'] } }, []],
    ['to nothing by a name nobody has', { attr: { Voltage: ['12'] } }, []],
    [
      'by price: a variant for that is enough',
      { minPrice: 2_500, maxPrice: 3_000 },
      ['Bowler', 'Sneaker', 'Wellington'],
    ],
    ['to what is there', { inStock: true }, ['Bowler', 'Chelsea', 'Sneaker', 'Wellington']],
    ['to what is not', { inStock: false }, ['Oxford']],
    ['by words as well', { q: 'leather', inStock: true }, ['Chelsea']],
  ])('%s', async (_how, query, expected) => {
    expect(await found(query)).toEqual(expected)
    expect((await look(query)).total).toBe(expected.length)
  })

  it('by id of a category', async () => {
    expect(await found({ category: boots.id })).toEqual(['Chelsea', 'Wellington'])
  })

  it.each([
    ['newest', ['Bowler', 'Wellington', 'Chelsea', 'Oxford', 'Sneaker']],
    ['price', ['Sneaker', 'Wellington', 'Bowler', 'Oxford', 'Chelsea']],
    ['-price', ['Chelsea', 'Oxford', 'Bowler', 'Wellington', 'Sneaker']],
    ['relevance', ['Bowler', 'Wellington', 'Chelsea', 'Oxford', 'Sneaker']],
  ] as const)('and ordered by %s', async (sort, expected) => {
    expect(await titles({ sort })).toEqual(expected)
  })
})

describe('a facet', () => {
  it('counts products under every value, whatever the currency has of ranges', async () => {
    expect(await facet('category')).toEqual({ shoes: 4, boots: 2, hats: 1 })
    expect(await facet('Colour')).toEqual({ Black: 3, Red: 2, Blue: 1 })
    expect(await facet('Material')).toEqual({ Leather: 2, Canvas: 1, Rubber: 1, felt: 1 })
    expect(await facet('availability')).toEqual({ in_stock: 4, out_of_stock: 1 })
    expect(await facet('price')).toEqual({
      '0-999': 1,
      '1000-2499': 1,
      '2500-4999': 3,
      '5000-9999': 1,
      '10000-24999': 1,
    })
    expect(await facet('Price')).toEqual({ fair: 1 })
    expect(await facet('Lining')).toEqual({ Canvas: 1, Rubber: 1 })
    expect((await look({})).facets.map(({ name }) => name)).not.toContain('Note')
  })

  it('obeys every filter but its own', async () => {
    const query = { attr: { Colour: ['Red'] }, category: 'boots' }
    expect(await facet('Colour', query)).toEqual({ Black: 1, Red: 1 })
    expect(await facet('category', query)).toEqual({ shoes: 2, boots: 1 })
    expect(await facet('Material', query)).toEqual({ Rubber: 1 })
    expect(await facet('price', { ...query, maxPrice: 10 })).toEqual({ '2500-4999': 1 })
    expect(await facet('Colour', { ...query, maxPrice: 10 })).toEqual({})
  })

  it('names categories as they are called now', async () => {
    const named = async () =>
      (await look({})).facets
        .find(({ name }) => name === 'category')
        ?.values.map(({ value, title }) => `${value} ${title}`)
        .sort()
    expect(await named()).toEqual(['boots Boots', 'hats Hats', 'shoes Shoes'])
    got(await stage.ask(editCategory, { id: shoes.id, name: 'Footwear', slug: 'footwear' }, { as: staff }))
    await finds({ q: 'footwear', sort: 'title' }, ['Chelsea', 'Oxford', 'Sneaker', 'Wellington'])
    expect(await named()).toEqual(['boots Boots', 'footwear Footwear', 'hats Hats'])
    expect(await found({ category: 'shoes' })).toEqual([])
    got(await stage.ask(editCategory, { id: boots.id, parentId: null }, { as: staff }))
    await finds({ category: 'footwear', sort: 'title' }, ['Oxford', 'Sneaker'])
    got(await stage.ask(deleteCategory, { id: boots.id }, { as: staff }))
    await stage.settle()
    await expect.poll(named).toEqual(['footwear Footwear', 'hats Hats'])
  })
})

describe('pages', () => {
  it.each(['relevance', 'newest', 'price', '-price', 'title'] as const)(
    'of a search by %s neither repeat nor skip a product',
    async (sort) => {
      for (let number = 0; number < 3; number++) await put({ title: `Twin pebble` })
      await stage.settle()
      const query = { q: 'pebble', sort, limit: 2 }
      await expect.poll(async () => (await look(query)).total % 3).toBe(0)
      const { total } = await look(query)
      const ids: string[] = []
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await look({ ...query, ...(cursor && { cursor }) })
        ids.push(...page.items.map(({ id }) => id))
        expect(page.total).toBe(total)
        cursor = page.nextCursor
      }
      expect(new Set(ids).size).toBe(total)
      expect(ids).toHaveLength(total)
    },
  )

  it('refuse a cursor that is not of this order', async () => {
    const { nextCursor } = await look({ sort: 'title', limit: 1 })
    for (const cursor of [nextCursor ?? '', 'nonsense', '[]'])
      expect(await stage.ask(searchProducts, { sort: 'price', cursor }, { as: guest })).toMatchObject({
        refusal: { code: 'invalid_cursor' },
      })
  })
})
