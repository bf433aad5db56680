import { customerErased, customerGroupsChanged } from '@souk/contracts/accounts'
import { addLine, changeLine, claimCart, showCart, showPrices } from '@souk/contracts/carts'
import { addPromotion, removePromotion } from '@souk/contracts/promotions'
import type { ListPrice } from '@souk/contracts/unit-price'
import { minutes, toTimestamp } from '@souk/kit/runtime'
import { staff } from '@souk/kit/testing'
import { pricing } from '@souk/pricing/service'
import { describe, expect, it } from 'vitest'
import {
  change,
  codes,
  customer,
  details,
  eur,
  freeze,
  got,
  idOf,
  look,
  newVariant,
  open,
  openShop,
  put,
  ready,
  refused,
  shopper,
  stage,
  tell,
} from './test-shop.ts'

openShop([pricing()])

const now = () => toTimestamp(stage.clock.now())
const listed = (amount: number, more: Partial<ListPrice> = {}): ListPrice => ({
  ...{ priceListId: idOf('plist'), currency: 'EUR', amount, minQuantity: 1 },
  ...more,
})
const trade = { customerGroups: ['trade'] }
/** Accounts tells which groups a customer is in. */
const join = async (customerId: string, groups: string[], version = 1) => {
  await stage.announce(customerGroupsChanged({ customerId, groups, version, at: now() }))
  await stage.settle()
}
const member = async () => {
  const id = idOf('cus')
  await join(id, ['press', 'trade'])
  return { id, as: customer(id) }
}
const unitPrices = ({ lines }: { lines: { unitPrice: { amount: number } }[] }) =>
  lines.map(({ unitPrice }) => unitPrice.amount)

describe('a customer in a group', () => {
  it('pays its price in their own cart, and a guest does not', async () => {
    const variant = newVariant({ listPrices: [listed(800, trade)] })
    const { as } = await member()
    expect(unitPrices(await put(await open(as), variant, 2, as))).toEqual([800])
    expect(unitPrices(await put(await open(), variant, 2))).toEqual([1_190])
    const id = await ready(variant, as)
    const customerId = as.as?.kind === 'customer' ? as.as.id : ''
    expect(got(await freeze(id, idOf('ord'), customerId))).toMatchObject({
      lines: [{ unitPrice: eur(800), total: eur(1_600) }],
      quote: { totals: { subtotal: eur(1_600) } },
    })
  })

  it('finds the cart they claim priced for them at once, told as news', async () => {
    const variant = newVariant({ listPrices: [listed(800, trade)] })
    const { as } = await member()
    const { id } = await put(await open(), variant)
    const claimed = got(await stage.ask(claimCart, { id }, as))
    expect(unitPrices(claimed)).toEqual([800])
    expect(claimed.notices).toMatchObject([{ code: 'price_changed', from: eur(1_190), to: eur(800) }])
    expect(codes(await look(id, as))).toEqual([])
  })

  it('is asked the usual price again when they leave it; news that came late changes nothing', async () => {
    const variant = newVariant({ listPrices: [listed(800, trade)] })
    const { id: customerId, as } = await member()
    const { id } = await put(await open(as), variant, 1, as)
    await join(customerId, [], 3)
    await join(customerId, ['trade'], 2)
    const cart = await look(id, as)
    expect(unitPrices(cart)).toEqual([1_190])
    expect(codes(cart)).toEqual(['price_changed'])
  })

  it('is forgotten with their groups', async () => {
    const { sku } = newVariant({ listPrices: [listed(800, trade)] })
    const { id: customerId, as } = await member()
    await put(await open(as), { sku } as never, 1, as)
    const seen = async () => got(await stage.ask(showPrices, { skus: sku }, as)).items[0]?.price.amount
    expect(await seen()).toBe(800)
    await stage.announce(customerErased({ customerId, at: now() }))
    await stage.settle()
    expect(await seen()).toBe(1_190)
  })

  it('is given what is promoted to it, and others are told why not', async () => {
    const variant = newVariant()
    const action = {
      kind: 'percent_off_items' as const,
      items: { skus: [variant.sku] },
      percent: '10',
    }
    const conditions = [{ anyOf: [{ kind: 'customer_group' as const, groups: ['trade'] }] }]
    const given = { title: 'Trade', action, conditions }
    const { id: promotionId } = got(await stage.ask(addPromotion, given, { as: staff }))
    const { as } = await member()
    const id = await open(as)
    expect((await put(id, variant, 1, as)).promotions).toMatchObject([{ title: 'Trade', amount: eur(119) }])
    const guests = (await put(await open(), variant)).id
    const { explanation } = got(await stage.ask(showCart, { id: guests, explain: true }, shopper))
    expect(explanation).toMatchObject([{ outcome: 'not_eligible', because: 'conditions.0' }])
    await stage.ask(removePromotion, { id: promotionId }, { as: staff })
  })
})

describe('a line', () => {
  it('costs by how many there are, without a word while its shopper changes them', async () => {
    const variant = newVariant({ listPrices: [listed(900, { minQuantity: 10 })] })
    const { id, lines } = await put(await open(), variant, 9)
    const lineId = lines[0]?.id ?? ''
    expect(unitPrices({ lines })).toEqual([1_190])
    const ten = await put(id, variant, 1)
    expect([unitPrices(ten), codes(ten)]).toEqual([[900], []])
    expect(ten.totals.subtotal).toEqual(eur(9_000))
    const nine = got(await stage.ask(changeLine, { id, lineId, quantity: 9 }, shopper))
    expect([unitPrices(nine), codes(nine)]).toEqual([[1_190], []])
    await tell(variant, { version: 2, prices: [eur(1_000)] })
    const more = await put(id, variant, 1)
    expect(more.notices).toMatchObject([{ code: 'price_changed', from: eur(1_190), to: eur(900) }])
  })

  it('may be sold by a list alone, from as many on as it says', async () => {
    const francs = { currency: 'CHF', amount: 700, minQuantity: 5 }
    const { sku } = newVariant({ listPrices: [listed(700, francs)] })
    const id = await open(shopper, 'CHF')
    const add = (quantity: number) => stage.ask(addLine, { id, sku, quantity }, shopper)
    expect(await add(4)).toMatchObject(refused('currency_not_available'))
    expect(unitPrices(got(await add(5)))).toEqual([700])
    expect(unitPrices(got(await add(1)))).toEqual([700])
  })

  it('is cheaper from the moment a list begins, in every cart, though nobody tells', async () => {
    const startsAt = toTimestamp(stage.clock.now() + minutes(10))
    const endsAt = toTimestamp(stage.clock.now() + minutes(20))
    const variant = newVariant({ listPrices: [listed(500, { startsAt, endsAt })] })
    const id = await ready(variant)
    stage.clock.forward(minutes(10) - 1)
    expect(unitPrices(await look(id))).toEqual([1_190])
    stage.clock.forward(1)
    const cheaper = await look(id)
    expect([unitPrices(cheaper), codes(cheaper)]).toEqual([[500], ['price_changed']])
    stage.clock.forward(minutes(10))
    expect(await freeze(id)).toMatchObject({
      refusal: { code: 'price_changed', errors: [{ path: 'lines', from: eur(500), to: eur(1_190) }] },
    })
    expect(got(await freeze(id)).lines).toMatchObject([{ unitPrice: eur(1_190) }])
  })

  it('follows when the catalog tells of another list', async () => {
    const variant = newVariant()
    const id = await ready(variant)
    await tell(variant, { version: 2, listPrices: [listed(600)] })
    expect(unitPrices(await look(id))).toEqual([600])
    await tell(variant, { version: 3 })
    expect(unitPrices(await look(id))).toEqual([1_190])
    got(await change(id, details))
  })
})

describe('prices for whoever asks', () => {
  it('are those they would pay, with what they are compared to and what many cost', async () => {
    const tiers = [listed(700, { minQuantity: 10 }), listed(600, { ...trade, minQuantity: 5 })]
    const mug = newVariant({ listPrices: [listed(1_000), listed(900, trade), ...tiers] })
    const cup = newVariant()
    const hidden = newVariant({ isPublished: false })
    for (const { sku } of [mug, cup, hidden])
      await stage.ask(addLine, { id: await open(), sku, quantity: 1 }, shopper)
    const skus = [cup, hidden, mug].map(({ sku }) => sku).join(',')
    const { as } = await member()
    const seen = async (by = shopper, currency = 'EUR') =>
      got(await stage.ask(showPrices, { skus: `${skus},NOTHING`, currency }, by)).items
    expect(await seen(as)).toEqual([
      { sku: cup.sku, price: eur(1_190), tiers: [] },
      {
        sku: mug.sku,
        price: eur(900),
        compareAtPrice: eur(1_190),
        tiers: [{ minQuantity: 5, price: eur(600) }],
      },
    ])
    expect(await seen()).toMatchObject([
      { sku: cup.sku },
      { price: eur(1_000), tiers: [{ minQuantity: 10, price: eur(700) }] },
    ])
    expect(await seen(as, 'CHF')).toEqual([])
    const many = Array.from({ length: 51 }, (_, index) => `SKU${index}`).join(',')
    expect(await stage.ask(showPrices, { skus: many }, shopper)).toMatchObject(refused('invalid_request'))
  })
})
