import {
  createAttribute,
  createProduct,
  deleteAttribute,
  editAttribute,
  editProduct,
  listAttributes,
  publishProduct,
  showAttribute,
  showProduct,
} from '@souk/contracts/catalog'
import { guest, staff } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browse, codeOf, openTestCatalog, type TestCatalog } from './test-shop.ts'

let shop: TestCatalog

beforeAll(async () => {
  shop = await openTestCatalog()
})
afterAll(() => shop.stage.stop())

const fabric = { kind: 'enum' as const, values: ['cotton', 'linen'] }

describe('a definition', () => {
  it('is made, shown, listed, changed by whoever saw its last version, and forgotten', async () => {
    const { id, version } = await shop.order(createAttribute, {
      key: 'Origin',
      type: { kind: 'enum', values: ['PT', 'ES', 'PT'] },
      labels: { de: 'Herkunft' },
    })
    const first = await shop.order(showAttribute, { id })
    expect(first).toEqual({
      id,
      key: 'Origin',
      type: { kind: 'enum', values: ['PT', 'ES'] },
      labels: { de: 'Herkunft' },
      productTypes: [],
      isRequired: false,
      isFilterable: false,
      version: 1,
    })
    const edited = await shop.order(editAttribute, { id, isFilterable: true }, `"${version}"`)
    expect(edited).toEqual({ ...first, isFilterable: true, version: 2 })
    expect(await shop.order(editAttribute, { id, isFilterable: true })).toEqual(edited)
    const stale = { as: staff, ifMatch: `"${version}"` }
    const { stage } = shop
    expect(codeOf(await stage.ask(editAttribute, { id, isRequired: true }, stale))).toBe('version_conflict')
    expect(codeOf(await stage.ask(deleteAttribute, { id }, stale))).toBe('version_conflict')
    await shop.order(deleteAttribute, { id })
    expect(codeOf(await stage.ask(showAttribute, { id }, { as: staff }))).toBe('not_found')
  })

  it('has a key of its own, also when ten want it at once', async () => {
    const define = () =>
      shop.stage.ask(createAttribute, { key: 'Contested', type: { kind: 'text' } }, { as: staff })
    const results = await Promise.all(Array.from({ length: 10 }, define))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(new Set(results.map(codeOf))).toEqual(new Set([undefined, 'key_taken']))
  })

  it('is found once while paging', async () => {
    for (const key of ['P1', 'P2', 'P3']) await shop.order(createAttribute, { key, type: { kind: 'date' } })
    const seen: string[] = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await shop.order(listAttributes, { limit: 2, ...(cursor && { cursor }) })
      seen.push(...page.items.map(({ key }) => key))
      cursor = page.nextCursor
    }
    expect(seen).toEqual(expect.arrayContaining(['P1', 'P2', 'P3']))
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('is the affair of staff for products alone', async () => {
    const input = { key: 'Mine', type: { kind: 'text' as const } }
    expect(codeOf(await shop.stage.ask(createAttribute, input, { as: guest }))).toBe('unauthenticated')
    const packer = { kind: 'staff' as const, id: 'staff_2', scopes: ['orders:write'] }
    expect(codeOf(await shop.stage.ask(createAttribute, input, { as: packer }))).toBe('forbidden')
  })
})

describe('a product', () => {
  it('with a wrong value is refused, and told which key and what is allowed', async () => {
    await shop.order(createAttribute, { key: 'Fabric', type: fabric, productTypes: ['Shirt'] })
    const shirt = { productType: 'Shirt', attributes: { Fabric: 'silk', Fit: 'whatever' } }
    const refused = await shop.stage.ask(createProduct, { title: 'Shirt', ...shirt }, { as: staff })
    expect(refused).toMatchObject({
      refusal: {
        code: 'invalid_attributes',
        detail: '“Fabric” cannot be “silk”: one of cotton, linen',
        errors: [{ path: 'attributes.Fabric', code: 'invalid_attribute' }],
      },
    })
    const attributes = { Fabric: 'linen', Fit: 'whatever' }
    const { id, slug } = await shop.put({ productType: 'Shirt', attributes })
    expect((await browse(shop.stage, showProduct, { idOrSlug: slug })).attributes).toEqual(attributes)
    const edit = (given: object) => shop.stage.ask(editProduct, { id, ...given }, { as: staff }).then(codeOf)
    expect(await edit({ attributes: { Fabric: 'Linen' } })).toBe('invalid_attributes')
    expect(await edit({ productType: 'Poster', attributes: { Fabric: 'Linen' } })).toBeUndefined()
    expect(await edit({ productType: 'Shirt' })).toBe('invalid_attributes')
  })

  it('goes on sale only with what is required of it', async () => {
    await shop.order(createAttribute, {
      key: 'Allergens',
      type: { kind: 'enum_list', values: ['nuts', 'milk', 'none'] },
      productTypes: ['Chocolate'],
      isRequired: true,
    })
    const { id } = await shop.put({ status: 'draft', productType: 'Chocolate' })
    const publish = () => shop.stage.ask(publishProduct, { id }, { as: staff }).then(codeOf)
    expect(await publish()).toBe('invalid_attributes')
    await shop.order(editProduct, { id, attributes: { Allergens: 'milk, nuts' } })
    expect(await publish()).toBeUndefined()
  })

  it('of an import is rejected by its line where a value does not fit, and the others go in', async () => {
    await shop.order(createAttribute, { key: 'Litres', type: { kind: 'number', unit: 'l' } })
    const line = (handle: string, litres: string) =>
      JSON.stringify({ handle, title: handle, attributes: { Litres: litres, Free: 'as ever' } })
    const file = [line('kettle', '1.5'), line('pot', 'many')].join('\n')
    expect(await shop.bring(file)).toMatchObject({
      applied: 1,
      rejected: 1,
      errors: [
        { line: 2, code: 'invalid_attribute', message: expect.stringContaining('a number like 12.5, in l') },
      ],
    })
    expect(await shop.bring(file)).toMatchObject({ applied: 0, unchanged: 1, rejected: 1 })
  })
})
