import { addCode, claimCart, removeCode, showCart } from '@souk/contracts/carts'
import { addCodes, addPromotion, changePromotion, redeemPromotions } from '@souk/contracts/promotions'
import { staff } from '@souk/kit/testing'
import { pricing } from '@souk/pricing/service'
import { expect, it } from 'vitest'
import {
  change,
  customer,
  details,
  eur,
  freeze,
  got,
  idOf,
  look,
  codes as newsIn,
  newVariant,
  open,
  openShop,
  put,
  ready,
  refused,
  shopper,
  stage,
} from './test-shop.ts'

openShop([pricing()])

let count = 0
async function promote(sku: string, uses: number | null = null) {
  const action = { kind: 'percent_off_items' as const, items: { skus: [sku] }, percent: '10' }
  const { id } = got(
    await stage.ask(addPromotion, { title: 'Ten off', action, requiresCode: true }, { as: staff }),
  )
  const code = `TEN-${++count}`
  got(await stage.ask(addCodes, { id, codes: [code], uses }, { as: staff }))
  return { id, code }
}
const name = (id: string, code: string, as = shopper) => stage.ask(addCode, { id, code }, as)
const takeOut = (id: string, code: string) => stage.ask(removeCode, { id, code }, shopper)

it('a code gives at once, and not any more when it is taken out', async () => {
  const variant = newVariant()
  const id = await ready(variant)
  const { code } = await promote(variant.sku)
  const given = got(await name(id, code.toLowerCase()))
  expect(given).toMatchObject({
    promotions: [{ code, title: 'Ten off', amount: eur(238) }],
    codes: [{ code, outcome: 'given' }],
    totals: { discount: eur(238) },
  })
  expect(newsIn(given)).toEqual([])
  expect(got(await name(id, code)).codes).toHaveLength(1)
  const without = got(await takeOut(id, code.toLowerCase()))
  expect(without.totals.discount).toEqual(eur(0))
  expect(without).not.toHaveProperty('codes')
})

it('a code that gives nothing is refused with the reason, and the cart stays as it was', async () => {
  const variant = newVariant()
  const id = await ready(variant)
  const { id: promotionId, code } = await promote(variant.sku)
  const other = await promote('another')
  await stage.ask(changePromotion, { id: promotionId, endsAt: '2020-01-01T00:00:00Z' }, { as: staff })
  const why = async (named: string) => {
    const result = await name(id, named)
    return result.ok ? 'ok' : `${result.refusal.code} ${result.refusal.errors?.[0]?.code}`
  }
  expect(await why('GUESSED')).toBe('code_not_applicable unknown')
  expect(await why(code)).toBe('code_not_applicable not_eligible')
  expect(await why(other.code)).toBe('code_not_applicable nothing_left')
  expect(await look(id)).not.toHaveProperty('codes')
})

it('a cart holds ten codes', async () => {
  const variant = newVariant()
  const id = await ready(variant)
  const together = { item: true, order: true, shipping: true }
  for (let index = 0; index <= 10; index++) {
    const { id: promotionId, code } = await promote(variant.sku)
    await stage.ask(changePromotion, { id: promotionId, combinesWith: together }, { as: staff })
    expect(await name(id, code)).toMatchObject(index < 10 ? { ok: true } : refused('too_many_codes'))
  }
})

it('a code used up meanwhile is news before anything is ordered', async () => {
  const variant = newVariant()
  const id = await ready(variant)
  const { id: promotionId, code } = await promote(variant.sku, 1)
  got(await name(id, code))
  const promotions = [{ promotionId, code, amount: eur(238) }]
  got(
    await stage.ask(redeemPromotions, {
      orderId: idOf('ord'),
      customerId: null,
      email: 'bob@example.com',
      promotions,
    }),
  )
  expect(await freeze(id)).toMatchObject(refused('price_changed'))
  const frozen = got(await freeze(id))
  expect(frozen.quote).toMatchObject({ promotions: [], codes: [{ code, outcome: 'exhausted' }] })
})

it('a code comes along when a guest’s cart is claimed', async () => {
  const variant = newVariant()
  const { code } = await promote(variant.sku)
  const ada = customer(idOf('cus'))
  const own = await open(ada)
  await put(own, newVariant(), 1, ada)
  const id = await ready(variant)
  got(await name(id, code))
  const claimed = got(await stage.ask(claimCart, { id }, ada))
  expect(claimed.promotions).toMatchObject([{ code, amount: eur(238) }])
  expect(await name(claimed.id, code)).toMatchObject(refused('not_found'))
})

it('a frozen cart takes no code and shows what it was given', async () => {
  const variant = newVariant()
  const id = await ready(variant)
  const { code } = await promote(variant.sku)
  got(await name(id, code))
  got(await freeze(id))
  expect(await name(id, 'LATE')).toMatchObject(refused('checkout_in_progress'))
  expect(await takeOut(id, code)).toMatchObject(refused('checkout_in_progress'))
  expect(got(await stage.ask(showCart, { id }, shopper))).toMatchObject({
    codes: [{ code, outcome: 'given' }],
  })
})

it('how often a customer may use it is known once it is known who buys', async () => {
  const variant = newVariant()
  const { id: promotionId, code } = await promote(variant.sku)
  const limits = { uses: null, usesPerCustomer: 1, budget: null }
  await stage.ask(changePromotion, { id: promotionId, limits }, { as: staff })
  const promotions = [{ promotionId, code, amount: eur(1) }]
  const used = { orderId: idOf('ord'), customerId: null, email: details.email, promotions }
  got(await stage.ask(redeemPromotions, used))
  const id = await open()
  await put(id, variant)
  expect(got(await name(id, code)).codes).toMatchObject([{ outcome: 'given' }])
  expect(got(await change(id, details)).codes).toMatchObject([
    { outcome: 'exhausted', because: 'limits.usesPerCustomer' },
  ])
})
