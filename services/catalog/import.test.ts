import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import {
  editProduct,
  exportProducts,
  importProducts,
  listCategories,
  listProducts,
  listStaffProducts,
  productChanged,
  productPublished,
  type StaffProduct,
  showProduct,
} from '@souk/contracts/catalog'
import { showStock } from '@souk/contracts/inventory'
import { inventory } from '@souk/inventory/service'
import { staffActed } from '@souk/kit/contract'
import { guest, openStage, type Stage, staff, testCluster } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalog } from './service.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage([catalog(), inventory], { cluster: testCluster() })
})
afterAll(() => stage.stop())

function bodyOf<T>(result: { ok: true; body: T } | { ok: false; refusal: { code: string } }): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`)
  return result.body
}

const csv = (...rows: string[]) => `${rows.join('\n')}\n`

async function bring(file: string, query: object = {}, contentType = 'text/csv') {
  const upload = { contentType, stream: Readable.from([Buffer.from(file)]) }
  return bodyOf(await stage.ask(importProducts, query, { as: staff, upload }))
}

async function take(query: object = {}): Promise<string> {
  return text(bodyOf(await stage.ask(exportProducts, query, { as: staff })) as Readable)
}

const see = async (idOrSlug: string, currency = 'EUR') =>
  bodyOf(await stage.ask(showProduct, { idOrSlug, currency }, { as: guest }))

async function everything(): Promise<StaffProduct[]> {
  const all: StaffProduct[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = { limit: 100, ...(cursor && { cursor }) }
    const page = bodyOf(await stage.ask(listStaffProducts, query, { as: staff }))
    all.push(...page.items)
    cursor = page.nextCursor
  }
  return all
}

const header =
  'Handle,Title,Body (HTML),Vendor,Product Category,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Compare At Price,Image Src,Image Alt Text,Status'

/** What staff did is told as well, whether or not it changed a product. */
const toldOfProducts = () => stage.announced().filter(({ type }) => type !== staffActed.type).length

describe('an import', () => {
  const file = csv(
    header,
    'linen-shirt,Linen Shirt,<p>Cool<script>x()</script></p>,Loom,Clothes > Shirts,"linen, summer",TRUE,Size,S,LS-S,shopify,8,deny,49.90,59.90,https://images.example/shirt.jpg,A shirt,active',
    'linen-shirt,,,,,,,,M,LS-M,shopify,3,continue,49.90,,,,',
    'wool-sock,Wool Sock,,Loom,Clothes,,FALSE,Title,Default Title,WS-1,shopify,5,deny,9.00,,,,draft',
  )

  it('brings products, variants, prices, stock, categories and images', async () => {
    expect(await bring(file)).toMatchObject({ applied: 2, unchanged: 0, rejected: 0, errors: [] })
    expect(await see('linen-shirt')).toMatchObject({
      title: 'Linen Shirt',
      description: '<p>Cool</p>',
      vendor: 'Loom',
      tags: ['linen', 'summer'],
      categories: [{ name: 'Shirts' }],
      images: [{ url: 'https://images.example/shirt.jpg', alt: 'A shirt' }],
      options: [{ name: 'Size', values: ['S', 'M'] }],
      variants: [
        {
          sku: 'LS-S',
          price: { amount: 4_990, currency: 'EUR' },
          compareAtPrice: { amount: 5_990, currency: 'EUR' },
          availability: 'in_stock',
        },
        { sku: 'LS-M', availability: 'low_stock' },
      ],
    })
    const stock = bodyOf(await stage.ask(showStock, { sku: 'LS-S' }, { as: staff }))
    expect(stock.onHand).toBe(8)
    const tree = bodyOf(await stage.ask(listCategories, {}, { as: guest }))
    expect(tree.items).toMatchObject([{ name: 'Clothes', slug: 'clothes', children: [{ name: 'Shirts' }] }])
    const listed = bodyOf(await stage.ask(listProducts, { category: 'clothes' }, { as: guest }))
    expect(listed.items.map(({ slug }) => slug)).toEqual(['linen-shirt'])
  })

  it('made again changes nothing and tells nobody', async () => {
    await stage.settle()
    const told = toldOfProducts()
    expect(await bring(file)).toMatchObject({ applied: 0, unchanged: 2, rejected: 0, warnings: [] })
    await stage.settle()
    expect(toldOfProducts()).toBe(told)
    expect((await everything()).map(({ version }) => version)).toEqual([1, 1])
  })

  it('in another currency adds its prices and touches no other', async () => {
    const prices = csv('Handle,Variant SKU,Variant Price', 'linen-shirt,LS-S,55.00', 'linen-shirt,LS-M,56.00')
    expect(await bring(prices, { currency: 'USD' })).toMatchObject({ applied: 1, errors: [], warnings: [] })
    expect((await see('linen-shirt', 'USD')).variants.map(({ price }) => price.amount)).toEqual([
      5_500, 5_600,
    ])
    expect((await see('linen-shirt')).variants.map(({ price }) => price.amount)).toEqual([4_990, 4_990])
    expect((await see('linen-shirt')).options).toEqual([{ name: 'Size', values: ['S', 'M'] }])
    expect(await bring(prices, { currency: 'USD' })).toMatchObject({ applied: 0, unchanged: 1 })
  })

  it('leaves variants that are not in the file, and says so', async () => {
    const one = csv('Handle,Title,Variant SKU,Variant Price', 'linen-shirt,Linen Shirt,LS-S,45.00')
    expect(await bring(one)).toMatchObject({ applied: 1, warnings: [{ line: 2, code: 'variants_left' }] })
    expect((await see('linen-shirt')).variants.map(({ sku, price }) => [sku, price.amount])).toEqual([
      ['LS-S', 4_500],
      ['LS-M', 4_990],
    ])
  })

  it('finds a variant by its options where the file has no SKU', async () => {
    const one = csv(
      'Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price',
      'linen-shirt,Linen Shirt,Size,M,,44.00',
    )
    expect(await bring(one)).toMatchObject({ applied: 1, rejected: 0 })
    expect((await see('linen-shirt')).variants.map(({ sku, price }) => [sku, price.amount])).toEqual([
      ['LS-S', 4_500],
      ['LS-M', 4_400],
    ])
  })

  it('rejects a product with a bad row or another product’s SKU, names the line, and applies the rest', async () => {
    const mixed = csv(
      'Handle,Title,Variant SKU,Variant Price',
      'good-one,Good One,GOOD-1,10.00',
      'bad-price,Bad Price,BAD-1,ten',
      'thief,Thief,LS-S,10.00',
      'good-two,Good Two,GOOD-2,20.00',
    )
    const report = await bring(mixed)
    expect(report).toMatchObject({ applied: 2, unchanged: 0, rejected: 2 })
    expect(report.errors.map(({ line, code }) => [line, code])).toEqual([
      [3, 'invalid_price'],
      [4, 'sku_taken'],
    ])
    expect(await bring(mixed)).toMatchObject({ applied: 0, unchanged: 2, rejected: 2 })
    const unopened = await stage.ask(showStock, { sku: 'BAD-1' }, { as: staff })
    expect(unopened.ok).toBe(false)
  })

  it('tried dry tells the same and stores nothing', async () => {
    const two = csv(
      'Handle,Title,Product Category,Variant SKU,Variant Price',
      'dry-one,Dry One,Deserts > Sand,DRY-1,10.00',
      'linen-shirt,Linen Shirt,Clothes > Shirts,LS-S,45.00',
    )
    expect(await bring(two, { dryRun: true })).toMatchObject({ applied: 1, unchanged: 1, rejected: 0 })
    expect((await stage.ask(showProduct, { idOrSlug: 'dry-one' }, { as: guest })).ok).toBe(false)
    expect((await stage.ask(showStock, { sku: 'DRY-1' }, { as: staff })).ok).toBe(false)
    const tree = bodyOf(await stage.ask(listCategories, {}, { as: guest }))
    expect(tree.items.map(({ name }) => name)).not.toContain('Deserts')
    expect(await bring(two)).toMatchObject({ applied: 1, unchanged: 1, rejected: 0 })
  })

  it('reads JSON lines, by their type or their first brace', async () => {
    const line = { handle: 'json-one', title: 'JSON', variants: [{ sku: 'J-1', price: '12.50' }] }
    const file = `${JSON.stringify(line)}\n`
    expect(await bring(file, {}, 'application/x-ndjson')).toMatchObject({ applied: 1, errors: [] })
    expect(await bring(file, {}, 'application/octet-stream')).toMatchObject({ unchanged: 1, errors: [] })
    expect((await see('json-one')).variants[0]?.price.amount).toBe(1_250)
  })

  it('gives a handle in another script an address, and finds it again', async () => {
    const file = csv('Handle,Title,Variant SKU,Variant Price', 'шарф_синий,Шарф,SCARF,10.00')
    expect(await bring(file)).toMatchObject({ applied: 1, warnings: [{ code: 'handle_rewritten' }] })
    expect(await bring(file)).toMatchObject({ unchanged: 1, warnings: [] })
  })

  it('refuses a currency that does not exist', async () => {
    for (const [currency, code] of [
      ['ZZZ', 'unknown_currency'],
      ['euro', 'invalid_request'],
    ] as const) {
      const upload = { contentType: 'text/csv', stream: Readable.from([file]) }
      const refused = await stage.ask(importProducts, { currency }, { as: staff, upload })
      expect(refused).toMatchObject({ ok: false, refusal: { code } })
    }
  })

  it('says what is wrong with a file that is none', async () => {
    expect(await bring('')).toMatchObject({ applied: 0, errors: [{ code: 'empty_file' }] })
  })

  it('made twice at the same moment brings each product once', async () => {
    const rows = Array.from({ length: 150 }, (_, index) => `race-${index},Race ${index},RACE-${index},1.00`)
    const file = csv('Handle,Title,Variant SKU,Variant Price', ...rows)
    const reports = await Promise.all([bring(file), bring(file)])
    const sum = (of: 'applied' | 'unchanged' | 'rejected') =>
      reports.reduce((total, one) => total + one[of], 0)
    expect([sum('applied'), sum('unchanged'), sum('rejected')]).toEqual([150, 150, 0])
  })
})

describe('an export', () => {
  it('imports back unchanged, in each currency', async () => {
    const [first] = await everything()
    const odd = {
      title: '  =Odd "title", ',
      description: '<p>a &amp; b</p>\n',
      vendor: ' V ',
      tags: ['a, b', "'c"],
    }
    const attributes = { Fabric: 'Linen; washed', 'Made in': 'Türkiye' }
    const edit = { id: first?.id ?? '', ...odd, attributes, seo: { title: ' S ' } }
    bodyOf(await stage.ask(editProduct, edit, { as: staff }))
    await stage.settle()
    const told = toldOfProducts()
    const products = await everything()
    for (const currency of ['EUR', 'USD']) {
      const file = await take({ currency })
      const report = await bring(file, { currency })
      expect(report).toEqual({
        applied: 0,
        unchanged: products.length,
        rejected: 0,
        errors: [],
        warnings: [],
      })
    }
    await stage.settle()
    expect(toldOfProducts()).toBe(told)
    expect(await everything()).toEqual(products)
  })
})

describe('a large import', () => {
  it('of 500 products with 1,500 variants takes less than three seconds, and less again', async () => {
    const rows = Array.from({ length: 500 }, (_, product) =>
      ['S', 'M', 'L'].map((size, index) => {
        const own =
          index === 0 ? `Large ${product},<p>${'words '.repeat(50)}</p>,Big > Bigger ${product % 20}` : ',,'
        return `large-${product},${own},${index === 0 ? 'Size' : ''},${size},BIG-${product}-${size},${index + 3},${product}.99`
      }),
    )
    const head =
      'Handle,Title,Body (HTML),Product Category,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price'
    const file = csv(head, ...rows.flat())
    const begun = performance.now()
    expect(await bring(file)).toMatchObject({ applied: 500, rejected: 0 })
    const first = performance.now() - begun
    expect(await bring(file)).toMatchObject({ unchanged: 500, rejected: 0 })
    const second = performance.now() - begun - first
    console.log(`500 products: ${Math.round(first)} ms, again: ${Math.round(second)} ms`)
    expect(first).toBeLessThan(3_000)
    expect(second).toBeLessThan(3_000)
    await stage.settle()
    expect(stage.announced(productPublished).length).toBeGreaterThan(500)
    expect(stage.announced(productChanged).some(({ data }) => String(data.slug).startsWith('large-'))).toBe(
      false,
    )
  })
})
