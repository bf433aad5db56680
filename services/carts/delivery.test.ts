import { changeCart, listShippingOptions } from '@souk/contracts/carts'
import type { SellableVariant } from '@souk/contracts/catalog'
import { addPromotion, removePromotion } from '@souk/contracts/promotions'
import { staff } from '@souk/kit/testing'
import { pricing } from '@souk/pricing/service'
import { shipping } from '@souk/shipping/service'
import { describe, expect, it } from 'vitest'
import {
  berlin,
  change,
  codes,
  details,
  eur,
  freeze,
  got,
  look,
  newVariant,
  open,
  openShop,
  put,
  refused,
  shopper,
  stage,
  tell,
} from './test-shop.ts'

openShop([pricing(), shipping()])

const filled = async (variant: SellableVariant, address: object = berlin, quantity = 1) => {
  const id = await open()
  await put(id, variant, quantity)
  got(await change(id, { ...details, shippingAddress: address, shippingOptionId: undefined }))
  return id
}
const list = (id: string) => stage.ask(listShippingOptions, { id }, shopper)
const prices = async (id: string) => got(await list(id)).items.map((one) => [one.id, one.price.amount])

describe('the ways to deliver a cart', () => {
  it('are priced by what its goods weigh and ship alike with', async () => {
    const sofa = newVariant({ weightGrams: 15_001, shippingProfile: 'bulky' })
    const id = await filled(sofa, berlin, 2)
    expect(await prices(id)).toEqual([['standard', 3_490]])
    await put(id, newVariant())
    expect(await prices(id)).toEqual([['standard', 3_490 + 490]])
  })

  it('follow the catalog when it weighs a thing anew', async () => {
    const sofa = newVariant({ weightGrams: 10_000, shippingProfile: 'bulky' })
    const id = await filled(sofa)
    got(await change(id, { shippingOptionId: 'standard' }))
    await tell(sofa, { weightGrams: 20_001, version: 2 })
    expect(await freeze(id)).toMatchObject(refused('price_changed'))
    expect((await look(id)).totals.shipping).toEqual(eur(2_990))
  })

  it('are none to choose from, but one, where nothing is shipped', async () => {
    const id = await filled(newVariant({ shippingProfile: 'digital' }))
    expect(await prices(id)).toEqual([['no-delivery', 0]])
    got(await change(id, { shippingOptionId: 'no-delivery' }))
    expect(await freeze(id)).toMatchObject({ ok: true })
  })

  it('are refused by the SKU nothing can bring, or the country nobody goes to', async () => {
    const piano = newVariant({ weightGrams: 300_000, shippingProfile: 'bulky' })
    expect(await list(await filled(piano))).toMatchObject({
      refusal: { code: 'not_deliverable', errors: [{ path: 'lines', sku: piano.sku }] },
    })
    expect(await list(await filled(newVariant(), { ...berlin, country: 'AQ' }))).toMatchObject({
      refusal: { code: 'not_deliverable', errors: [{ path: 'shippingAddress.country' }] },
    })
  })
})

describe('delivery that is free from a threshold on', () => {
  it('looks at what the goods cost after promotions, as soon as they give something', async () => {
    const lamp = newVariant({ prices: [eur(5_200)] })
    const id = await filled(lamp)
    got(await change(id, { shippingOptionId: 'standard' }))
    expect((await look(id)).totals.shipping).toEqual(eur(0))
    const action = { kind: 'percent_off_items' as const, items: { skus: [lamp.sku] }, percent: '10' }
    const promotion = got(await stage.ask(addPromotion, { title: '10 % off', action }, { as: staff }))
    const shown = await look(id)
    expect(shown.totals).toMatchObject({ discount: eur(520), shipping: eur(490), total: eur(5_170) })
    expect(codes(shown)).toContain('shipping_price_changed')
    await stage.ask(removePromotion, { id: promotion.id }, { as: staff })
    expect((await look(id)).totals.shipping).toEqual(eur(0))
  })
})

describe('a pick-up point', () => {
  const munich = { ...berlin, city: 'München', postalCode: '80333' }
  it('is the nearest unless another is named, stays chosen, and is handed to the checkout', async () => {
    const variant = newVariant()
    const id = await filled(variant, munich)
    const chosen = got(await change(id, { shippingOptionId: 'pickup' })).shippingOption
    expect(chosen).toMatchObject({ kind: 'pickup', price: eur(390), pickupPoint: { id: 'muc-zentrum' } })
    expect(chosen?.pickupPoints).toBeUndefined()
    const named = got(await change(id, { pickupPointId: 'ham-altona' }))
    expect(named.shippingOption?.pickupPoint?.address.city).toBe('Hamburg')
    await put(id, variant)
    expect((await look(id)).shippingOption?.pickupPoint?.id).toBe('ham-altona')
    expect(await freeze(id)).toMatchObject({
      body: { shippingOption: { pickupPoint: { id: 'ham-altona' } } },
    })
  })

  it('is refused where the option does not list it', async () => {
    const id = await filled(newVariant())
    const unavailable = refused('pickup_point_unavailable')
    expect(await change(id, { shippingOptionId: 'pickup', pickupPointId: 'par-marais' })).toMatchObject(
      unavailable,
    )
    expect(await change(id, { shippingOptionId: 'standard', pickupPointId: 'ber-mitte' })).toMatchObject(
      unavailable,
    )
    const nothing = await stage.ask(changeCart, { id, pickupPointId: 'ber-mitte' }, shopper)
    expect(nothing).toMatchObject(refused('shipping_option_unavailable'))
  })
})
