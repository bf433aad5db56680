import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProductDraft, ProductFields } from './draft.ts'
import type { ExportProduct } from './export-product.ts'
import { anyProducts } from './fixtures/any-product.ts'
import { drain, each, seeded } from './fixtures/drain.ts'
import { readShopifyCsv } from './read-shopify-csv.ts'
import { writeShopifyCsv } from './write-shopify-csv.ts'

const mug: ExportProduct = {
  handle: 'mug',
  title: 'Mug',
  descriptionHtml: '<p>Holds "tea"</p>',
  vendor: 'Kiln',
  productType: 'Cup',
  tags: ['clay', 'red, deep'],
  published: true,
  status: 'active',
  categoryPath: ['Home', 'Cups'],
  seo: { title: '', description: '' },
  images: [
    { url: 'https://x.test/1.png', alt: 'front' },
    { url: 'https://x.test/2.png', alt: '' },
  ],
  options: [],
  attributes: {},
  variants: [
    {
      sku: 'MUG',
      options: {},
      price: 1250,
      compareAtPrice: null,
      quantity: 4,
      policy: 'deny',
      tracked: true,
      weightGrams: 300,
      barcode: '0012',
      requiresShipping: true,
      taxable: true,
      taxCode: '',
      imageUrl: '',
    },
  ],
}

async function written(products: readonly ExportProduct[], currency = 'EUR'): Promise<string> {
  const attributeNames = [...new Set(products.flatMap(({ attributes }) => Object.keys(attributes)))]
  return (await Array.fromAsync(writeShopifyCsv(each(products), { currency, attributeNames }))).join('')
}

/** What a product would be in a file, lines aside; attributes only other products have are cleared ones. */
function asDraft(product: ExportProduct, attributeNames: readonly string[]): Omit<ProductDraft, 'line'> {
  const { handle, variants, options, images, attributes, ...rest } = product
  const names = variants.length > 0 ? options.map(({ name }) => name) : []
  const valuesOf = (name: string) => [...new Set(variants.map((variant) => variant.options[name] ?? ''))]
  const fields = {
    ...rest,
    tags: [...rest.tags],
    categoryPath: [...rest.categoryPath],
    images: images.map((image, index) => ({ ...image, position: index + 1 })),
    options: names.map((name) => ({ name, values: valuesOf(name) })),
    attributes: attributesAsDraft(attributes, attributeNames),
  }
  return { handle, fields, variants: variants.map((one) => ({ ...one, line: 0, skuDerived: false })) }
}

function attributesAsDraft(
  attributes: Readonly<Record<string, string>>,
  names: readonly string[],
): ProductFields['attributes'] {
  if (names.length === 0) return undefined
  return Object.fromEntries(
    names.map((name) => [name, Object.hasOwn(attributes, name) ? attributes[name]! : null]),
  )
}

describe('an exported file', () => {
  test('reads back to the same products, whatever their texts hold', async () => {
    await fc.assert(
      fc.asyncProperty(anyProducts, fc.constantFrom('EUR', 'JPY', 'KWD'), async (products, currency) => {
        const names = [...new Set(products.flatMap(({ attributes }) => Object.keys(attributes)))]
        const text = await written(products, currency)
        const { drafts, errors } = await drain(readShopifyCsv(each([text]), { currency }))
        expect(errors).toEqual([])
        const found = drafts.map(({ line, ...draft }) => ({
          ...draft,
          variants: draft.variants.map((variant) => ({ ...variant, line: 0 })),
        }))
        expect(found).toEqual(products.map((product) => asDraft(product, names)))
      }),
      seeded(400),
    )
  })

  test('is CSV to other readers too, a row for each variant and image', async () => {
    const rows: Record<string, string>[] = parse(await written([mug]), { columns: true })
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({
      Handle: 'mug',
      'Body (HTML)': '<p>Holds "tea"</p>',
      Tags: 'clay, red\\, deep',
      'Product Category': 'Home > Cups',
      'Option1 Name': 'Title',
      'Option1 Value': 'Default Title',
      'Variant Price': '12.50',
      'Variant Compare At Price': '',
      'Image Position': '1',
    })
    expect(rows[1]).toMatchObject({
      Handle: 'mug',
      Title: '',
      'Variant SKU': '',
      'Image Src': 'https://x.test/2.png',
    })
  })

  test('gives a spreadsheet no cell that begins like a formula', async () => {
    await fc.assert(
      fc.asyncProperty(anyProducts, async (products) => {
        const rows: string[][] = parse(await written(products))
        expect(rows.flat().filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([])
      }),
      seeded(200),
    )
    const [, row] = parse(await written([{ ...mug, title: '=HYPERLINK("http://x.test")' }])) as string[][]
    expect(row).toContain(`'=HYPERLINK("http://x.test")`)
  })

  test('of no products is a header, which reads as an empty file of products', async () => {
    const text = await written([])
    expect(text.split('\n')).toHaveLength(2)
    expect(await drain(readShopifyCsv(each([text]), { currency: 'EUR' }))).toEqual({
      drafts: [],
      errors: [],
      warnings: [],
    })
  })

  test('is not written rather than lose an attribute or a fourth option', async () => {
    const options = ['a', 'b', 'c', 'd'].map((name) => ({ name }))
    const write = (product: ExportProduct) =>
      Array.fromAsync(writeShopifyCsv(each([product]), { currency: 'EUR' }))
    await expect(write({ ...mug, attributes: { Glaze: 'red' } })).rejects.toThrow('Glaze')
    await expect(write({ ...mug, options })).rejects.toThrow('4 options')
  })
})
