import {
  addImage,
  createCategory,
  createProduct,
  createVariant,
  deleteCategory,
  deleteProduct,
  deleteVariant,
  editCategory,
  editProduct,
  editVariant,
  listCategories,
  listProducts,
  listStaffProducts,
  productChanged,
  productDeleted,
  productPublished,
  productUnpublished,
  publishProduct,
  removeImage,
  replaceImages,
  type StaffProduct,
  showProduct,
  showStaffProduct,
  showVariants,
  unpublishProduct,
} from '@souk/contracts/catalog'
import { adjustStock, availabilityChanged, showStock } from '@souk/contracts/inventory'
import { inventory } from '@souk/inventory/service'
import type { Rendered, Sent } from '@souk/kit/contract'
import { guest, openStage, type Stage, staff, testCluster } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalog } from './service.ts'

let stage: Stage
let made = 0

beforeAll(async () => {
  stage = await openStage([catalog(), inventory], { cluster: testCluster() })
})
afterAll(() => stage.stop())

const eur = (amount: number) => ({ amount, currency: 'EUR' })
const usd = (amount: number) => ({ amount, currency: 'USD' })

function bodyOf<T>(result: { ok: true; body: T } | { ok: false; refusal: { code: string } }): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`)
  return result.body
}

const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code

/** A published product of one variant, unless told otherwise. */
async function put(given: Partial<Sent<typeof createProduct>> = {}): Promise<StaffProduct> {
  const number = ++made
  const variants = [{ sku: `SKU-${number}`, prices: [eur(1_990)], quantity: 10 }]
  const product = { title: `Thing ${number}`, status: 'published' as const, variants, ...given }
  return bodyOf(await stage.ask(createProduct, product, { as: staff }))
}

const see = (idOrSlug: string, currency?: string) =>
  stage.ask(showProduct, { idOrSlug, ...(currency && { currency }) }, { as: guest })

const browse = async (query: object) => bodyOf(await stage.ask(listProducts, query, { as: guest }))

describe('what shoppers see', () => {
  it('shows a published product by id and by slug, in the shop’s currency or another', async () => {
    const { id, slug } = await put({
      title: 'Olive Oil',
      vendor: 'Grove',
      variants: [
        { sku: 'OIL-S', options: { Size: '250 ml' }, prices: [eur(900), usd(1_000)], quantity: 9 },
        {
          sku: 'OIL-L',
          options: { Size: '1 l' },
          prices: [eur(2_500)],
          compareAtPrices: [eur(3_000)],
          quantity: 2,
        },
      ],
    })
    expect(slug).toBe('olive-oil')
    expect(bodyOf(await see('olive-oil'))).toMatchObject({
      id,
      title: 'Olive Oil',
      vendor: 'Grove',
      options: [{ name: 'Size', values: ['250 ml', '1 l'] }],
      variants: [
        { sku: 'OIL-S', title: '250 ml', price: eur(900), availability: 'in_stock' },
        {
          sku: 'OIL-L',
          title: '1 l',
          price: eur(2_500),
          compareAtPrice: eur(3_000),
          availability: 'low_stock',
        },
      ],
      priceRange: { min: eur(900), max: eur(2_500) },
    })
    expect(bodyOf(await see(id, 'USD')).variants.map(({ sku }) => sku)).toEqual(['OIL-S'])
    expect(codeOf(await see(id, 'JPY'))).toBe('not_found')
  })

  it('hides drafts, and shows them once published', async () => {
    const { id } = await put({ status: 'draft' })
    expect(codeOf(await see(id))).toBe('not_found')
    await stage.ask(publishProduct, { id }, { as: staff })
    expect(await see(id)).toMatchObject({ ok: true })
    await stage.ask(unpublishProduct, { id }, { as: staff })
    expect(codeOf(await see(id))).toBe('not_found')
    expect((await browse({ limit: 100 })).items.some((one) => one.id === id)).toBe(false)
  })

  it('lists a category with everything below it, by id or slug', async () => {
    const root = await category('Kitchen')
    const below = await category('Pans', root.id)
    const { id } = await put({ categoryIds: [below.id] })
    expect((await browse({ category: root.slug })).items.map((one) => one.id)).toEqual([id])
    expect((await browse({ category: below.id })).items.map((one) => one.id)).toEqual([id])
    expect((await browse({ category: 'no-such-category' })).items).toEqual([])
  })

  it('pages through every order without repeating or skipping', async () => {
    const { id } = await category('Paged')
    const prices = [500, 300, 300, 900, 300, 100, 700]
    for (const [index, amount] of prices.entries()) {
      await put({
        title: `${index % 2 ? 'é' : 'E'}gg ${index % 3}`,
        categoryIds: [id],
        variants: [{ sku: `PAGED-${index}`, prices: [eur(amount)] }],
      })
    }
    const walk = async (sort: string) => {
      const seen = []
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await browse({ category: id, sort, limit: 2, ...(cursor && { cursor }) })
        seen.push(...page.items)
        cursor = page.nextCursor
      }
      expect(new Set(seen.map((one) => one.id)).size).toBe(prices.length)
      return seen
    }
    const amounts = (items: Awaited<ReturnType<typeof walk>>) =>
      items.map((one) => one.priceRange?.min.amount)
    expect(amounts(await walk('price'))).toEqual([100, 300, 300, 300, 500, 700, 900])
    expect(amounts(await walk('-price'))).toEqual([900, 700, 500, 300, 300, 300, 100])
    expect((await walk('title')).map(({ title }) => title.at(-1)).join('')).toBe('0001122')
    expect((await walk('newest')).map((one) => one.id)).toEqual(
      (await walk('relevance')).map((one) => one.id),
    )
    const first = { category: id, sort: 'price' as const, limit: 1 }
    const cursor = (await browse(first)).nextCursor
    for (const wrong of [{ sort: 'title', cursor }, { cursor: 'nonsense' }, { ...first, cursor: '' }]) {
      expect(codeOf(await stage.ask(listProducts, wrong as object, { as: guest }))).toBe('invalid_cursor')
    }
  })

  it('shows the tree of categories by position', async () => {
    const root = await category('Garden')
    const second = await category('Seeds', root.id)
    const first = await category('Tools', root.id)
    await stage.ask(editCategory, { id: second.id, position: 9 }, { as: staff })
    const { items } = bodyOf(await stage.ask(listCategories, {}, { as: guest }))
    expect(items.find(({ id }) => id === root.id)?.children.map(({ id }) => id)).toEqual([
      first.id,
      second.id,
    ])
  })

  it('takes out of a description what could run, and keeps its words', async () => {
    const description =
      '<p onclick="x()">Good <b>oil</b><script>alert(1)</script><a href="javascript:x">!</a></p>'
    const { slug } = await put({ description })
    expect(bodyOf(await see(slug)).description).toBe('<p>Good <b>oil</b><a>!</a></p>')
  })
})

describe('pages in memory', () => {
  const pageOf = async (idOrSlug: string): Promise<Rendered> => {
    const reply = await stage.reply(showProduct, { idOrSlug }, { as: guest })
    if (!reply.ok || !('rendered' in reply)) throw new Error('not rendered')
    return reply.rendered
  }

  it('keep their tag until something changes, and then have another', async () => {
    const { id, slug, variants } = await put()
    const before = await pageOf(slug)
    await put()
    expect((await pageOf(slug)).etag).toBe(before.etag)
    const variantId = variants[0]?.id ?? ''
    await stage.ask(editVariant, { id, variantId, prices: [eur(1)] }, { as: staff })
    const after = await pageOf(slug)
    expect(after.etag).not.toBe(before.etag)
    expect(after.bytes.toString()).toContain('"amount":1,')
  })

  it('of products and lists tell at once that a variant is sold out', async () => {
    const { slug, variants } = await put()
    const sku = variants[0]?.sku ?? ''
    const word = async () => {
      const { items } = await browse({ limit: 100 })
      const listed = items.find((one) => one.slug === slug)
      return [bodyOf(await see(slug)).variants[0]?.availability, listed?.variants[0]?.availability]
    }
    expect(await word()).toEqual(['in_stock', 'in_stock'])
    await stage.ask(adjustStock, { sku, delta: -10, reason: 'sold' }, { as: staff, key: `gone-${sku}` })
    await stage.settle()
    expect(await word()).toEqual(['out_of_stock', 'out_of_stock'])
    await stage.announce(availabilityChanged({ sku, availability: 'in_stock', version: 1 }))
    await stage.settle()
    expect(await word()).toEqual(['out_of_stock', 'out_of_stock'])
  })

  it('keep a word that came before its variant, and when its goods come', async () => {
    const expectedAt = '2027-03-01T00:00:00.000Z'
    const word = { sku: 'EARLY', availability: 'backorder' as const, version: 7 }
    await stage.announce(availabilityChanged({ ...word, expectedAt }))
    await stage.settle()
    const { slug } = await put({ variants: [{ sku: 'EARLY', prices: [eur(5)], quantity: 50 }] })
    expect(bodyOf(await see(slug)).variants[0]).toMatchObject({ availability: 'backorder', expectedAt })
  })
})

describe('what staff do with products', () => {
  it('opens shelves with what is on hand', async () => {
    await put({ variants: [{ sku: 'SHELF', prices: [eur(5)], quantity: 3, policy: 'backorder' }] })
    expect(bodyOf(await stage.ask(showStock, { sku: 'SHELF' }, { as: staff }))).toMatchObject({ onHand: 3 })
  })

  it('refuses a slug or SKU that is taken, and opens no shelf for it', async () => {
    await put({ slug: 'taken-slug', variants: [{ sku: 'TAKEN' }] })
    const create = (given: object) =>
      stage.ask(createProduct, { title: 'Another', ...given }, { as: staff }).then(codeOf)
    expect(await create({ slug: 'taken-slug', variants: [{ sku: 'NEVER' }] })).toBe('slug_taken')
    expect(await create({ variants: [{ sku: 'NEVER' }, { sku: 'TAKEN' }] })).toBe('sku_taken')
    expect(codeOf(await stage.ask(showStock, { sku: 'NEVER' }, { as: staff }))).toBe('not_found')
    const { id } = await put()
    expect(codeOf(await stage.ask(editProduct, { id, slug: 'taken-slug' }, { as: staff }))).toBe('slug_taken')
  })

  it('lets one of ten who want the same SKU at once have it', async () => {
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        stage.ask(createProduct, { title: `Racer ${index}`, variants: [{ sku: 'RACED' }] }, { as: staff }),
      ),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(new Set(results.map(codeOf))).toEqual(new Set([undefined, 'sku_taken']))
  })

  it('gives a title that is taken a slug with a number', async () => {
    await put({ title: 'Twin' })
    expect(await put({ title: 'Twin' })).toMatchObject({ slug: 'twin-2' })
  })

  it('makes a product once per idempotency key', async () => {
    const create = () => stage.reply(createProduct, { title: 'Only once' }, { as: staff, key: 'only-once' })
    const first = await create()
    expect(await create()).toEqual({ ...first, replayed: true })
  })

  it('edits what is given, refuses an edit of an old version, and calls nothing a change that is none', async () => {
    const { id, version } = await put({ vendor: 'A', tags: ['x'] })
    const edit = (given: object, ifMatch?: string) =>
      stage.ask(editProduct, { id, ...given }, { as: staff, ...(ifMatch && { ifMatch }) })
    expect(bodyOf(await edit({ vendor: 'B' }, `"${version}"`))).toMatchObject({
      version: 2,
      vendor: 'B',
      tags: ['x'],
    })
    expect(codeOf(await edit({ vendor: 'C' }, `"${version}"`))).toBe('version_conflict')
    expect(bodyOf(await edit({ vendor: 'B' }))).toMatchObject({ version: 2 })
    expect(bodyOf(await edit({ vendor: '' }))).toMatchObject({ version: 3, vendor: '' })
  })

  it('refuses all but one of ten edits of the same version', async () => {
    const { id } = await put()
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        stage.ask(editProduct, { id, vendor: `V${index}` }, { as: staff, ifMatch: '"1"' }),
      ),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('adds, changes and removes variants, whose options go together', async () => {
    const { id } = await put({ variants: [{ sku: 'V-S', options: { Size: 'S' }, prices: [eur(5)] }] })
    const add = (given: object) =>
      stage.ask(createVariant, { id, sku: 'V-M', prices: [eur(6)], ...given }, { as: staff })
    expect(codeOf(await add({ options: { Colour: 'red' } }))).toBe('options_mismatch')
    expect(codeOf(await add({ options: { Size: 's' } }))).toBe('duplicate_variant')
    expect(codeOf(await add({ options: { Size: 'M' }, prices: [eur(1), eur(2)] }))).toBe('invalid_prices')
    const added = bodyOf(await add({ options: { Size: 'M' }, quantity: 4 }))
    expect(added.options).toEqual([{ name: 'Size', values: ['S', 'M'] }])
    const variantId = added.variants[1]?.id ?? ''
    const edited = await stage.ask(
      editVariant,
      { id, variantId, sku: 'V-M2', compareAtPrices: [eur(9)] },
      { as: staff },
    )
    expect(bodyOf(edited).variants[1]).toMatchObject({
      sku: 'V-M2',
      prices: [eur(6)],
      compareAtPrices: [eur(9)],
      availability: 'out_of_stock',
    })
    expect(codeOf(await stage.ask(editVariant, { id, variantId, sku: 'V-S' }, { as: staff }))).toBe(
      'sku_taken',
    )
    expect(bodyOf(await stage.ask(deleteVariant, { id, variantId }, { as: staff })).variants).toHaveLength(1)
    expect(codeOf(await stage.ask(deleteVariant, { id, variantId }, { as: staff }))).toBe('not_found')
  })

  it('replaces, appends and removes images', async () => {
    const { id } = await put()
    const url = (name: string) => `https://images.example/${name}.jpg`
    const images = [{ url: url('a'), alt: 'A' }]
    await stage.ask(replaceImages, { id, images }, { as: staff })
    const added = bodyOf(await stage.ask(addImage, { id, url: url('b') }, { as: staff }))
    expect(added.images).toEqual([...images, { url: url('b'), alt: '' }])
    const removed = bodyOf(await stage.ask(removeImage, { id, url: url('a') }, { as: staff }))
    expect(removed.images).toEqual([{ url: url('b'), alt: '' }])
    expect(codeOf(await stage.ask(removeImage, { id, url: url('a') }, { as: staff }))).toBe('not_found')
    expect(await stage.ask(addImage, { id, url: '/media/c.svg' }, { as: staff })).toMatchObject({ ok: true })
    for (const wrong of ['javascript:alert(1)', '//evil.example/x', '/\\evil.example', 'x.jpg', 'https://']) {
      expect(codeOf(await stage.ask(addImage, { id, url: wrong }, { as: staff }))).toBe('invalid_request')
    }
  })

  it('finds products by status and by a part of title or SKU', async () => {
    const { id } = await put({ title: '100 % Wool_Sock', status: 'draft', variants: [{ sku: 'WOOL-77' }] })
    const find = async (query: object) =>
      bodyOf(await stage.ask(listStaffProducts, query, { as: staff })).items.map((one) => one.id)
    for (const q of ['wool_s', 'WOOL-77', '100 %']) expect(await find({ q })).toEqual([id])
    expect(await find({ q: 'wool_s', status: 'published' })).toEqual([])
    expect(await find({ q: '%' })).toEqual([id])
  })

  it('removes a product and frees its SKU', async () => {
    const { id, slug } = await put({ variants: [{ sku: 'FREED', prices: [eur(5)] }] })
    expect(await stage.ask(deleteProduct, { id }, { as: staff })).toMatchObject({ ok: true, status: 204 })
    expect(codeOf(await see(slug))).toBe('not_found')
    expect(codeOf(await stage.ask(deleteProduct, { id }, { as: staff }))).toBe('not_found')
    await put({ variants: [{ sku: 'FREED', prices: [eur(5)] }] })
  })

  it('asks shoppers to sign in and keeps other staff out', async () => {
    const { id } = await put()
    expect(codeOf(await stage.ask(showStaffProduct, { id }, { as: guest }))).toBe('unauthenticated')
    const packer = { kind: 'staff' as const, id: 'staff_2', scopes: ['orders:write'] }
    expect(codeOf(await stage.ask(deleteProduct, { id }, { as: packer }))).toBe('forbidden')
  })
})

describe('what other services are told', () => {
  const told = async (id: string) => {
    await stage.settle()
    return stage
      .announced()
      .filter(({ subject }) => subject === id)
      .map(({ type, data }) => [type, data.version])
  }

  it('is each step of a product in order, and nothing of drafts', async () => {
    const { id, variants } = await put({ status: 'draft' })
    await stage.ask(editProduct, { id, title: 'Still a draft' }, { as: staff })
    expect(await told(id)).toEqual([])
    await stage.ask(publishProduct, { id }, { as: staff })
    await stage.ask(editVariant, { id, variantId: variants[0]?.id ?? '', prices: [eur(7)] }, { as: staff })
    await stage.ask(unpublishProduct, { id }, { as: staff })
    await stage.ask(deleteProduct, { id }, { as: staff })
    expect(await told(id)).toEqual([
      [productPublished.type, 3],
      [productChanged.type, 4],
      [productUnpublished.type, 5],
      [productDeleted.type, 6],
    ])
  })

  it('is the whole sellable state', async () => {
    const image = { url: 'https://images.example/cup.jpg', alt: 'A cup' }
    const product = await put({
      title: 'Cup',
      images: [image],
      variants: [
        {
          ...{ sku: 'CUP-R', options: { Colour: 'Red' }, prices: [eur(800), usd(900)], quantity: 7 },
          ...{ weightGrams: 300, shippingProfile: 'fragile' },
        },
      ],
    })
    await stage.settle()
    const event = stage.announced(productPublished).find(({ subject }) => subject === product.id)
    const variant = {
      variantId: product.variants[0]?.id,
      sku: 'CUP-R',
      productId: product.id,
      productSlug: 'cup',
      title: 'Cup – Red',
      image,
      prices: [eur(800), usd(900)],
      taxClass: 'standard',
      weightGrams: 300,
      shippingProfile: 'fragile',
      availability: 'in_stock',
      isPublished: true,
      version: 1,
    }
    expect(event?.data.variants).toEqual([variant])
    const asked = await stage.ask(showVariants, { skus: ['CUP-R', 'NO-SUCH'], variantIds: [] })
    expect(bodyOf(asked).items).toEqual([variant])
    const edit = { id: product.id, variantId: variant.variantId ?? '', requiresShipping: false }
    await stage.ask(editVariant, edit, { as: staff })
    const download = bodyOf(await stage.ask(showVariants, { skus: ['CUP-R'] })).items
    expect(download).toMatchObject([{ shippingProfile: 'digital', weightGrams: 300 }])
  })
})

describe('the tree of categories', () => {
  it('moves a branch with its products, and never below itself', async () => {
    const from = await category('From')
    const to = await category('To')
    const branch = await category('Branch', from.id)
    const leaf = await category('Leaf', branch.id)
    const { id } = await put({ categoryIds: [leaf.id] })
    const listed = async (one: string) => (await browse({ category: one })).items.map((item) => item.id)
    expect([await listed(from.id), await listed(to.id)]).toEqual([[id], []])
    const move = (one: string, parentId: string | null) =>
      stage.ask(editCategory, { id: one, parentId }, { as: staff })
    expect(bodyOf(await move(branch.id, to.id)).path).toEqual([to.id, branch.id])
    expect([await listed(from.id), await listed(to.id)]).toEqual([[], [id]])
    expect(codeOf(await move(to.id, leaf.id))).toBe('category_cycle')
    expect(codeOf(await move(to.id, to.id))).toBe('category_cycle')
    const moved = bodyOf(await stage.ask(editCategory, { id: leaf.id, name: 'Leaves' }, { as: staff }))
    expect(moved.path).toEqual([to.id, branch.id, leaf.id])
  })

  it('never ends in a ring when two branches are moved below each other at once', async () => {
    const [a, b] = [await category('Ring A'), await category('Ring B')]
    const results = await Promise.all([
      stage.ask(editCategory, { id: a.id, parentId: b.id }, { as: staff }),
      stage.ask(editCategory, { id: b.id, parentId: a.id }, { as: staff }),
    ])
    expect(results.map(codeOf).sort()).toEqual(['category_cycle', undefined])
  })

  it('has each slug once, and each name once among siblings', async () => {
    const { id, slug } = await category('Same')
    const create = (given: object) => stage.ask(createCategory, { name: 'Other', ...given }, { as: staff })
    expect(codeOf(await create({ slug }))).toBe('slug_taken')
    expect(codeOf(await create({ name: 'SAME' }))).toBe('name_taken')
    expect(bodyOf(await create({ name: 'Same', parentId: id }))).toMatchObject({
      slug: 'same-2',
      position: 0,
    })
    expect(codeOf(await stage.ask(deleteCategory, { id }, { as: staff }))).toBe('category_has_children')
    expect(codeOf(await create({ parentId: 'cat_01h455vb4pex5vsknk084sn02q' }))).toBe('unknown_category')
  })

  it('loses a category and keeps its products', async () => {
    const { id } = await category('Doomed')
    const { slug } = await put({ categoryIds: [id] })
    expect(bodyOf(await see(slug)).categories).toHaveLength(1)
    expect(await stage.ask(deleteCategory, { id }, { as: staff })).toMatchObject({ ok: true, status: 204 })
    expect(bodyOf(await see(slug)).categories).toEqual([])
  })

  it('shows a new name on the pages of its products', async () => {
    const { id } = await category('Old name')
    const { slug } = await put({ categoryIds: [id] })
    await see(slug)
    await stage.ask(editCategory, { id, name: 'New name' }, { as: staff, ifMatch: '"1"' })
    expect(bodyOf(await see(slug)).categories).toMatchObject([{ name: 'New name' }])
    expect(codeOf(await stage.ask(editCategory, { id, name: 'x' }, { as: staff, ifMatch: '"1"' }))).toBe(
      'version_conflict',
    )
  })
})

async function category(name: string, parentId: string | null = null) {
  return bodyOf(await stage.ask(createCategory, { name, parentId }, { as: staff }))
}
