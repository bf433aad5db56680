import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sanitised } from './description.ts'
import type { ProductDraft, VariantDraft } from './import/draft.ts'
import { type Plan, planImport } from './plan-import.ts'
import type { Product } from './product.ts'

let ids = 0
const newId = (prefix: string) => `${prefix}_${++ids}`
const now = '2026-01-05T09:00:00.000Z'

const variant = (given: Partial<VariantDraft>): VariantDraft => ({
  line: 3,
  sku: 'A',
  skuDerived: false,
  options: {},
  ...given,
})

const draft = (given: Partial<ProductDraft>): ProductDraft => ({
  line: 2,
  handle: 'tee',
  fields: { title: 'Tee' },
  variants: [variant({ price: 500 })],
  ...given,
})

function plan(given: ProductDraft, product?: Product, owners: [string, string][] = []): Plan {
  const { descriptionHtml } = given.fields
  const prepared = {
    draft: given,
    slug: given.handle,
    description: descriptionHtml === undefined ? undefined : sanitised(descriptionHtml),
    category: undefined,
  }
  return planImport(prepared, {
    product,
    owners: new Map(owners),
    definitions: [],
    currency: 'EUR',
    now,
    newId,
  })
}

function applied(of: Plan) {
  if (of.kind !== 'applied') throw new Error(`${of.kind}: ${JSON.stringify(of)}`)
  return of
}

const sized = (fields: object, ...variants: Partial<VariantDraft>[]) =>
  draft({
    fields: { title: 'Tee', options: [{ name: 'Size', values: [] }], ...fields },
    variants: variants.map(variant),
  })

describe('a product that is new', () => {
  it('needs a shelf for each variant, counted as the file says', () => {
    const { shelves } = applied(
      plan(
        sized(
          {},
          { sku: 'A', options: { Size: 'S' }, quantity: 4, policy: 'continue' },
          { sku: 'B', options: { Size: 'M' }, quantity: 2, tracked: false },
          { sku: 'C', options: { Size: 'L' } },
        ),
      ),
    )
    expect(shelves).toEqual([
      { sku: 'A', onHand: 4, policy: 'backorder' },
      { sku: 'B', onHand: 2, policy: 'untracked' },
      { sku: 'C', onHand: 0, policy: 'deny' },
    ])
  })

  it('is rejected without a title', () => {
    expect(plan(draft({ fields: {} }))).toMatchObject({
      kind: 'rejected',
      errors: [{ line: 2, code: 'title_missing' }],
    })
  })
})

describe('a product that is there', () => {
  const { after: tee } = applied(
    plan(
      sized(
        {},
        { sku: 'A', options: { Size: 'S' }, price: 500 },
        { sku: 'B', options: { Size: 'M' }, price: 600 },
      ),
    ),
  )

  it('opens no shelf again, and keeps the policy its shelf was opened with', () => {
    const again = applied(
      plan(sized({}, { sku: 'A', options: { Size: 'S' }, price: 1, quantity: 9, policy: 'continue' }), tee),
    )
    expect(again.shelves).toEqual([])
    expect(again.after.variants[0]?.policy).toBe('deny')
    expect(again.warnings.map(({ code }) => code)).toEqual(['variants_left', 'policy_left'])
  })

  it('finds a variant by its options and gives it the file’s SKU, but not a derived one', () => {
    const renamed = applied(plan(sized({}, { sku: 'NEW', options: { Size: 's' }, price: 500 }), tee))
    expect(renamed.after.variants.map(({ id, sku }) => [id, sku])).toEqual([
      [tee.variants[0]?.id, 'NEW'],
      [tee.variants[1]?.id, 'B'],
    ])
    expect(renamed.shelves).toEqual([{ sku: 'NEW', onHand: 0, policy: 'deny' }])
    const derived = plan(
      sized({}, { sku: 'tee.s', skuDerived: true, options: { Size: 'S' }, price: 500 }),
      tee,
    )
    expect(derived.kind).toBe('unchanged')
  })

  it.each([
    ['an SKU of another product', sized({}, { sku: 'X', options: { Size: 'L' } }), 'sku_taken'],
    [
      'other options than variants left',
      sized({ options: [{ name: 'Cut', values: [] }] }, { sku: 'A', options: { Cut: 'x' } }),
      'options_mismatch',
    ],
    ['the options of a variant left', sized({}, { sku: 'A', options: { Size: 'M' } }), 'duplicate_variant'],
  ])('rejects %s', (_what, given, code) => {
    const rejected = plan(given, tee, [
      ['X', 'prod_other'],
      ['A', tee.id],
      ['B', tee.id],
    ])
    expect(rejected).toMatchObject({ kind: 'rejected', errors: [{ code }] })
  })

  it('stays as it is where the file is silent', () => {
    const rich: Product = {
      ...tee,
      vendor: 'V',
      tags: ['t'],
      attributes: { Fabric: 'Wool', Origin: 'PT' },
      images: [{ url: 'https://x.example/a.jpg', alt: 'A' }],
      seo: { title: 's', description: 'd' },
    }
    expect(plan(draft({ fields: { title: 'Tee' }, variants: [] }), rich).kind).toBe('unchanged')
    const cleared = applied(
      plan(draft({ fields: { vendor: '', attributes: { Fabric: null }, images: [] }, variants: [] }), rich),
    )
    expect(cleared.after).toMatchObject({ vendor: '', attributes: { Origin: 'PT' }, images: [], tags: ['t'] })
  })
})

describe('the price of a variant', () => {
  const { after: reduced } = applied(
    plan(draft({ variants: [variant({ price: 500, compareAtPrice: 700 })] })),
  )

  it.each([
    [{}, { amount: 500, compareAt: 700 }],
    [{ price: 400 }, { amount: 400, compareAt: 700 }],
    [{ price: 500, compareAtPrice: null }, { amount: 500 }],
    [{ compareAtPrice: 900 }, { amount: 500, compareAt: 900 }],
  ])('after a file with %j is %j', (given, price) => {
    const planned = plan(draft({ variants: [variant(given)] }), reduced)
    const after = planned.kind === 'applied' ? planned.after : reduced
    expect(after.variants[0]?.prices).toEqual({ EUR: price })
  })

  it('of a currency it had none in stays open until the file gives one', () => {
    const { after } = applied(plan(draft({ variants: [variant({ compareAtPrice: 900 })] })))
    expect(after.variants[0]?.prices).toEqual({})
  })
})

describe('any file', () => {
  const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })
  const text = fc.string({ maxLength: 8 }).map((one) => one.trim())
  const variants = fc.uniqueArray(
    fc.record({
      sku: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
      size: fc.constantFrom('S', 'M', 'L', 'XL', 's'),
      price: maybe(fc.nat(1_000)),
      compareAtPrice: maybe(fc.option(fc.nat(1_000), { nil: null })),
      tracked: maybe(fc.boolean()),
      policy: maybe(fc.constantFrom('deny' as const, 'continue' as const)),
      taxable: maybe(fc.boolean()),
      barcode: maybe(text),
      weightGrams: maybe(fc.nat(10)),
    }),
    { selector: ({ sku }) => sku, maxLength: 4 },
  )
  const file = fc
    .record({
      title: fc.constantFrom('Tee', 'Shirt'),
      vendor: maybe(text),
      descriptionHtml: maybe(fc.string({ maxLength: 20 })),
      published: maybe(fc.boolean()),
      status: maybe(fc.constantFrom('active' as const, 'draft' as const, 'archived' as const)),
      tags: maybe(fc.uniqueArray(text, { maxLength: 2 })),
      attributes: maybe(
        fc.dictionary(fc.constantFrom('a', 'b'), fc.option(fc.constantFrom('1', '2'), { nil: null })),
      ),
      hasOptions: fc.boolean(),
      variants,
    })
    .map(({ hasOptions, variants, ...fields }) =>
      draft({
        fields: { ...fields, ...(hasOptions && { options: [{ name: 'Size', values: [] }] }) },
        variants: variants.map(({ size, ...one }) =>
          variant({ ...one, options: hasOptions ? { Size: size } : {} }),
        ),
      }),
    )

  it('applied again, to whatever there was before, changes nothing', () => {
    fc.assert(
      fc.property(fc.array(file, { maxLength: 3 }), file, (before, last) => {
        let product: Product | undefined
        let kind = ''
        for (const one of [...before, last]) {
          const planned = plan(one, product)
          kind = planned.kind
          if (planned.kind === 'applied') product = planned.after
        }
        expect(plan(last, product).kind).toBe(kind === 'rejected' ? 'rejected' : 'unchanged')
      }),
      { numRuns: 1_000 },
    )
  })
})
