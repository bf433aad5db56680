import { addLine, listCartPaymentMethods, listShippingOptions } from '@souk/contracts/carts'
import { productChanged, productDeleted, productPublished, productUnpublished } from '@souk/contracts/catalog'
import { availabilityChanged } from '@souk/contracts/inventory'
import { pricing } from '@souk/pricing/service'
import { describe, expect, it } from 'vitest'
import {
  berlin,
  change,
  codes,
  eur,
  factsOf,
  got,
  look,
  newVariant,
  open,
  openShop,
  parcel,
  paris,
  put,
  ready,
  refused,
  shopper,
  stage,
  tell,
  world,
} from './test-shop.ts'

openShop([pricing()])

describe('our copy of what is for sale', () => {
  it('asks catalog once, and sells on while catalog is down', async () => {
    const variant = newVariant()
    const before = world.catalogAsked
    await put(await open(), variant)
    world.isCatalogUp = false
    await put(await open(), variant)
    expect(world.catalogAsked - before).toBe(1)
  })

  it('is fed by events before anybody asks', async () => {
    const variant = newVariant()
    await stage.announce(productPublished(factsOf([variant], { version: 1 })))
    await stage.settle()
    world.isCatalogUp = false
    expect((await put(await open(), variant)).lines).toHaveLength(1)
  })

  it('ignores older news', async () => {
    const variant = newVariant({ version: 5 })
    const { id } = await put(await open(), variant)
    await tell(variant, { version: 7, prices: [eur(2_000)] })
    await tell(variant, { version: 6, prices: [eur(3_000)] })
    expect((await look(id)).lines[0]?.unitPrice).toEqual(eur(2_000))
  })

  it('does not learn from older news of a variant the newer lacks', async () => {
    const [kept, dropped] = [newVariant({ version: 7 }), newVariant()]
    const { productId } = kept
    world.catalog.delete(dropped.variantId)
    await stage.announce(productChanged(factsOf([kept], { version: 7 })))
    await stage.announce(
      productChanged(
        factsOf(
          [
            { ...kept, version: 6 },
            { ...dropped, productId, version: 6 },
          ],
          { version: 6 },
        ),
      ),
    )
    await stage.settle()
    const add = await stage.ask(addLine, { id: await open(), sku: dropped.sku, quantity: 1 }, shopper)
    expect(add).toMatchObject(refused('unknown_variant'))
  })

  it('does not sell what a newer product lacks, what is hidden, or what is gone', async () => {
    for (const event of [productChanged, productUnpublished, productDeleted]) {
      const variant = newVariant()
      const { id } = await put(await open(), variant)
      const left = event === productChanged ? [] : [variant]
      await stage.announce(event(factsOf(left, { version: 2, productId: variant.productId })))
      await stage.settle()
      const again = await stage.ask(addLine, { id, sku: variant.sku, quantity: 1 }, shopper)
      expect(again).toMatchObject(refused('not_for_sale'))
      const cart = await look(id)
      expect(cart).toMatchObject({ lines: [{ sku: variant.sku, availability: 'out_of_stock' }] })
      expect(codes(cart)).toEqual(['unavailable'])
    }
  })

  it('does not take back from catalog what it heard is gone', async () => {
    const [variant, other] = [newVariant(), newVariant()]
    await stage.announce(productDeleted(factsOf([], { version: 9, productId: variant.productId })))
    await stage.settle()
    const add = await stage.ask(addLine, { id: await open(), sku: variant.sku, quantity: 1 }, shopper)
    expect(add).toMatchObject(refused('unknown_variant'))
    await put(await open(), other)
  })

  it('carries inventory’s latest word, whoever comes first', async () => {
    const variant = newVariant()
    const { sku } = variant
    const word = (availability: 'low_stock' | 'out_of_stock', version: number) =>
      stage.announce(availabilityChanged({ sku, availability, version }))
    await word('low_stock', 2)
    await stage.settle()
    const { id, ...first } = await put(await open(), variant)
    expect(first).toMatchObject({ lines: [{ availability: 'low_stock' }], notices: [{ code: 'low_stock' }] })
    await word('out_of_stock', 4)
    await word('low_stock', 3)
    await stage.settle()
    expect(await look(id)).toMatchObject({
      lines: [{ availability: 'out_of_stock' }],
      notices: [{ code: 'out_of_stock', lineId: first.lines[0]?.id }],
    })
  })
})

describe('prices', () => {
  it('are the current ones, and a change is told once', async () => {
    const variant = newVariant()
    const cart = await put(await open(), variant, 2)
    await tell(variant, { version: 2, prices: [eur(1_000)] })
    const seen = await look(cart.id)
    expect(seen.notices).toEqual([
      { code: 'price_changed', lineId: cart.lines[0]?.id, from: eur(1_190), to: eur(1_000) },
    ])
    expect(seen.totals.total).toEqual(eur(2_000))
    expect(seen.version).toBe(cart.version + 1)
    expect(await look(cart.id)).toMatchObject({ notices: [], version: seen.version })
  })

  it('have tax added where the currency asks for it and the address is known', async () => {
    const id = await open(shopper, 'USD')
    await put(id, newVariant())
    const address = { ...berlin, country: 'US', region: 'CA', postalCode: '94016' }
    const cart = got(await change(id, { shippingAddress: address }))
    expect(cart.totals).toMatchObject({
      tax: { amount: 72 },
      total: { amount: 1_072 },
      taxIncluded: false,
    })
  })
})

describe('delivery', () => {
  it('is offered for the cart’s address', async () => {
    const id = await open()
    await put(id, newVariant())
    const options = () => stage.ask(listShippingOptions, { id }, shopper)
    expect(await options()).toMatchObject({
      refusal: { code: 'cart_incomplete', errors: [{ path: 'shippingAddress' }] },
    })
    got(await change(id, { shippingAddress: berlin }))
    expect(got(await options())).toEqual({ items: [parcel], nextCursor: null })
  })

  it('is chosen among what is offered, and paid for', async () => {
    const cart = await look(await ready())
    expect(cart.shippingOption).toEqual(parcel)
    expect(cart.totals).toMatchObject({ shipping: eur(490), total: eur(2_870), tax: eur(458) })
    for (const option of [
      { shippingOptionId: 'rocket' },
      { shippingOptionId: 'standard', shippingAddress: paris },
    ])
      expect(await change(cart.id, option)).toMatchObject(refused('shipping_option_unavailable'))
    expect((await look(cart.id)).shippingAddress).toEqual(berlin)
    const noAddress = await change(await open(), { shippingOptionId: 'standard' })
    expect(noAddress).toMatchObject(refused('shipping_option_unavailable'))
  })

  it('is dropped with a notice when it does not go to the new address', async () => {
    const moved = got(await change(await ready(), { shippingAddress: paris }))
    expect(codes(moved)).toEqual(['shipping_option_unavailable'])
    expect(moved.shippingOption).toBeUndefined()
    expect(moved.totals.shipping).toEqual(eur(0))
  })

  it('is priced anew when the goods change', async () => {
    const variant = newVariant()
    const id = await ready(variant)
    world.options = [{ ...parcel, price: eur(0) }]
    const cart = await put(id, variant, 50)
    expect(cart.notices).toEqual([{ code: 'shipping_price_changed', from: eur(490), to: eur(0) }])
    expect(cart.totals.shipping).toEqual(eur(0))
  })

  it('stays as chosen while shipping is down', async () => {
    const variant = newVariant()
    const id = await ready(variant)
    world.isShippingUp = false
    expect((await put(id, variant)).shippingOption).toEqual(parcel)
  })
})

it('offers the ways to pay what it costs', async () => {
  const id = await ready()
  const methods = got(await stage.ask(listCartPaymentMethods, { id }, shopper))
  expect(methods).toMatchObject({ items: [{ id: 'card', title: 'Card 2870' }], nextCursor: null })
})
