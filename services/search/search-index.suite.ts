import type { Product } from '@souk/contracts/catalog'
import type { Availability } from '@souk/contracts/values'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Entry, toEntry } from './domain/entry.ts'
import type { SearchIndex, Wanted } from './domain/search-index.ts'

export interface OpenedIndex {
  /** For searching. */
  readonly index: SearchIndex
  /** Everything `work` writes is searched, or nothing of it. */
  write(work: (index: SearchIndex) => Promise<void>): Promise<void>
  close(): Promise<void>
}

let made = 0
interface Given {
  readonly title: string
  readonly amount?: number
  readonly colour?: string
  readonly availability?: Availability
}

/** A product with one variant, as the catalog tells of it. */
function entryOf(
  { title, amount = 1_000, colour = 'Red', availability = 'in_stock' }: Given,
  before?: Entry,
): Entry {
  const id = before?.productId ?? `prod_${String(++made).padStart(26, '0')}`
  const price = { amount, currency: 'EUR' }
  const category = { id: 'cat_1', slug: 'things', name: 'Things' }
  const sku = before?.skus[0] ?? `SKU-${made}`
  const page: Product = {
    ...{
      id,
      slug: `slug-${made}`,
      title,
      description: `About ${title}`,
      tags: [],
      images: [],
      attributes: {},
      seo: {},
    },
    categories: [category],
    options: [{ name: 'Colour', values: [colour] }],
    variants: [{ id: 'var_1', sku, title: colour, price, options: { Colour: colour }, availability }],
    priceRange: { min: price, max: price },
  }
  const version = (before?.version ?? 0) + 1
  return toEntry({ productId: id, version, pages: [page], foundUnder: [category] })
}

/** What every driver of the port does alike. */
export function searchIndexSuite(name: string, open: () => Promise<OpenedIndex>): void {
  describe(`a search index on ${name}`, () => {
    let opened: OpenedIndex
    const entries = [
      entryOf({ title: 'Copper kettle', amount: 4_000 }),
      entryOf({ title: 'Steel kettle', amount: 2_000, colour: 'Grey' }),
      entryOf({ title: 'Teapot', availability: 'out_of_stock' }),
    ] as const
    beforeAll(async () => {
      opened = await open()
      await opened.write((index) => index.keep(entries, []))
    })
    afterAll(() => opened.close())

    const find = (wanted: Partial<Wanted>) =>
      opened.index.find({ currency: 'EUR', order: 'title', limit: 10, ...wanted })
    const titles = async (wanted: Partial<Wanted>) => (await find(wanted)).items.map(({ title }) => title)
    const eventually = (wanted: Partial<Wanted>, expected: string[]) =>
      vi.waitFor(async () => expect(await titles(wanted)).toEqual(expected), { timeout: 1_000, interval: 10 })

    it('finds what it was given, by words and without', async () => {
      expect(await titles({})).toEqual(['Copper kettle', 'Steel kettle', 'Teapot'])
      expect(await titles({ q: 'kettles' })).toEqual(['Copper kettle', 'Steel kettle'])
      expect(await titles({ q: 'kettles', currency: 'USD' })).toEqual([])
    })

    it('puts typos right, and says so', async () => {
      expect(await find({ q: 'coper ketle' })).toMatchObject({ corrected: 'copper kettle', total: 1 })
    })

    it('narrows and counts', async () => {
      const { facets, total } = await find({ attr: { Colour: ['Red'] }, inStock: true })
      expect(total).toBe(1)
      expect(facets.find(({ name }) => name === 'Colour')?.values).toEqual([
        { value: 'Grey', count: 1 },
        { value: 'Red', count: 1 },
      ])
    })

    it.each(['relevance', 'newest', 'price', '-price', 'title'] as const)(
      'goes on by %s where a page ended',
      async (order) => {
        const seen: string[] = []
        let after: Wanted['after']
        do {
          const { items, next } = await find({ order, limit: 1, after })
          seen.push(...items.map(({ title }) => title))
          after = next
        } while (after)
        expect(seen.toSorted()).toEqual(['Copper kettle', 'Steel kettle', 'Teapot'])
      },
    )

    it('suggests products and categories by how their words begin', async () => {
      expect(await opened.index.suggest('kett')).toMatchObject([
        { kind: 'product', text: 'Steel kettle' },
        { kind: 'product', text: 'Copper kettle' },
      ])
      expect(await opened.index.suggest('thi')).toEqual([
        { kind: 'category', text: 'Things', slug: 'things' },
      ])
    })

    it('takes the word for a SKU unless it knows a later one', async () => {
      const sku = entries[2].skus[0] ?? ''
      const say = (availability: Availability, version: number) =>
        opened.write((index) => index.noteWord({ sku, availability, version }))
      await say('low_stock', 2)
      await say('out_of_stock', 1)
      await eventually({ q: 'teapot', inStock: true }, ['Teapot'])
    })

    it('replaces and forgets', async () => {
      const renamed = entryOf({ title: 'Kettle of tin' }, entries[1])
      await opened.write((index) => index.keep([renamed], [entries[0].productId]))
      await eventually({ q: 'kettle' }, ['Kettle of tin'])
    })

    it('searches the next generation once it is switched to, and not before', async () => {
      const only = entryOf({ title: 'Kettle that is listed' })
      await opened.write((index) => index.openNext())
      await opened.write((index) => index.keep([only], []))
      await eventually({}, ['Kettle of tin', 'Kettle that is listed', 'Teapot'])
      await opened.write((index) => index.switchToNext())
      await eventually({}, ['Kettle that is listed'])
    })
  })
}
