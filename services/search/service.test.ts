import { catalog } from '@souk/catalog/service'
import { deleteProduct, editProduct, unpublishProduct } from '@souk/contracts/catalog'
import { adjustStock } from '@souk/contracts/inventory'
import { searchProducts, suggestSearches } from '@souk/contracts/search'
import { inventory } from '@souk/inventory/service'
import { guest, staff } from '@souk/kit/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { eur, file, finds, got, look, openShop, put, reprice, stage, titles, usd } from './test-shop.ts'

openShop([catalog(), inventory])

describe('words', () => {
  beforeAll(async () => {
    await put({ title: 'Running Shoes', description: '<p>For long <b>distances</b></p>', vendor: 'Swift' })
    await put({ title: 'Doormat', description: 'Leave your shoes here' })
    await put({ title: 'Grüner Häkelpullover', tags: ['Pullover'] })
    await put({ title: 'Kleine Äpfel' })
    await put({ title: 'Crème brûlée', description: 'Les chevaux n’en mangent pas' })
    await put({ title: 'Zapatos de niños' })
    await finds({ q: 'doormat' }, ['Doormat'])
  })

  it.each([
    ['another form', 'shoe', ['Running Shoes', 'Doormat']],
    ['all of several words', 'shoes running', ['Running Shoes']],
    ['a vendor', 'swift', ['Running Shoes']],
    ['a description without its markup', 'long distance', ['Running Shoes']],
    ['stop words that say nothing', 'the shoes for running', ['Running Shoes']],
    ['German without umlauts', 'grune', ['Grüner Häkelpullover']],
    ['a German plural', 'apfel', ['Kleine Äpfel']],
    ['French without accents', 'creme brulee', ['Crème brûlée']],
    ['a Spanish singular', 'zapato niño', ['Zapatos de niños']],
    ['capitals', 'DOORMAT', ['Doormat']],
  ])('are found by %s, titles before descriptions', async (_what, q, expected) => {
    expect(await titles({ q })).toEqual(expected)
  })

  it.each([
    ['letters swapped', 'runing sheos', 'running shoes', 'Running Shoes'],
    ['a letter too few', 'dormat', 'doormat', 'Doormat'],
    ['a letter too many, in one word of two', 'zappatos ninos', 'zapatos ninos', 'Zapatos de niños'],
  ])('are put right: %s', async (_what, q, corrected, title) => {
    const found = await look({ q })
    expect(found.corrected).toBe(corrected)
    expect(found.items[0]?.title).toBe(title)
  })

  it('are left as they are when nothing is near, and find nothing', async () => {
    expect(await look({ q: 'xylophone' })).toMatchObject({ items: [], total: 0, nextCursor: null })
    expect(await look({ q: '🦄' })).toMatchObject({ items: [], total: 0 })
  })

  it.each([
    `'; drop table entry; --`,
    `a & | ! ( ) <-> b :* :A`,
    `"quoted 'text\\`,
    '%_\\%',
    '🦄👩‍👩‍👧',
    '\u202eshoes',
    'a'.repeat(200),
    'x '.repeat(100),
    '...',
    '&&&',
    '\\x00',
    '$1 $$ ?',
  ])('are never a program: %j', async (q) => {
    expect(got(await stage.ask(searchProducts, { q }, { as: guest })).total).toBeGreaterThanOrEqual(0)
    expect(got(await stage.ask(suggestSearches, { q }, { as: guest })).items).toBeInstanceOf(Array)
  })

  it.each([
    ['too long', 'a'.repeat(201), 'too_long'],
    ['NUL', 'a\0b', 'wrong_format'],
  ])('are refused when %s', async (_what, q, code) => {
    const refused = await stage.ask(searchProducts, { q }, { as: guest })
    expect(refused).toMatchObject({ refusal: { code: 'invalid_request', errors: [{ path: 'q', code }] } })
  })
})

describe('a product', () => {
  it('is the one its page shows, in the currency asked for', async () => {
    const variants = [{ sku: 'LAMP', prices: [eur(4_500), usd(4_900)], quantity: 3 }]
    await put({ title: 'Lamp', variants })
    await finds({ q: 'lamp' }, ['Lamp'])
    const [lamp] = (await look({ q: 'lamp', currency: 'USD' })).items
    expect(lamp?.priceRange).toEqual({ min: usd(4_900), max: usd(4_900) })
    expect(lamp?.variants).toMatchObject([{ sku: 'LAMP', availability: 'low_stock' }])
    expect(await titles({ q: 'lamp', currency: 'GBP' })).toEqual([])
  })

  it('shows its new price, title and stock, and goes when it is not for sale', async () => {
    const vase = await put({ title: 'Vase' })
    await finds({ q: 'vase' }, ['Vase'])
    await reprice(vase, 777)
    await finds({ q: 'vase', maxPrice: 777 }, ['Vase'])
    got(await stage.ask(editProduct, { id: vase.id, title: 'Amphora' }, { as: staff }))
    await finds({ q: 'amphora', inStock: true }, ['Amphora'])
    expect(await titles({ q: 'vase' })).toEqual([])
    const sku = vase.variants[0]?.sku ?? ''
    got(await stage.ask(adjustStock, { sku, delta: -10, reason: 'broken' }, { as: staff, key: 'broken' }))
    await finds({ q: 'amphora', inStock: false }, ['Amphora'])
    expect((await look({ q: 'amphora' })).items[0]?.variants[0]?.availability).toBe('out_of_stock')
    got(await stage.ask(unpublishProduct, { id: vase.id }, { as: staff }))
    await finds({ q: 'amphora' }, [])
  })

  it('is forgotten when it is deleted, with the words it alone had', async () => {
    const { id } = await put({ title: 'Theremin' })
    await finds({ q: 'theremim' }, ['Theremin'])
    got(await stage.ask(deleteProduct, { id }, { as: staff }))
    await finds({ q: 'theremin' }, [])
    expect((await look({ q: 'theremim' })).corrected).toBeUndefined()
  })
})

describe('suggestions', () => {
  it('begin with what was typed: categories, products, and what was often asked', async () => {
    const { id } = await file('Kettles')
    await put({ title: 'Kettle of copper', categoryIds: [id] })
    await put({ title: 'Whistling kettle', categoryIds: [id] })
    await finds({ category: 'kettles', sort: 'title' }, ['Kettle of copper', 'Whistling kettle'])
    for (let time = 0; time < 3; time++) await titles({ q: 'Kettle, whistling!' })
    await titles({ q: 'kettle copper' })
    await stage.settle()
    const { items } = got(await stage.ask(suggestSearches, { q: 'Kett' }, { as: guest }))
    expect(items).toEqual([
      { text: 'kettle whistling', kind: 'query' },
      { text: 'Kettles', kind: 'category', slug: 'kettles' },
      { text: 'Kettle of copper', kind: 'product', slug: 'kettle-of-copper' },
      { text: 'Whistling kettle', kind: 'product', slug: 'whistling-kettle' },
    ])
    const typo = got(await stage.ask(suggestSearches, { q: 'ketlle' }, { as: guest }))
    expect(typo.items.map(({ text }) => text)).toContain('Kettle of copper')
  })
})
