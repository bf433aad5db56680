import type { Attribute, AttributeType } from '@souk/contracts/catalog'
import { describe, expect, it } from 'vitest'
import { unfitAttributes } from './attributes.ts'
import { blankProduct } from './edit-product.ts'
import type { Product } from './product.ts'

const NOW = '2026-11-23T12:00:00.000Z'
const product = (given: Partial<Product> = {}): Product => ({ ...blankProduct('prod_1', NOW), ...given })
const define = (key: string, type: AttributeType, more: Partial<Attribute> = {}): Attribute => ({
  id: 'attr_1',
  key,
  type,
  labels: {},
  productTypes: [],
  isRequired: false,
  isFilterable: false,
  version: 1,
  ...more,
})
const messages = (...given: Parameters<typeof unfitAttributes>) =>
  unfitAttributes(...given).map(({ message }) => message)

const values = ['cotton', 'linen', 'wool']

describe('a value', () => {
  it.each<[AttributeType, string[], string[]]>([
    [{ kind: 'text' }, ['anything', '12'], []],
    [{ kind: 'number', unit: 'g' }, ['0', '-3', '12.5', '250'], ['12,5', '1e3', '012', '12 g', '.5', 'NaN']],
    [{ kind: 'boolean' }, ['true', 'false'], ['yes', 'TRUE', '1']],
    [{ kind: 'date' }, ['2026-02-28', '2028-02-29'], ['2026-02-29', '2026-13-01', '28.2.2026', '2026-2-8']],
    [{ kind: 'enum', values }, ['linen'], ['Linen', 'silk', 'linen, wool']],
    [{ kind: 'enum_list', values }, ['linen', 'wool, cotton'], ['linen,wool', 'linen, silk', 'wool, wool']],
  ])('of $kind is taken where it fits and refused where it does not', (type, good, bad) => {
    const judge = (value: string) =>
      messages(undefined, product({ attributes: { Key: value } }), [define('Key', type)])
    for (const value of good) expect(judge(value), value).toEqual([])
    for (const value of bad) expect(judge(value), value).toHaveLength(1)
  })

  it('is refused with its key and what is allowed', () => {
    const after = product({ attributes: { Fabric: 'silk', Weight: 'light' } })
    const definitions = [
      define('Fabric', { kind: 'enum', values }),
      define('Weight', { kind: 'number', unit: 'g' }),
    ]
    expect(messages(undefined, after, definitions)).toEqual([
      '“Fabric” cannot be “silk”: one of cotton, linen, wool',
      '“Weight” cannot be “light”: a number like 12.5, in g',
    ])
  })

  it('of a key nobody defined, or defined for other products, is free', () => {
    const after = product({ productType: 'Cup', attributes: { Fabric: 'silk', Glaze: 'red' } })
    expect(
      messages(undefined, after, [define('Fabric', { kind: 'date' }, { productTypes: ['Shirt'] })]),
    ).toEqual([])
  })

  it('that was there before its definition stays, until it or the type of the product changes', () => {
    const before = product({ attributes: { Fabric: 'silk' } })
    const definitions = [define('Fabric', { kind: 'enum', values })]
    expect(messages(before, { ...before, title: 'Other' }, definitions)).toEqual([])
    expect(messages(before, { ...before, attributes: { Fabric: 'jute' } }, definitions)).toHaveLength(1)
    expect(messages(before, { ...before, productType: 'Shirt' }, definitions)).toHaveLength(1)
  })
})

describe('a required attribute', () => {
  const definitions = [define('Fabric', { kind: 'enum', values }, { isRequired: true })]

  it('may be missing from a draft, and not from what is or shall be for sale', () => {
    const draft = product()
    expect(messages(undefined, draft, definitions)).toEqual([])
    const missing = ['“Fabric” is required of what is for sale: one of cotton, linen, wool']
    expect(messages(draft, { ...draft, status: 'published' }, definitions)).toEqual(missing)
    expect(messages(draft, { ...draft, publishAt: NOW }, definitions)).toEqual(missing)
  })

  it('cannot be taken away from what is for sale; what never had it may still be edited', () => {
    const old = product({ status: 'published' })
    expect(messages(old, { ...old, title: 'Other' }, definitions)).toEqual([])
    const full = { ...old, attributes: { Fabric: 'wool' } }
    expect(messages(full, old, definitions)).toHaveLength(1)
  })
})
