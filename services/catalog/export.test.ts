import { editProduct, listStaffProducts } from '@souk/contracts/catalog'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anyLines } from './domain/import/fixtures/any-line.ts'
import { eur, openTestCatalog, type TestCatalog, usd } from './test-shop.ts'

let own: TestCatalog
let emptyOfJson: TestCatalog
let emptyOfCsv: TestCatalog

beforeAll(async () => {
  const opened = [openTestCatalog(), openTestCatalog(), openTestCatalog()] as const
  ;[own, emptyOfJson, emptyOfCsv] = await Promise.all(opened)
})
afterAll(() => Promise.all([own, emptyOfJson, emptyOfCsv].map(({ stage }) => stage.stop())))

const whole = { format: 'ndjson', contentType: 'application/x-ndjson' } as const
const inEuro = { format: 'csv', contentType: 'text/csv', currency: 'EUR' } as const
const inYen = { format: 'csv', contentType: 'text/csv', currency: 'JPY' } as const
type Way = typeof whole | typeof inEuro | typeof inYen

const taken = (shop: TestCatalog, { contentType: _, ...query }: Way) => shop.take(query)
const brought = (shop: TestCatalog, file: string, { format: _, ...query }: Way) => shop.bring(file, query)

/** Dozens of products with every kind of text, price and time, in a file. */
function anyFile(seed: number): { file: string; count: number } {
  const lines = Array.from({ length: 40 }, (_, index) =>
    fc.sample(anyLines(`s${index}-`), { seed: seed + index, numRuns: 1 }),
  ).flat(2)
  return { file: lines.map((line) => `${JSON.stringify(line)}\n`).join(''), count: lines.length }
}

describe('an export', () => {
  const { file, count } = anyFile(20_261_123)

  beforeAll(async () => {
    expect(count).toBeGreaterThan(50)
    expect(await own.bring(file)).toMatchObject({ applied: count, rejected: 0, errors: [] })
  })

  it('changes nothing in its own shop', async () => {
    const before = await own.order(listStaffProducts, { limit: 100 })
    for (const way of [whole, inEuro, inYen]) {
      const report = await brought(own, await taken(own, way), way)
      expect(report).toEqual({ applied: 0, unchanged: count, rejected: 0, errors: [], warnings: [] })
    }
    expect(await own.order(listStaffProducts, { limit: 100 })).toEqual(before)
  })

  it('as JSON, in an empty shop, makes one that exports the same bytes', async () => {
    const exported = await taken(own, whole)
    expect(await brought(emptyOfJson, exported, whole)).toMatchObject({ applied: count, errors: [] })
    for (const way of [whole, inEuro, inYen])
      expect(await taken(emptyOfJson, way)).toBe(await taken(own, way))
  })

  it('as CSV, in an empty shop, makes one that exports the same bytes, each currency in turn', async () => {
    for (const way of [inEuro, inYen]) {
      const exported = await taken(own, way)
      expect(await brought(emptyOfCsv, exported, way)).toMatchObject({ rejected: 0, errors: [] })
      expect(await taken(emptyOfCsv, way)).toBe(exported)
    }
  })

  it('as JSON has what a product has: every currency, all categories, times, tax, names and order', async () => {
    const line = {
      handle: 'whole',
      title: 'Whole',
      descriptionHtml: '<p>All of it</p>',
      vendor: 'V',
      productType: 'T',
      tags: ['a', 'b'],
      status: 'draft',
      publishAt: '2999-01-01T00:00:00.000Z',
      unpublishAt: null,
      categoryPaths: [['Second', 'Below'], ['First']],
      seo: { title: 'S', description: 'D' },
      images: [
        { url: '/media/2.svg', alt: 'two' },
        { url: 'https://images.example/1.svg', alt: '' },
      ],
      options: [{ name: 'Size', values: ['S', 'M'] }],
      attributes: { Fabric: 'linen' },
      variants: ['S', 'M'].map((size) => ({
        sku: `'00${size}`,
        title: `Named ${size}`,
        options: { Size: size },
        prices: [eur(900), usd(1_000)],
        compareAtPrices: [usd(1_200)],
        policy: 'continue',
        tracked: true,
        weightGrams: 5,
        barcode: '4006381333931',
        requiresShipping: false,
        taxClass: 'reduced',
        taxCode: 'X',
        imageUrl: '/media/2.svg',
      })),
    }
    const told = `${JSON.stringify(line)}\n`
    expect(await own.bring(told)).toMatchObject({ applied: 1, errors: [], warnings: [] })
    expect(await taken(own, whole)).toContain(told)
  })

  it('is read back although staff left spaces around its texts', async () => {
    const { id } = await own.put({ title: ' Wide ', vendor: ' V ' })
    const spaced = { seo: { title: ' S ', description: '' }, images: [{ url: '/media/1.svg', alt: ' a ' }] }
    expect(await own.order(editProduct, { id, ...spaced })).toMatchObject({ title: 'Wide', vendor: 'V' })
    expect(await brought(own, await taken(own, whole), whole)).toMatchObject({ applied: 0, rejected: 0 })
  })
})
