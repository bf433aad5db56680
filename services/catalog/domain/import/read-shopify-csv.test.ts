import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brief, chunked, type Drained, drain, each, seeded } from './fixtures/drain.ts'
import { readShopifyCsv } from './read-shopify-csv.ts'

async function read(text: string, currency = 'EUR'): Promise<Drained> {
  return drain(readShopifyCsv(each([text]), { currency }))
}

async function readFixture(name: string, chunkSize = 1_000): Promise<Drained> {
  const bytes = readFileSync(new URL(`./fixtures/${name}`, import.meta.url))
  return drain(readShopifyCsv(chunked(bytes, chunkSize), { currency: 'EUR' }))
}

describe("a store's export", () => {
  test('with byte order mark, CRLF, markets and blank rows at the end', async () => {
    const { drafts, errors, warnings } = await readFixture('store-export.csv')
    expect(errors).toEqual([])
    expect(drafts.map(({ line, handle }) => `${line} ${handle}`)).toEqual([
      '2 smoked-tea',
      '9 brass-kettle',
      '10 çay-bardağı',
    ])
    expect(warnings.map(brief)).toEqual([
      '1 Included / Germany currency_column_ignored',
      '1 Price / International currency_column_ignored',
      '1 Compare At Price / International currency_column_ignored',
      '2 Google Shopping / Gender column_not_kept',
      '2 Cost per item column_not_kept',
      '6 Variant Inventory Qty negative_quantity',
    ])
  })

  test('says of a product with options, images and three variants exactly this', async () => {
    const { drafts } = await readFixture('store-export.csv')
    expect(drafts[0]?.fields).toEqual({
      title: 'Smoked Tea',
      descriptionHtml: '<p>Dried over "pine" fires.</p>\r\n<ul>\r\n<li>250 g</li>\r\n</ul>',
      vendor: 'Kaya & Sons',
      productType: 'Tea',
      tags: ['black tea', 'smoky', 'vegan'],
      published: true,
      status: 'active',
      categoryPath: ['Food, Beverages & Tobacco', 'Beverages', 'Tea & Infusions'],
      seo: { title: 'Smoked tea', description: 'Tea over pine smoke' },
      images: [
        { url: 'https://cdn.example.com/tea-front.jpg?v=161', alt: 'A tin, lid open', position: 1 },
        { url: 'https://cdn.example.com/tea-bag.jpg', alt: '', position: 2 },
        { url: 'https://cdn.example.com/tea-back.jpg', alt: '', position: 3 },
      ],
      options: [
        { name: 'Size', values: ['100 g', '1 kg'] },
        { name: 'Grind', values: ['Whole leaf', 'Ground'] },
      ],
    })
    expect(drafts[0]?.variants[0]).toEqual({
      line: 2,
      sku: 'TEA-100-W',
      skuDerived: false,
      options: { Size: '100 g', Grind: 'Whole leaf' },
      price: 790,
      compareAtPrice: 950,
      quantity: 5,
      policy: 'deny',
      tracked: true,
      weightGrams: 113,
      barcode: '0401234567890',
      requiresShipping: true,
      taxable: true,
      taxCode: '',
      imageUrl: '',
    })
    expect(drafts[0]?.variants.slice(1)).toMatchObject([
      { line: 6, sku: 'TEA-100-G', quantity: 0, policy: 'continue', compareAtPrice: null },
      { line: 7, sku: 'smoked-tea.1-kg.whole-leaf', skuDerived: true, price: 4900, taxable: false },
    ])
  })

  test('has no options where they are Title / Default Title, and falls back from Uncategorized to the type', async () => {
    const { drafts } = await readFixture('store-export.csv')
    expect(drafts[1]).toMatchObject({
      fields: { options: [], categoryPath: ['Kitchen'], published: false, status: 'draft', tags: [] },
      variants: [{ sku: 'KET-1', options: {}, price: 124_900, tracked: false }],
    })
    expect(drafts[2]?.fields.published).toBeUndefined()
  })

  test('reads the same in the newer column names, with metafields as attributes', async () => {
    const { drafts, errors, warnings } = await readFixture('newer-export.csv')
    expect(errors).toEqual([])
    expect(warnings).toMatchObject([{ code: 'unknown_column', column: 'Varient image url' }])
    expect(warnings[0]?.message).toContain('did you mean "Variant image URL"')
    expect(drafts).toMatchObject([
      {
        handle: 'wool-shawl',
        fields: {
          status: 'active',
          attributes: { Fabric: 'Merino; silk' },
          options: [{ values: ['Red', 'Blue'] }],
        },
        variants: [
          { sku: 'SH-RED', policy: 'continue', price: 6500, weightGrams: 320, quantity: 2 },
          { sku: 'SH-BLUE', policy: 'deny', price: 6500, quantity: 0 },
        ],
      },
    ])
  })

  test('reads the same in chunks of one byte', async () => {
    expect(await readFixture('store-export.csv', 1)).toEqual(await readFixture('store-export.csv', 100_000))
  })
})

describe('columns', () => {
  test('a file without one leaves the field alone', async () => {
    const { drafts } = await read('Handle,Variant SKU,Variant Price\ntee,TEE,12.00\n')
    const [draft] = drafts
    expect(Object.values(draft?.fields ?? {}).filter((value) => value !== undefined)).toEqual([])
    expect(draft?.variants).toEqual([{ line: 2, sku: 'TEE', skuDerived: false, options: {}, price: 1200 }])
  })

  test('a blank cell clears text, lists and the price before a reduction, and says nothing elsewhere', async () => {
    const columns =
      'Body (HTML),Vendor,Type,Tags,Published,Status,SEO Title,Image Src,Care (product.metafields.a.care)'
    const variant = 'Variant SKU,Variant Price,Variant Compare At Price,Variant Inventory Qty,Variant Barcode'
    const { drafts } = await read(`Handle,Title,${columns},${variant}\ntee,Tee,,,,,,,,,,TEE,,,,\n`)
    expect(drafts[0]?.fields).toEqual({
      title: 'Tee',
      descriptionHtml: '',
      vendor: '',
      productType: '',
      tags: [],
      categoryPath: [],
      seo: { title: '' },
      images: [],
      attributes: { Care: null },
    })
    expect(drafts[0]?.variants[0]).toEqual({
      line: 2,
      sku: 'TEE',
      skuDerived: false,
      options: {},
      compareAtPrice: null,
      barcode: '',
    })
  })

  test('are known in any case and spacing; blank and repeated ones are no trouble', async () => {
    const { drafts, warnings } = await read('handle, TITLE ,variant  price,Title,,\ntee,Tee,5,Other,,\n')
    expect(drafts).toMatchObject([{ fields: { title: 'Tee' }, variants: [{ price: 500 }] }])
    expect(warnings.map(brief)).toEqual(['1 Title duplicate_column'])
  })

  test.each(['Price / US', 'Variant Price / EUR', 'Compare-at price / Japan', 'Included / International'])(
    'for another market (%s) are read past with a warning',
    async (name) => {
      const { drafts, warnings } = await read(`Handle,Variant Price,${name}\ntee,5,777\n`)
      expect(drafts[0]?.variants[0]?.price).toBe(500)
      expect(warnings.map(brief)).toEqual([`1 ${name} currency_column_ignored`])
    },
  )

  test.each([
    ['Title,Price\nTee,5\n', 'no column "Handle"'],
    ['Handle;Title;Price\ntee;Tee;5\n', 'commas'],
  ])('without Handle nothing is read: %j', async (file, hint) => {
    const { drafts, errors, warnings } = await read(file)
    expect([drafts, warnings]).toEqual([[], []])
    expect(errors.map(brief)).toEqual(['1 Handle missing_column'])
    expect(errors[0]?.message).toContain(hint)
  })

  test('of a file with bare carriage returns are refused in one finding', async () => {
    const { drafts, errors, warnings } = await read('Handle,Title\rtee,Tee\r')
    expect([drafts, warnings, errors.map(brief)]).toEqual([[], [], ['1 unsupported_newlines']])
  })

  test('an empty file says so', async () => {
    expect((await read('')).errors.map(brief)).toEqual(['1 empty_file'])
    expect((await read('\n\n')).errors.map(brief)).toEqual(['1 empty_file'])
  })
})

describe('a broken row', () => {
  test('is reported with its line while the other products go in', async () => {
    const { drafts, errors } = await readFixture('broken-rows.csv')
    expect(drafts.map(({ line, handle }) => `${line} ${handle}`)).toEqual(['2 lamp', '11 jug', '16 tray'])
    expect(errors.map((error) => `${error.handle}: ${brief(error)}`)).toEqual([
      'rug: 5 Variant Price ambiguous_price',
      'pan: 7 stray_quote',
      'pot: 8 wrong_column_count',
      'cup: 9 stray_quote',
      'vase: 12 Image Src invalid_url',
      'bowl: 14 Variant SKU duplicate_sku',
      'lamp: 15 Handle handle_not_contiguous',
    ])
    expect(errors.every(({ rejectsProduct }) => rejectsProduct)).toBe(true)
  })

  const header =
    'Handle,Title,Status,Published,Variant SKU,Variant Grams,Variant Inventory Qty,Variant Inventory Policy'
  test.each([
    ['a b,Tee,,,T,,,', 'Handle invalid_handle'],
    ['tee.x,Tee,,,T,,,', 'Handle invalid_handle'],
    [`${'h'.repeat(256)},Tee,,,T,,,`, 'Handle invalid_handle'],
    [',Tee,,,T,,,', 'Handle blank_handle'],
    ['tee,,,,T,,,', 'Title blank_title'],
    [`tee,${'t'.repeat(256)},,,T,,,`, 'Title too_long'],
    ['tee,T\0ee,,,T,,,', 'Title invalid_character'],
    ['tee,Tee,live,,T,,,', 'Status invalid_status'],
    ['tee,Tee,,maybe,T,,,', 'Published invalid_boolean'],
    [`tee,Tee,,,${'s'.repeat(121)},,,`, 'Variant SKU too_long'],
    ['tee,Tee,,,T,1 kg,,', 'Variant Grams invalid_weight'],
    ['tee,Tee,,,T,,1.5,', 'Variant Inventory Qty invalid_quantity'],
    ['tee,Tee,,,T,,many,', 'Variant Inventory Qty invalid_quantity'],
    ['tee,Tee,,,T,,,sometimes', 'Variant Inventory Policy invalid_policy'],
  ])('%s', async (row, expected) => {
    const { drafts, errors } = await read(`${header}\n${row}\nmug,Mug,,,M,,,\n`)
    expect(errors.map(brief)).toEqual([`2 ${expected}`])
    expect(drafts.map(({ handle }) => handle)).toEqual(['mug'])
  })

  test('with several wrong cells names each, and counts as one product', async () => {
    const { errors } = await read(`${header}\ntee,Tee,live,maybe,T,x,,\ntee,,,,U,x,,\n`)
    expect(errors.map((error) => `${brief(error)} ${error.rejectsProduct}`)).toEqual([
      '2 Published invalid_boolean true',
      '2 Status invalid_status false',
      '2 Variant Grams invalid_weight false',
    ])
  })

  test('that names no handle takes along the product being read', async () => {
    const { drafts, errors } = await read('Handle,Title,Variant SKU\ntee,Tee,T1\n,,T2\ntee,,T3\nmug,Mug,M\n')
    expect(errors.map((error) => `${error.handle}: ${brief(error)}`)).toEqual(['tee: 3 Handle blank_handle'])
    expect(drafts.map(({ handle }) => handle)).toEqual(['mug'])
  })

  test('that cannot be read takes along the product it names, and no other', async () => {
    const { drafts, errors } = await read(
      'Handle,Title,Variant SKU\ntee,Tee,T1\nmug,M"ug,M\nmug,,M2\npan,Pan,P\n',
    )
    expect(errors.map((error) => `${error.handle}: ${brief(error)}`)).toEqual(['mug: 3 stray_quote'])
    expect(drafts.map(({ handle }) => handle)).toEqual(['tee', 'pan'])
  })

  test('that cannot be read and names none takes along both neighbours it may belong to', async () => {
    const { drafts, errors } = await read('Variant SKU,Handle\nT1,tee\n"M"1,mug\nM2,mug\nP,pan\n')
    expect(errors.map((error) => `${error.handle}: ${brief(error)}`)).toEqual([
      'tee: 3 stray_quote',
      'mug: 4 Handle unreadable_row_before',
    ])
    expect(drafts.map(({ handle }) => handle)).toEqual(['pan'])
  })

  test('of a thousand leaves 999 products', async () => {
    const rows = Array.from(
      { length: 1000 },
      (_, index) => `p-${index},Product ${index},S${index},${index}.50`,
    )
    rows[500] = 'p-500,Product 500,S500,1.2.3'
    const { drafts, errors } = await read(`Handle,Title,Variant SKU,Variant Price\n${rows.join('\n')}`)
    expect(drafts).toHaveLength(999)
    expect(errors.map(brief)).toEqual(['502 Variant Price invalid_price'])
  })
})

describe('variants and options', () => {
  const header = 'Handle,Title,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU'
  test.each([
    ['a value missing', 'tee,Tee,Size,S,Color,Red,A\ntee,,,M,,,B', '3 Option2 Value option_value_missing'],
    ['a value too many', 'tee,Tee,Size,S,,,A\ntee,,,M,,Red,B', '3 Option2 Value option_name_missing'],
    ['another name', 'tee,Tee,Size,S,,,A\ntee,,Colour,M,,,B', '3 Option1 Name option_name_changed'],
    ['a name twice', 'tee,Tee,Size,S,Size,M,A', '2 Option2 Name duplicate_option'],
    ['the same variant', 'tee,Tee,Size,S,,,A\ntee,,,s,,,B', '3 Option1 Value duplicate_variant'],
    ['the same SKU', 'tee,Tee,Size,S,,,A\ntee,,,M,,,A', '3 Variant SKU duplicate_sku'],
    [
      'two plain variants',
      'tee,Tee,Title,Default Title,,,A\ntee,,,Default Title,,,B',
      '3 Option1 Value duplicate_variant',
    ],
  ])('%s is refused', async (_, rows, expected) => {
    const { drafts, errors } = await read(`${header}\n${rows}\n`)
    expect([drafts, errors.map(brief)]).toEqual([[], [expected]])
  })

  test('a SKU the file derives cannot be one the file gives', async () => {
    const { drafts, errors } = await read(
      'Handle,Title,Variant SKU,Variant Price\ntee,Tee,mug,1\nmug,Mug,,1\n',
    )
    expect(drafts.map(({ handle }) => handle)).toEqual(['tee'])
    expect(errors.map(brief)).toEqual(['3 Variant SKU duplicate_sku'])
  })

  test('2,048 variants and 250 images are a product, one more of either is none', async () => {
    const variants = (count: number) =>
      Array.from({ length: count }, (_, index) => `tee,,V${index},`).join('\n')
    const images = (count: number) =>
      Array.from({ length: count }, (_, index) => `tee,,,https://x.test/${index}.png`).join('\n')
    const file = (rows: string) => `Handle,Title,Variant SKU,Image Src\ntee,Tee,,\n${rows}\n`
    expect((await read(file(variants(2048)))).drafts[0]?.variants).toHaveLength(2048)
    expect((await read(file(variants(2049)))).errors.map(brief)).toEqual(['2051 Handle too_many_variants'])
    expect((await read(file(images(250)))).drafts[0]?.fields.images).toHaveLength(250)
    expect((await read(file(images(251)))).errors.map(brief)).toEqual(['253 Image Src too_many_images'])
  })

  test('the first row holds where a later one says otherwise of the product', async () => {
    const { drafts, warnings } = await read(
      'Handle,Title,Vendor,Variant SKU\ntee,Tee,A,T1\ntee,Tee,B,T2\ntee,,,\n',
    )
    expect(drafts[0]?.fields.vendor).toBe('A')
    expect(warnings.map(brief)).toEqual(['3 Vendor product_field_ignored', '4 Handle row_without_content'])
  })
})

describe('images', () => {
  const header = 'Handle,Title,Variant SKU,Image Src,Image Position,Image Alt Text'

  test('stand in order of position, those without one last, and each address once as first named', async () => {
    const rows = ['tee,Tee,T,https://x.test/c,,c', 'tee,,,https://x.test/b,7,b', 'tee,,,https://x.test/a,2,a']
    const { drafts } = await read(`${header}\n${rows.join('\n')}\ntee,,T2,https://x.test/b,1,again\n`)
    expect(drafts[0]?.fields.images?.map(({ alt, position }) => `${position}${alt}`)).toEqual([
      '1a',
      '2b',
      '3c',
    ])
  })

  test.each([
    ['ftp://x.test/a', '1', 'Image Src invalid_url'],
    ['//x.test/a', '1', 'Image Src invalid_url'],
    ['https://x.test/a b', '1', 'Image Src invalid_url'],
    [`https://x.test/${'a'.repeat(2048)}`, '1', 'Image Src too_long'],
    ['https://x.test/a', 'first', 'Image Position invalid_position'],
  ])('%s at %s refuse the whole product', async (url, position, expected) => {
    const { drafts, errors } = await read(`${header}\ntee,Tee,T,,,\ntee,,,${url},${position},\n`)
    expect([drafts, errors.map(brief)]).toEqual([[], [`3 ${expected}`]])
  })
})

describe('a remark that refuses nothing', () => {
  test.each([
    ['Variant Weight Unit', 'stone', 'unknown_weight_unit'],
    ['Variant Barcode', '4.00638E+12', 'mangled_by_spreadsheet'],
    ['Gift Card', 'true', 'column_not_kept'],
  ])('%s of %s', async (column, cell, code) => {
    const { drafts, warnings } = await read(`Handle,Title,Variant SKU,${column}\ntee,Tee,T,${cell}\n`)
    expect(drafts).toHaveLength(1)
    expect(warnings.map(brief)).toEqual([`2 ${column} ${code}`])
  })

  test('of a column we have no place for is made once in a file', async () => {
    const { warnings } = await read(
      'Handle,Title,Cost per item,Gift Card\na,A,1,false\nb,B,2,false\nc,C,3,false\n',
    )
    expect(warnings.map(brief)).toEqual(['2 Cost per item column_not_kept'])
  })
})

test('a refused product that comes back further down stays silent', async () => {
  const { drafts, errors } = await read(
    'Handle,Title,Variant Price\ntee,Tee,x\nmug,Mug,1\ntee,,2\ntee,Tee,3\n',
  )
  expect(drafts.map(({ handle }) => handle)).toEqual(['mug'])
  expect(errors.map(brief)).toEqual(['2 Variant Price invalid_price'])
})

test('a file of a thousand unreadable rows is given up', async () => {
  const { errors } = await read(`Handle,Title\n${'a"b,c\n'.repeat(1500)}`)
  expect(errors).toHaveLength(1001)
  expect(brief(errors.at(-1) ?? { code: '' })).toBe('1001 too_many_unreadable_rows')
})

test('whatever the bytes, reading ends without a throw and every finding names a line of the file', async () => {
  const fragment = fc.constantFrom(
    '"',
    '""',
    ',',
    '\n',
    '\r\n',
    'tee',
    'Mug',
    '9.99',
    '=1',
    '\u0000',
    'é',
    '-1',
  )
  const files = fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join(''))
  await fc.assert(
    fc.asyncProperty(files, async (rows) => {
      const { drafts, errors } = await read(`Handle,Title,Variant Price\n${rows}`)
      const last = rows.split('\n').length + 1
      for (const { line } of [...drafts, ...errors]) {
        expect(line).toBeGreaterThan(1)
        expect(line).toBeLessThanOrEqual(last)
      }
    }),
    seeded(1000),
  )
})
