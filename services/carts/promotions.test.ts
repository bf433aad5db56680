import { showCart } from '@souk/contracts/carts'
import { addPromotion, changePromotion, removePromotion } from '@souk/contracts/promotions'
import { staff } from '@souk/kit/testing'
import { pricing } from '@souk/pricing/service'
import { afterEach, describe, expect, it } from 'vitest'
import {
  codes,
  eur,
  freeze,
  got,
  look,
  newVariant,
  openShop,
  put,
  ready,
  refused,
  shopper,
  stage,
} from './test-shop.ts'

openShop([pricing()])

const running: string[] = []
/** Ten percent off a SKU, until the test ends. */
async function promote(sku: string, percent = '10') {
  // Those of one priority are given in the order they were made, which a clock that stands still does not tell.
  stage.clock.forward(1)
  const action = { kind: 'percent_off_items' as const, items: { skus: [sku] }, percent }
  const added = got(await stage.ask(addPromotion, { title: `${percent} % off`, action }, { as: staff }))
  running.push(added.id)
  return added
}
const change = async (id: string, more: object) =>
  got(await stage.ask(changePromotion, { id, ...more }, { as: staff }))
afterEach(async () => {
  for (const id of running.splice(0)) await stage.ask(removePromotion, { id }, { as: staff })
})

describe('a promotion', () => {
  it('is in the cart as soon as it is there, before tax, with its name', async () => {
    const variant = newVariant()
    const id = await ready(variant)
    await promote(variant.sku)
    expect(await look(id)).toMatchObject({
      lines: [{ unitPrice: eur(1_190), discount: eur(238), total: eur(2_142) }],
      promotions: [{ title: '10 % off', amount: eur(238) }],
      totals: {
        subtotal: eur(2_380),
        discount: eur(238),
        shipping: eur(490),
        total: eur(2_632),
        tax: eur(420),
      },
    })
  })

  it('is of a product, whichever of its variants it is', async () => {
    const variant = newVariant()
    const id = await ready(variant)
    const { id: promotionId } = await promote('another')
    const items = { productIds: [variant.productId] }
    await change(promotionId, { action: { kind: 'amount_off_items', items, amount: [eur(90)] } })
    expect((await look(id)).totals.discount).toEqual(eur(180))
  })

  it('is news once when it changes what a cart costs, and no news when the shopper changes the cart', async () => {
    const variant = newVariant()
    const id = await ready(variant)
    const { id: promotionId } = await promote(variant.sku)
    expect((await look(id)).notices).toEqual([{ code: 'discount_changed', from: eur(0), to: eur(238) }])
    expect(codes(await put(id, variant))).toEqual([])
    expect(codes(await look(id))).toEqual([])
    await change(promotionId, { isActive: false })
    expect(codes(await look(id))).toEqual(['discount_changed'])
    expect(codes(await look(id))).toEqual([])
  })

  it('is paid as it was shown: one that ended is shown before anything is ordered', async () => {
    const variant = newVariant()
    const id = await ready(variant)
    const { id: promotionId } = await promote(variant.sku)
    await look(id)
    await change(promotionId, { isActive: false })
    expect(await freeze(id)).toMatchObject({
      refusal: { code: 'price_changed', errors: [{ path: 'promotions', from: eur(238), to: eur(0) }] },
    })
    expect(got(await freeze(id)).quote.totals.discount).toEqual(eur(0))
  })

  it('stays in a cart that is being checked out, whatever becomes of it', async () => {
    const variant = newVariant()
    const id = await ready(variant)
    const { id: promotionId } = await promote(variant.sku)
    await look(id)
    const frozen = got(await freeze(id))
    expect(frozen.lines).toMatchObject([{ discount: eur(238), total: eur(2_142) }])
    await change(promotionId, { isActive: false })
    expect(await look(id)).toMatchObject({
      promotions: [{ title: '10 % off', amount: eur(238) }],
      totals: { discount: eur(238) },
    })
  })

  it('is explained to whoever asks, also where it is not given', async () => {
    const variant = newVariant()
    const id = await ready(variant)
    const [given, kept] = [await promote(variant.sku), await promote(variant.sku, '50')]
    const conditions = [{ anyOf: [{ kind: 'quantity', items: {}, atLeast: 100 }] }]
    await change(kept.id, { conditions })
    const cart = got(await stage.ask(showCart, { id, explain: true }, shopper))
    const [{ id: lineId } = { id: '' }] = cart.lines
    expect(cart.explanation).toEqual([
      {
        promotionId: given.id,
        title: '10 % off',
        outcome: 'given',
        lines: [{ lineId, amount: eur(238) }],
        shipping: eur(0),
      },
      {
        promotionId: kept.id,
        title: '50 % off',
        outcome: 'not_eligible',
        because: 'conditions.0',
        lines: [],
        shipping: eur(0),
      },
    ])
    expect(await look(id)).not.toHaveProperty('explanation')
  })
})

it('is changed from the version it was seen at', async () => {
  const { id } = await promote('MUG')
  const first = await stage.ask(changePromotion, { id, title: 'One' }, { as: staff, ifMatch: '"1"' })
  expect(first).toMatchObject({ ok: true, body: { title: 'One', version: 2 } })
  const late = await stage.ask(changePromotion, { id, title: 'Two' }, { as: staff, ifMatch: '"1"' })
  expect(late).toMatchObject(refused('version_conflict'))
})
