import {
  createCategory,
  createCollection,
  deleteCollection,
  deleteProduct,
  editCategory,
  editCollection,
  editProduct,
  editVariant,
  listCollectionProducts,
  listCollections,
  listStaffCollections,
  type Members,
  type Rule,
  showCollection,
  showStaffCollection,
  unpublishProduct,
} from '@souk/contracts/catalog'
import { guest, staff } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browse, codeOf, eur, openTestCatalog, type TestCatalog, usd } from './test-shop.ts'

let shop: TestCatalog

beforeAll(async () => {
  shop = await openTestCatalog()
})
afterAll(() => shop.stage.stop())

const make = (title: string, members: Members) =>
  shop.order(createCollection, { title, status: 'published', members })
const named = (...productIds: string[]): Members => ({ kind: 'manual', productIds })
const whatever = (...rules: Rule[]): Members => ({
  kind: 'automatic',
  sort: 'newest',
  conditions: rules.map((rule) => ({ anyOf: [rule] })),
})

/** Titles in a collection, gathered two a page. */
async function inside(idOrSlug: string, query: { sort?: 'price' | 'title'; currency?: string } = {}) {
  const seen: string[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await browse(shop.stage, listCollectionProducts, {
      idOrSlug,
      limit: 2,
      ...query,
      ...(cursor && { cursor }),
    })
    seen.push(...page.items.map(({ title }) => title))
    cursor = page.nextCursor
  }
  return seen
}

const priced = (sku: string, amount: number) => [{ sku, prices: [eur(amount)] }]

describe('a collection named by hand', () => {
  it('lists its products in the order named, or in another, page by page', async () => {
    const ids: Record<string, string> = {}
    for (const [title, amount] of [
      ['A', 30],
      ['B', 10],
      ['C', 20],
      ['D', 40],
      ['E', 50],
    ] as const)
      ids[title] = (await shop.put({ title, variants: priced(`HAND-${title}`, amount) })).id
    const { A = '', B = '', C = '', D = '', E = '' } = ids
    const { id, slug } = await make('Picked', named(D, A, E, A, C, B))
    expect(slug).toBe('picked')
    expect(await inside('picked')).toEqual(['D', 'A', 'E', 'C', 'B'])
    expect(await inside(id, { sort: 'price' })).toEqual(['B', 'C', 'A', 'D', 'E'])
    expect(await inside(id, { currency: 'USD' })).toEqual([])
    await shop.order(editCollection, { id, members: named(B, D, A) })
    expect(await inside('picked')).toEqual(['B', 'D', 'A'])
    await shop.order(unpublishProduct, { id: D })
    expect(await inside('picked')).toEqual(['B', 'A'])
    await shop.order(deleteProduct, { id: B })
    expect(await inside('picked')).toEqual(['A'])
    const left = await shop.order(showStaffCollection, { id })
    expect(left.members).toEqual(named(D, A))
  })

  it('neither repeats nor skips what stays when it grows between two pages', async () => {
    const ids = []
    for (const title of ['1', '2', '3', '4']) ids.push((await shop.put({ title })).id)
    const { id } = await make('Growing', named(...ids))
    const first = await browse(shop.stage, listCollectionProducts, { idOrSlug: id, limit: 2 })
    const more = await shop.put({ title: '5' })
    await shop.order(editCollection, { id, members: named(...ids, more.id) })
    const cursor = first.nextCursor ?? ''
    const next = await browse(shop.stage, listCollectionProducts, { idOrSlug: id, limit: 9, cursor })
    expect([...first.items, ...next.items].map(({ title }) => title)).toEqual(['1', '2', '3', '4', '5'])
    const elsewhere = { idOrSlug: id, cursor, sort: 'price' as const }
    expect(codeOf(await shop.stage.ask(listCollectionProducts, elsewhere, { as: guest }))).toBe(
      'invalid_cursor',
    )
  })
})

describe('a collection by rules', () => {
  const titles = async (...rules: Rule[]) => {
    const { id } = await make('By rules', whatever(...rules))
    return (await inside(id, { sort: 'title' })).join('')
  }

  it('has whatever they hold for', async () => {
    const kitchen = await shop.order(createCategory, { name: 'Kitchen' })
    const pans = await shop.order(createCategory, { name: 'Pans', parentId: kitchen.id })
    const attributes = (Litres: string, Fits: string) => ({ Litres, Fits })
    await shop.put({
      title: 'K',
      vendor: 'Rules & Co',
      tags: ['r', 'new'],
      categoryIds: [kitchen.id],
      variants: priced('R-K', 100),
    })
    await shop.put({
      title: 'P',
      vendor: 'Rules & Co',
      tags: ['r'],
      categoryIds: [pans.id],
      attributes: attributes('1.5', 'gas, induction'),
      variants: priced('R-P', 200),
    })
    await shop.put({
      title: 'Q',
      vendor: 'Rules & Co',
      tags: ['r'],
      productType: 'Pot',
      attributes: attributes('20', 'gas'),
      variants: priced('R-Q', 300),
    })
    await shop.put({
      title: 'U',
      vendor: 'Rules & Co',
      tags: ['r', 'it\'s "odd", \\ $1'],
      attributes: { Litres: 'many' },
      variants: [
        { sku: 'R-U', prices: [usd(200)] },
        { sku: 'R-U2', prices: [eur(400)] },
      ],
    })
    const ours: Rule = { kind: 'vendor', values: ['Rules & Co'] }
    expect(await titles(ours)).toBe('KPQU')
    expect(await titles({ kind: 'category', categoryIds: [kitchen.id] })).toBe('KP')
    expect(await titles(ours, { kind: 'category', categoryIds: [pans.id], not: true })).toBe('KQU')
    expect(await titles({ kind: 'tag', values: ['new'] }, ours)).toBe('K')
    expect(await titles(ours, { kind: 'tag', values: ['it\'s "odd", \\ $1'] })).toBe('U')
    expect(await titles(ours, { kind: 'product_type', values: ['Pot'] })).toBe('Q')
    expect(await titles(ours, { kind: 'attribute', key: 'Fits', values: ['gas'] })).toBe('PQ')
    expect(await titles(ours, { kind: 'attribute', key: 'Fits', values: ['induction'], not: true })).toBe(
      'KQU',
    )
    expect(await titles(ours, { kind: 'attribute_range', key: 'Litres', atLeast: 1.5 })).toBe('PQ')
    expect(await titles(ours, { kind: 'attribute_range', key: 'Litres', atLeast: 1, atMost: 19.5 })).toBe('P')
    expect(await titles(ours, { kind: 'price', atLeast: [eur(200)], atMost: [eur(300)] })).toBe('PQ')
    expect(await titles(ours, { kind: 'price', atMost: [usd(200)] })).toBe('')
    const { id } = await make('Either', {
      kind: 'automatic',
      sort: '-price',
      conditions: [
        {
          anyOf: [
            { kind: 'product_type', values: ['Pot'] },
            { kind: 'tag', values: ['new'] },
          ],
        },
      ],
    })
    expect(await inside(id)).toEqual(['Q', 'K'])
  })

  it('follows its products at once: what they are, where they are filed, what they cost', async () => {
    const [from, to] = [
      await shop.order(createCategory, { name: 'From' }),
      await shop.order(createCategory, { name: 'To' }),
    ]
    const branch = await shop.order(createCategory, { name: 'Branch', parentId: from.id })
    const { id: filed } = await make('Filed', whatever({ kind: 'category', categoryIds: [to.id] }))
    const { id: tagged } = await make('Tagged', whatever({ kind: 'tag', values: ['now'] }))
    const { id: cheap } = await make('Cheap', whatever({ kind: 'price', atMost: [eur(50)] }))
    const product = await shop.put({
      title: 'Mover',
      categoryIds: [branch.id],
      variants: priced('MOVER', 99),
    })
    expect([await inside(filed), await inside(tagged), await inside(cheap)]).not.toContainEqual(['Mover'])
    await shop.order(editCategory, { id: branch.id, parentId: to.id })
    expect(await inside(filed)).toEqual(['Mover'])
    await shop.order(editProduct, { id: product.id, tags: ['now'] })
    expect(await inside(tagged)).toEqual(['Mover'])
    const variantId = product.variants[0]?.id ?? ''
    await shop.order(editVariant, { id: product.id, variantId, prices: [eur(50)] })
    expect(await inside(cheap)).toContain('Mover')
    await shop.order(editProduct, { id: product.id, tags: [] })
    expect(await inside(tagged)).toEqual([])
  })

  it('loses nothing that is published while it is made', async () => {
    const results = await Promise.all([
      ...Array.from({ length: 8 }, (_, index) => shop.put({ title: `Racer ${index}`, tags: ['raced'] })),
      make('Raced', whatever({ kind: 'tag', values: ['raced'] })),
    ])
    expect(await inside(results.at(-1)?.id ?? '')).toHaveLength(8)
  })
})

describe('collections', () => {
  it('are drafts until published, and gone when deleted', async () => {
    const { id, version } = await shop.order(createCollection, { title: 'Hush', members: named() })
    const see = async () => codeOf(await shop.stage.ask(showCollection, { idOrSlug: 'hush' }, { as: guest }))
    expect(await see()).toBe('not_found')
    const image = { url: '/media/hush.svg', alt: 'Hush' }
    await shop.order(editCollection, { id, status: 'published', image }, `"${version}"`)
    expect(await browse(shop.stage, showCollection, { idOrSlug: id })).toEqual({
      id,
      slug: 'hush',
      title: 'Hush',
      description: '',
      image,
    })
    await shop.order(deleteCollection, { id })
    expect(await see()).toBe('not_found')
    expect(codeOf(await shop.stage.ask(showStaffCollection, { id }, { as: staff }))).toBe('not_found')
  })

  it('refuse an old version, a slug that is taken and members that are not there', async () => {
    const { id, slug } = await make('Guarded', named())
    await make('Other', named())
    const edit = (given: object, ifMatch?: string) =>
      shop.stage
        .ask(editCollection, { id, ...given }, { as: staff, ...(ifMatch && { ifMatch }) })
        .then(codeOf)
    expect(await edit({ title: 'Changed' }, '"1"')).toBeUndefined()
    expect(await edit({ title: 'Changed again' }, '"1"')).toBe('version_conflict')
    expect(await edit({ slug: 'other' })).toBe('slug_taken')
    expect(await edit({ members: named('prod_01h455vb4pex5vsknk084sn02q') })).toBe('unknown_product')
    const categoryIds = ['cat_01h455vb4pex5vsknk084sn02q']
    expect(await edit({ members: whatever({ kind: 'category', categoryIds }) })).toBe('unknown_category')
    const create = { title: 'Thief', slug, members: named() }
    expect(codeOf(await shop.stage.ask(createCollection, create, { as: staff }))).toBe('slug_taken')
    const stale = { as: staff, ifMatch: '"1"' }
    expect(codeOf(await shop.stage.ask(deleteCollection, { id }, stale))).toBe('version_conflict')
  })

  it('are listed newest first, drafts for staff alone', async () => {
    shop.stage.clock.forward(1)
    const draft = await shop.order(createCollection, { title: 'Zed draft', members: named() })
    shop.stage.clock.forward(1)
    const shown = await make('Zed', named())
    const all = await shop.order(listStaffCollections, { limit: 2 })
    expect(all.items.map(({ id }) => id)).toEqual([shown.id, draft.id])
    expect(all.nextCursor).not.toBeNull()
    const open = await browse(shop.stage, listCollections, { limit: 1 })
    expect(open.items.map(({ id }) => id)).toEqual([shown.id])
    const next = await browse(shop.stage, listCollections, { limit: 100, cursor: open.nextCursor ?? '' })
    expect(next.items.map(({ id }) => id)).not.toContain(shown.id)
    expect(next.items.map(({ id }) => id)).not.toContain(draft.id)
  })
})
