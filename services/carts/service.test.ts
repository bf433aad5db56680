import {
  addLine,
  changeLine,
  claimCart,
  createCart,
  listCartPaymentMethods,
  listShippingOptions,
  removeLine,
  showCart,
} from '@souk/contracts/carts'
import { days } from '@souk/kit/runtime'
import { staff } from '@souk/kit/testing'
import { pricing } from '@souk/pricing/service'
import { describe, expect, it } from 'vitest'
import {
  berlin,
  change,
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
  parcel,
  put,
  ready,
  refused,
  shopper,
  stage,
} from './test-shop.ts'

openShop([pricing()])

describe('opening a cart', () => {
  it('answers an empty one in the shop’s currency, or the one asked for', async () => {
    const made = await stage.ask(createCart, {}, shopper)
    expect(made).toMatchObject({
      status: 201,
      body: { version: 1, status: 'active', currency: 'EUR', lines: [], promotions: [], notices: [] },
    })
    expect(got(made).totals).toEqual({
      subtotal: eur(0),
      discount: eur(0),
      shipping: eur(0),
      tax: eur(0),
      total: eur(0),
      taxIncluded: true,
    })
    expect(got(await stage.ask(createCart, { currency: 'USD' }, shopper)).totals.taxIncluded).toBe(false)
  })

  it('opens one cart for one key', async () => {
    const [first, second] = [
      await stage.reply(createCart, { currency: 'EUR' }, { ...shopper, key: 'open-1' }),
      await stage.reply(createCart, { currency: 'EUR' }, { ...shopper, key: 'open-1' }),
    ]
    expect(second).toMatchObject({ ok: true, replayed: true, body: 'body' in first ? first.body : undefined })
  })
})

describe('lines', () => {
  it('show what was bought and what it costs', async () => {
    const variant = newVariant()
    const cart = await put(await open(), variant, 2)
    const { variantId, sku, productSlug, title, image } = variant
    expect(cart.lines).toEqual([
      {
        id: expect.stringMatching(/^line_/),
        ...{ variantId, sku, productSlug, title, image },
        quantity: 2,
        unitPrice: eur(1_190),
        discount: eur(0),
        total: eur(2_380),
        availability: 'in_stock',
      },
    ])
    expect(cart.totals).toMatchObject({ subtotal: eur(2_380), tax: eur(380), total: eur(2_380) })
    expect(await look(cart.id)).toEqual(cart)
  })

  it('merge by variant, whether named by id or SKU', async () => {
    const variant = newVariant()
    const { id } = await put(await open(), variant, 2)
    const cart = got(await stage.ask(addLine, { id, variantId: variant.variantId, quantity: 3 }, shopper))
    expect(cart.lines.map(({ quantity }) => quantity)).toEqual([5])
  })

  it('hold up to 999', async () => {
    const variant = newVariant()
    const { id } = await put(await open(), variant, 999)
    const more = await stage.ask(addLine, { id, sku: variant.sku, quantity: 1 }, shopper)
    expect(more).toMatchObject(refused('quantity_too_large'))
    for (const quantity of [0, -1, 1_000, 1.5]) {
      const odd = await stage.ask(addLine, { id, sku: variant.sku, quantity }, shopper)
      expect(odd).toMatchObject(refused('invalid_request'))
    }
    expect((await look(id)).lines[0]?.quantity).toBe(999)
  })

  it('change their quantity and go', async () => {
    const id = await open()
    const [first] = (await put(id, newVariant(), 1)).lines
    const [, second] = (await put(id, newVariant(), 1)).lines
    const lineId = first?.id ?? ''
    const set = (quantity: number) => stage.ask(changeLine, { id, lineId, quantity }, shopper)
    expect(got(await set(7)).lines[0]?.quantity).toBe(7)
    expect(got(await set(0)).lines).toHaveLength(1)
    expect(await set(1)).toMatchObject(refused('not_found'))
    const rest = await stage.ask(removeLine, { id, lineId: second?.id ?? '' }, shopper)
    expect(got(rest)).toMatchObject({ lines: [], totals: { total: eur(0) } })
  })

  it('are refused for what the shop does not know, sell, or sell in that currency', async () => {
    const id = await open(shopper, 'USD')
    const add = ({ sku }: { sku: string }) => stage.ask(addLine, { id, sku, quantity: 1 }, shopper)
    expect(await add({ sku: 'NOTHING' })).toMatchObject(refused('unknown_variant'))
    expect(await add(newVariant({ isPublished: false }))).toMatchObject(refused('not_for_sale'))
    expect(await add(newVariant({ prices: [eur(1)] }))).toMatchObject(refused('currency_not_available'))
    const variantId = newVariant().variantId
    const both = await stage.ask(addLine, { id, sku: 'A', variantId, quantity: 1 }, shopper)
    expect(both).toMatchObject(refused('invalid_request'))
  })

  it('cannot be given a price', async () => {
    const { sku } = newVariant()
    const cheap = { id: await open(), sku, quantity: 1, unitPrice: eur(1) }
    expect(await stage.ask(addLine, cheap, shopper)).toMatchObject(refused('invalid_request'))
  })

  it('of fifty additions at once all count', async () => {
    const variant = newVariant()
    const id = await open()
    const made = await Promise.all(
      Array.from({ length: 50 }, () => stage.ask(addLine, { id, sku: variant.sku, quantity: 1 }, shopper)),
    )
    expect(made.filter(({ ok }) => !ok)).toEqual([])
    const cart = await look(id)
    expect(cart.lines.map(({ quantity }) => quantity)).toEqual([50])
    expect(cart.version).toBe(51)
  })

  it('are added once for one key', async () => {
    const variant = newVariant()
    const id = await open()
    const add = (quantity: number) =>
      stage.reply(addLine, { id, sku: variant.sku, quantity }, { ...shopper, key: 'add-1' })
    await add(2)
    expect(await add(2)).toMatchObject({ ok: true, replayed: true })
    expect(await add(3)).toMatchObject(refused('idempotency_key_reused'))
    expect((await look(id)).lines[0]?.quantity).toBe(2)
  })
})

it('refuses an e-mail or an address that is none', async () => {
  const id = await open()
  for (const odd of [
    { email: 'ada' },
    { shippingAddress: { ...berlin, country: 'Germany' } },
    { customerId: null },
  ])
    expect(await change(id, odd)).toMatchObject(refused('invalid_request'))
})

describe('whose cart it is', () => {
  it('a customer’s cart is not there for anybody else, whatever they do', async () => {
    const [ada, eve] = [customer(idOf('cus')), customer(idOf('cus'))]
    const id = await ready(newVariant(), ada)
    const lineId = (await look(id, ada)).lines[0]?.id ?? ''
    for (const as of [eve, shopper, { as: staff }]) {
      const tries = await Promise.all([
        stage.ask(showCart, { id }, as),
        change(id, { email: 'eve@example.com' }, as),
        stage.ask(addLine, { id, sku: newVariant().sku, quantity: 1 }, as),
        stage.ask(changeLine, { id, lineId, quantity: 0 }, as),
        stage.ask(removeLine, { id, lineId }, as),
        stage.ask(listShippingOptions, { id }, as),
        stage.ask(listCartPaymentMethods, { id }, as),
      ])
      for (const one of tries) expect(one).toMatchObject(refused('not_found'))
    }
    expect(await stage.ask(claimCart, { id }, eve)).toMatchObject(refused('not_found'))
    expect((await look(id, ada)).lines).toHaveLength(1)
  })

  it('a cart that was never opened is not there either', async () => {
    expect(await stage.ask(showCart, { id: idOf('cart') }, shopper)).toMatchObject(refused('not_found'))
  })
})

describe('claiming a cart', () => {
  it('ties it to the customer alone', async () => {
    const ada = customer(idOf('cus'))
    const { id } = await put(await open(), newVariant())
    expect(await stage.ask(claimCart, { id }, shopper)).toMatchObject(refused('unauthenticated'))
    expect(got(await stage.ask(claimCart, { id }, ada)).id).toBe(id)
    expect(await stage.ask(showCart, { id }, shopper)).toMatchObject(refused('not_found'))
    expect(got(await stage.ask(claimCart, { id }, ada)).id).toBe(id)
  })

  it('merges it into the one they have, and answers that one again when asked again', async () => {
    const ada = customer(idOf('cus'))
    const [mug, cup] = [newVariant(), newVariant()]
    const own = await open(ada)
    await put(own, mug, 1, ada)
    const id = await ready(mug)
    await put(id, cup, 1)
    const merged = got(await stage.ask(claimCart, { id }, ada))
    expect(merged.id).toBe(own)
    expect(merged.lines.map(({ sku, quantity }) => [sku, quantity])).toEqual([
      [mug.sku, 3],
      [cup.sku, 1],
    ])
    expect(merged).toMatchObject({ email: details.email, shippingAddress: berlin, shippingOption: parcel })
    expect(got(await stage.ask(claimCart, { id }, ada))).toEqual(merged)
    for (const as of [shopper, ada])
      expect(await stage.ask(showCart, { id }, as)).toMatchObject(refused('not_found'))
  })

  it('makes one cart of several claimed at the same moment', async () => {
    const ada = customer(idOf('cus'))
    const variant = newVariant()
    const ids = await Promise.all(Array.from({ length: 8 }, () => open()))
    for (const id of ids) await put(id, variant)
    const claimed = await Promise.all(ids.map((id) => stage.ask(claimCart, { id }, ada)))
    const [survivor] = [...new Set(claimed.map((one) => got(one).id))]
    expect(new Set(claimed.map((one) => got(one).id)).size).toBe(1)
    expect((await look(survivor ?? '', ada)).lines[0]?.quantity).toBe(8)
  })
})

it('removes guests’ carts nobody touched for 30 days, and no others', async () => {
  const ada = customer(idOf('cus'))
  const old = await open()
  const owned = await open(ada)
  const touched = await open()
  const frozen = await ready()
  got(await freeze(frozen))
  stage.clock.forward(days(20))
  await put(touched, newVariant())
  stage.clock.forward(days(11))
  await stage.settle()
  expect(await stage.ask(showCart, { id: old }, shopper)).toMatchObject(refused('not_found'))
  expect(await look(owned, ada)).toMatchObject({ status: 'active' })
  expect(await look(touched)).toMatchObject({ status: 'active' })
  expect(await look(frozen)).toMatchObject({ status: 'frozen' })
})
