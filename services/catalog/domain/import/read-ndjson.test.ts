import { describe, expect, test } from 'vitest'
import { brief, type Drained, drain, each } from './fixtures/drain.ts'
import { readNdjson } from './read-ndjson.ts'
import { readShopifyCsv } from './read-shopify-csv.ts'

async function read(...lines: (string | object)[]): Promise<Drained> {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
  return drain(readNdjson(each([text]), { currency: 'EUR' }))
}

const tee = { handle: 'tee', title: 'Tee', variants: [{ sku: 'TEE', price: '19.90' }] }

describe('a JSON line', () => {
  test('says the same as the rows of a CSV', async () => {
    const csv = `Handle,Title,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Compare At Price,Image Src
tee,Tee,"a, b",true,Size,S,,19.90,,https://x.test/1.png
tee,,,,,M,TEE-M,21,25.00,https://x.test/2.png`
    const json = {
      handle: 'tee',
      title: 'Tee',
      tags: ['a', 'b'],
      published: true,
      images: [
        { url: 'https://x.test/2.png', position: 2 },
        { url: 'https://x.test/1.png', position: 1 },
      ],
      options: [{ name: 'Size', values: ['S', 'M'] }],
      variants: [
        { options: { Size: 'S' }, price: '19.90', compareAtPrice: null },
        {
          sku: 'TEE-M',
          options: { Size: 'M' },
          price: { amount: 2100, currency: 'EUR' },
          compareAtPrice: '25',
        },
      ],
    }
    const fromCsv = await drain(readShopifyCsv(each([csv]), { currency: 'EUR' }))
    const fromJson = await read(json)
    expect(fromJson.errors).toEqual([])
    const withoutLines = ({ drafts }: Drained) =>
      drafts.map((draft) => ({
        ...draft,
        line: 0,
        variants: draft.variants.map((one) => ({ ...one, line: 0 })),
      }))
    expect(withoutLines(fromJson)).toEqual(withoutLines(fromCsv))
  })

  test('is silent about what it leaves out', async () => {
    const { drafts } = await read({ handle: 'tee', variants: [{ sku: 'TEE', quantity: 3 }] })
    expect(drafts).toEqual([
      {
        line: 1,
        handle: 'tee',
        fields: {},
        variants: [{ line: 1, sku: 'TEE', skuDerived: false, options: {}, quantity: 3 }],
      },
    ])
  })

  test('may leave the options to its variants', async () => {
    const { drafts } = await read({
      ...tee,
      variants: [{ options: { Size: 'S' } }, { options: { Size: 'L' } }],
    })
    expect(drafts[0]?.fields.options).toEqual([{ name: 'Size', values: ['S', 'L'] }])
    expect(drafts[0]?.variants.map(({ sku }) => sku)).toEqual(['tee.s', 'tee.l'])
  })

  test.each([
    ['not JSON', '{"handle":', '2 invalid_json'],
    ['no object', '[]', '2 invalid_type'],
    ['no handle', { title: 'Mug' }, '2 handle missing_field'],
    ['a bad handle', { handle: 'a b' }, '2 handle invalid_handle'],
    ['an unknown field', { handle: 'mug', colour: 'red' }, '2 colour unknown_field'],
    [
      'an unknown variant field',
      { handle: 'mug', variants: [{ cost: 1 }] },
      '2 variants.0.cost unknown_field',
    ],
    ['a float as price', { handle: 'mug', variants: [{ price: 19.9 }] }, '2 variants.0.price invalid_type'],
    [
      'a comma in the price',
      { handle: 'mug', variants: [{ price: '1,5' }] },
      '2 variants.0.price ambiguous_price',
    ],
    [
      'another currency',
      { handle: 'mug', variants: [{ price: { amount: 1, currency: 'USD' } }] },
      '2 variants.0.price currency_mismatch',
    ],
    ['a blank title', { handle: 'mug', title: ' ' }, '2 title blank_title'],
    ['NUL', { handle: 'mug', vendor: '\0' }, '2 vendor invalid_character'],
    ['half a surrogate pair', '{"handle":"mug","vendor":"\\ud800"}', '2 vendor invalid_character'],
    ['an image without address', { handle: 'mug', images: [{ url: '' }] }, '2 images.0.url invalid_url'],
    ['an image as text', { handle: 'mug', images: ['https://x.test'] }, '2 images.0 invalid_type'],
    [
      'a negative quantity',
      { handle: 'mug', variants: [{ quantity: -1 }] },
      '2 variants.0.quantity too_small',
    ],
    ['a status of its own', { handle: 'mug', status: 'live' }, '2 status invalid_value'],
    [
      'an option nobody lists',
      { handle: 'mug', options: [], variants: [{ options: { Size: 'S' } }] },
      '2 variants.0.options option_name_missing',
    ],
    [
      'an option without value',
      { handle: 'mug', options: [{ name: 'Size' }], variants: [{}] },
      '2 variants.0.options option_value_missing',
    ],
    [
      'an option listed twice',
      { handle: 'mug', options: [{ name: 'A' }, { name: 'A' }] },
      '2 options duplicate_option',
    ],
    ["another product's SKU", { handle: 'mug', variants: [{ sku: 'TEE' }] }, '2 variants.sku duplicate_sku'],
    ['a handle read before', tee, '2 handle duplicate_handle'],
    ['more than sixteen mebibytes', `{"handle":"${'x'.repeat(16_777_216)}"}`, '2 line_too_long'],
  ])('with %s is refused, and the others go in', async (_, line, expected) => {
    const { drafts, errors } = await read(tee, line, '', { handle: 'pan' })
    expect(errors.map(brief)).toEqual([expected])
    expect(drafts.map(({ line, handle }) => `${line} ${handle}`)).toEqual(['1 tee', '4 pan'])
  })

  test('tells all that is wrong with it, once per product', async () => {
    const { errors } = await read({ handle: 'mug', title: '', status: 'x', variants: [{ price: 'a' }] })
    expect(errors.map(({ handle, rejectsProduct }) => `${handle} ${rejectsProduct}`)).toEqual([
      'mug true',
      'mug false',
      'mug false',
    ])
  })

  test('names an image once, as first given', async () => {
    const images = ['first', 'second'].map((alt) => ({ url: 'https://x.test/1.png', alt }))
    const { drafts } = await read({ handle: 'mug', images })
    expect(drafts[0]?.fields.images).toEqual([{ url: 'https://x.test/1.png', alt: 'first', position: 1 }])
  })

  test('gives a name like __proto__ no power', async () => {
    const { drafts, errors } = await read('{"handle":"mug","attributes":{"__proto__":"x"},"variants":[]}')
    expect(errors).toEqual([])
    expect(Object.getPrototypeOf(drafts[0]?.fields.attributes ?? {})).toBe(Object.prototype)
  })
})
