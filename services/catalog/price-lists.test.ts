import {
  createPriceList,
  deletePriceList,
  editPriceList,
  editVariant,
  listListPrices,
  listPriceLists,
  listProducts,
  productChanged,
  removeListPrices,
  setListPrices,
  showPriceList,
  showProduct,
  showVariants,
  showWholeProducts,
} from '@souk/contracts/catalog'
import { minutes, toTimestamp } from '@souk/kit/runtime'
import { staff } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browse, codeOf, eur, openTestCatalog, type TestCatalog, usd } from './test-shop.ts'

let shop: TestCatalog

beforeAll(async () => {
  shop = await openTestCatalog({ replicas: 3 })
})
afterAll(() => shop.stage.stop())

const inMinutes = (count: number) => toTimestamp(shop.stage.clock.now() + minutes(count))
const skuOf = ({ variants }: { variants: { sku: string }[] }) => variants[0]?.sku ?? ''
const listOf = (given: object = {}) => shop.order(createPriceList, { title: 'Season', ...given })
const set = (
  id: string,
  prices: { sku: string; amount: number; minQuantity?: number; currency?: string }[],
) => shop.order(setListPrices, { id, prices: prices.map((price) => ({ currency: 'EUR', ...price })) })
const seen = async (idOrSlug: string, currency = 'EUR') => {
  await shop.stage.settle()
  const [variant] = (await browse(shop.stage, showProduct, { idOrSlug, currency })).variants
  return variant
}
const priceSeen = async (id: string) => (await seen(id))?.price.amount
const told = (id: string) =>
  shop.stage.announced(productChanged).filter(({ subject }) => subject === id).length
const asService = { as: { kind: 'service', name: 'carts' } as const }
const sellable = async (sku: string) => {
  const asked = await shop.stage.ask(showVariants, { skus: [sku] }, asService)
  return asked.ok ? asked.body.items[0] : undefined
}

describe('a price list', () => {
  it('is what everyone is shown where it is lower, with what it was and what many cost', async () => {
    const product = await shop.put()
    const { id } = await listOf()
    await set(id, [
      { sku: skuOf(product), amount: 1_500 },
      { sku: skuOf(product), amount: 1_200, minQuantity: 10 },
      { sku: skuOf(product), amount: 1_800, currency: 'USD' },
    ])
    expect(await seen(product.id)).toMatchObject({
      price: eur(1_500),
      compareAtPrice: eur(1_990),
      priceTiers: [{ minQuantity: 10, price: eur(1_200) }],
    })
    const dearer = await shop.put()
    await set(id, [{ sku: skuOf(dearer), amount: 2_500 }])
    const shown = await seen(dearer.id)
    expect(shown?.price).toEqual(eur(1_990))
    expect(shown).not.toHaveProperty('compareAtPrice')
    expect(shown).not.toHaveProperty('priceTiers')
    expect(await seen(product.id, 'USD')).toMatchObject({ price: usd(1_800) })
  })

  it('is in the order of lists by price, in what search asks for, and in what carts are told', async () => {
    const [dear, cheap] = [await shop.put(), await shop.put()]
    const list = await listOf({ customerGroups: ['trade'], startsAt: inMinutes(-1) })
    await set(list.id, [{ sku: skuOf(dear), amount: 1 }])
    await set((await listOf()).id, [{ sku: skuOf(cheap), amount: 100 }])
    const { items } = await browse(shop.stage, listProducts, { sort: 'price', limit: 100 })
    const place = (id: string) => items.findIndex((one) => one.id === id)
    expect(place(cheap.id)).toBeLessThan(place(dear.id))
    const whole = await shop.stage.ask(showWholeProducts, { productIds: [cheap.id] }, asService)
    expect(whole.ok && whole.body.items[0]?.pages[0]?.priceRange).toEqual({ min: eur(100), max: eur(100) })
    expect(await sellable(skuOf(dear))).toMatchObject({
      prices: [eur(1_990)],
      listPrices: [
        {
          priceListId: list.id,
          ...eur(1),
          minQuantity: 1,
          customerGroups: ['trade'],
          startsAt: list.startsAt,
        },
      ],
    })
    expect(await priceSeen(dear.id)).toBe(1_990)
  })

  it('begins and ends on pages by the clock, told once each though three replicas look', async () => {
    const product = await shop.put()
    const list = await listOf({ startsAt: inMinutes(10), endsAt: inMinutes(20) })
    await set(list.id, [{ sku: skuOf(product), amount: 900 }])
    await shop.stage.settle()
    const before = told(product.id)
    const prices: (number | undefined)[] = []
    for (const step of [0, 9, 1, 9, 1]) {
      shop.stage.clock.forward(minutes(step))
      prices.push(await priceSeen(product.id))
    }
    expect(prices).toEqual([1_990, 1_990, 900, 900, 1_990])
    expect(told(product.id) - before).toBe(2)
  })

  it('of more products than a lot is told of all of them, each once, when it changes and when it goes', async () => {
    const lines = Array.from({ length: 120 }, (_, index) =>
      JSON.stringify({
        handle: `listed-${index}`,
        title: `Listed ${index}`,
        status: 'active',
        variants: [{ sku: `LISTED-${index}`, prices: [eur(500)] }],
      }),
    )
    expect(await shop.bring(lines.join('\n'))).toMatchObject({ applied: 120, errors: [] })
    const list = await listOf({ isActive: false })
    await set(
      list.id,
      lines.map((_, index) => ({ sku: `LISTED-${index}`, amount: 300 })),
    )
    const pricesSeen = async () => {
      await shop.stage.settle()
      const shown = ['listed-0', 'listed-119'].map((slug) => priceSeen(slug))
      return [shop.stage.announced(productChanged).length - before, ...(await Promise.all(shown))]
    }
    const before = shop.stage.announced(productChanged).length
    expect(await pricesSeen()).toEqual([0, 500, 500])
    await shop.order(editPriceList, { id: list.id, isActive: true })
    expect(await pricesSeen()).toEqual([120, 300, 300])
    await shop.order(editPriceList, { id: list.id, title: 'Another' })
    expect(await pricesSeen()).toEqual([120, 300, 300])
    await shop.order(deletePriceList, { id: list.id })
    expect(codeOf(await shop.stage.ask(showPriceList, { id: list.id }, { as: staff }))).toBe('not_found')
    expect(await pricesSeen()).toEqual([240, 500, 500])
  })

  it('keeps its prices for a variant under another SKU, and lets them go with it', async () => {
    const product = await shop.put()
    const [variant] = product.variants
    const { id } = await listOf()
    await set(id, [{ sku: skuOf(product), amount: 700 }])
    const sku = `NEW-${skuOf(product)}`
    await shop.order(editVariant, { id: product.id, variantId: variant?.id ?? '', sku })
    expect(await priceSeen(product.id)).toBe(700)
    expect(await shop.order(listListPrices, { id, sku })).toMatchObject({
      items: [{ sku, amount: 700, currency: 'EUR', minQuantity: 1 }],
    })
    const twin = { handle: product.slug, title: 'Twin', variants: [{ sku, prices: [eur(1)] }] }
    expect(await shop.bring(JSON.stringify(twin))).toMatchObject({ applied: 1 })
    expect(await priceSeen(product.id)).toBe(1)
  })
})

describe('the prices of a list', () => {
  it('are set over what was there, listed a page at a time and taken out by what names them', async () => {
    const sku = skuOf(await shop.put())
    // Prices are listed by variant, and ids of the same moment fall as they fall.
    shop.stage.clock.forward(1_000)
    const other = skuOf(await shop.put())
    const { id } = await listOf()
    const many = [1, 5, 10].map((minQuantity) => ({ sku, amount: 900 - minQuantity, minQuantity }))
    await set(id, [...many, { sku: other, amount: 5 }])
    await set(id, [{ sku, amount: 100, minQuantity: 10 }])
    const amounts: number[] = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await shop.order(listListPrices, { id, limit: 2, ...(cursor && { cursor }) })
      amounts.push(...page.items.map(({ amount }) => amount))
      cursor = page.nextCursor
    }
    expect(amounts).toEqual([899, 895, 100, 5])
    await shop.order(removeListPrices, { id, sku, minQuantity: 5 })
    expect((await shop.order(listListPrices, { id, sku })).items).toHaveLength(2)
    await shop.order(removeListPrices, { id, sku, currency: 'EUR' })
    expect((await shop.order(listListPrices, { id, sku })).items).toEqual([])
    const again = await shop.stage.ask(removeListPrices, { id, sku }, { as: staff })
    expect(codeOf(again)).toBe('not_found')
    expect(await sellable(sku)).not.toHaveProperty('listPrices')
  })

  it('are told once, and not where nothing is another way', async () => {
    const product = await shop.put()
    const { id } = await listOf()
    const price = { sku: skuOf(product), amount: 700 }
    await Promise.all([set(id, [price]), set(id, [price])])
    await set(id, [price])
    await shop.stage.settle()
    expect(told(product.id)).toBe(1)
  })

  it('are refused all together where one is not right', async () => {
    const sku = skuOf(await shop.put())
    const { id } = await listOf()
    const refusal = async (prices: object[]) => {
      const sent = prices.map((price) => ({ sku, currency: 'EUR', amount: 1, ...price }))
      return codeOf(await shop.stage.ask(setListPrices, { id, prices: sent }, { as: staff }))
    }
    expect(await refusal([{}, { sku: 'NOBODY-KNOWS' }])).toBe('unknown_sku')
    expect(await refusal([{}, { amount: 2 }])).toBe('invalid_prices')
    expect(await refusal([{ currency: 'EUX' }])).toBe('invalid_prices')
    expect(await refusal([{ amount: -1 }])).toBe('invalid_request')
    expect(await refusal([{ minQuantity: 1_000 }])).toBe('invalid_request')
    const tooMany = Array.from({ length: 101 }, (_, index) => ({ minQuantity: index + 1 }))
    expect(await refusal(tooMany)).toBe('too_many_prices')
    expect((await shop.order(listListPrices, { id })).items).toEqual([])
    expect(await refusal(tooMany.slice(1))).toBeUndefined()
  })
})

it('is kept as staff say it, from the version they saw, and never ends before it starts', async () => {
  const list = await listOf({ customerGroups: ['trade', 'trade'], endsAt: '2031-01-01T00:00:00Z' })
  expect(list).toMatchObject({ version: 1, isActive: true, startsAt: null, customerGroups: ['trade'] })
  expect(await shop.order(showPriceList, { id: list.id })).toEqual(list)
  expect((await shop.order(listPriceLists, { limit: 100 })).items).toContainEqual(list)
  const named = await shop.order(editPriceList, { id: list.id, title: 'Trade' }, '"1"')
  expect(named).toMatchObject({ title: 'Trade', version: 2, endsAt: '2031-01-01T00:00:00.000Z' })
  const ask = (edit: object, ifMatch?: string) =>
    shop.stage.ask(editPriceList, { id: list.id, ...edit }, { as: staff, ...(ifMatch && { ifMatch }) })
  expect(codeOf(await ask({ title: 'Late' }, '"1"'))).toBe('version_conflict')
  expect(codeOf(await ask({ startsAt: '2031-01-01T00:00:00Z' }))).toBe('invalid_schedule')
})
