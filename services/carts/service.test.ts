import { customerErased } from '@souk/contracts/accounts'
import {
  addLine,
  type Cart,
  cartCompleted,
  changeCart,
  changeLine,
  claimCart,
  createCart,
  freezeCart,
  listCartPaymentMethods,
  listShippingOptions,
  removeLine,
  showCart,
  thawCart,
} from '@souk/contracts/carts'
import {
  productChanged,
  productDeleted,
  productPublished,
  productUnpublished,
  type SellableVariant,
} from '@souk/contracts/catalog'
import { availabilityChanged } from '@souk/contracts/inventory'
import { orderConfirmed } from '@souk/contracts/orders'
import type { ShippingOption } from '@souk/contracts/values'
import { days, toTimestamp } from '@souk/kit/runtime'
import { type Dispatch, Unavailable } from '@souk/kit/service'
import { type AskOptions, guest, openStage, type Stage, staff, testCluster } from '@souk/kit/testing'
import { pricing } from '@souk/pricing/service'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { carts } from './service.ts'

let stage: Stage
let count = 0
const idOf = (prefix: string) => `${prefix}_01h455vb4pex5vsknk${(++count).toString().padStart(8, '0')}`
const eur = (amount: number) => ({ amount, currency: 'EUR' })

/** What the services beside the stage answer. */
const world = {
  catalog: new Map<string, SellableVariant>(),
  catalogAsked: 0,
  isCatalogUp: true,
  options: [] as ShippingOption[],
  isShippingUp: true,
}
const parcel: ShippingOption = {
  id: 'standard',
  name: 'Standard',
  carrier: 'dhl',
  price: eur(490),
  estimate: { minDays: 1, maxDays: 3 },
}
const others: Dispatch = async (contract, input) => {
  const answer = (body: unknown) => ({ ok: true as const, status: 200, body })
  switch (`${contract.service}.${contract.name}`) {
    case 'catalog.show-variants': {
      world.catalogAsked++
      if (!world.isCatalogUp) throw new Unavailable('catalog is down')
      const { variantIds = [], skus = [] } = input as { variantIds?: string[]; skus?: string[] }
      const all = [...world.catalog.values()]
      return answer({
        items: all.filter(({ variantId, sku }) => variantIds.includes(variantId) || skus.includes(sku)),
      })
    }
    case 'shipping.quote-delivery': {
      if (!world.isShippingUp) throw new Unavailable('shipping is down')
      const { address } = input as { address: { country: string } }
      return answer({ items: address.country === 'DE' ? world.options : [] })
    }
    case 'payments.list-payment-methods': {
      const { amount } = input as { amount: { amount: number } }
      const methods = [{ id: 'card', provider: 'sandbox', kind: 'card', title: `Card ${amount.amount}` }]
      return answer({ items: methods })
    }
    default:
      throw new Error(`nobody plays ${contract.service}.${contract.name}`)
  }
}

beforeAll(async () => {
  stage = await openStage([pricing(), carts({ currency: 'EUR' })], { cluster: testCluster(), others })
})
afterAll(() => stage.stop())
beforeEach(() => {
  Object.assign(world, { isCatalogUp: true, isShippingUp: true, options: [parcel] })
})

const newVariant = (more: Partial<SellableVariant> = {}): SellableVariant => {
  const variantId = idOf('var')
  const variant: SellableVariant = {
    variantId,
    sku: `SKU-${count}`,
    productId: idOf('prod'),
    productSlug: `thing-${count}`,
    title: `Thing ${count}`,
    image: { url: '/thing.svg', alt: 'A thing' },
    prices: [eur(1_190), { amount: 1_000, currency: 'USD' }],
    taxClass: 'standard',
    availability: 'in_stock',
    isPublished: true,
    version: 1,
    ...more,
  }
  world.catalog.set(variant.variantId, variant)
  return variant
}
const factsOf = (variants: SellableVariant[], more: { version: number; productId?: string }) => {
  const [first] = variants
  const productId = more.productId ?? first?.productId ?? ''
  return { productId, slug: 'thing', title: 'Thing', version: more.version, variants }
}
/** Catalog tells that a variant reads differently now. */
const tell = async (variant: SellableVariant, change: Partial<SellableVariant>) => {
  const changed = { ...variant, ...change }
  world.catalog.set(variant.variantId, changed)
  await stage.announce(productChanged(factsOf([changed], { version: changed.version })))
  await stage.settle()
  return changed
}

const shopper: AskOptions = { as: guest }
const customer = (id: string): AskOptions => ({ as: { kind: 'customer', id, address: '127.0.0.1' } })
const got = <T>(
  result: { ok: true; body: T } | { ok: false; refusal: { code: string; detail?: string | undefined } },
): T => {
  if (!result.ok) throw new Error(`${result.refusal.code} ${result.refusal.detail ?? ''}`)
  return result.body
}
const open = async (as = shopper, currency?: string) =>
  got(await stage.ask(createCart, { ...(currency && { currency }) }, as)).id
const put = async (id: string, { sku }: SellableVariant, quantity = 1, as = shopper) =>
  got(await stage.ask(addLine, { id, sku, quantity }, as))
const look = async (id: string, as = shopper) => got(await stage.ask(showCart, { id }, as))
const change = (id: string, more: object, as = shopper) => stage.ask(changeCart, { id, ...more }, as)
const freeze = (id: string, checkoutId = idOf('ord'), customerId: string | null = null) =>
  stage.ask(freezeCart, { id, checkoutId, customerId })
const berlin = { name: 'Ada', line1: 'Weg 1', city: 'Berlin', postalCode: '10115', country: 'DE' }
const paris = { ...berlin, city: 'Paris', country: 'FR', postalCode: '75001' }
const details = { email: 'ada@example.com', shippingAddress: berlin, shippingOptionId: 'standard' }
const ready = async (variant = newVariant(), as = shopper) => {
  const id = await open(as)
  await put(id, variant, 2, as)
  got(await change(id, details, as))
  return id
}
const refused = (code: string) => ({ ok: false, refusal: { code } })
const codes = ({ notices }: Cart) => notices.map(({ code }) => code)

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

describe('checking out', () => {
  it('freezes a cart as it will be ordered, and answers the same again', async () => {
    const variant = newVariant()
    const id = await ready(variant)
    const checkoutId = idOf('ord')
    const frozen = got(await freeze(id, checkoutId))
    expect(frozen).toMatchObject({
      cartId: id,
      customerId: null,
      email: details.email,
      billingAddress: berlin,
      shippingOption: parcel,
      lines: [{ sku: variant.sku, quantity: 2, unitPrice: eur(1_190), tax: eur(380), total: eur(2_380) }],
      quote: { totals: { total: eur(2_870), tax: eur(458) }, rounding: { mode: 'half_even' } },
    })
    expect(got(await freeze(id, checkoutId))).toEqual(frozen)
    expect(await freeze(id)).toMatchObject(refused('checkout_in_progress'))
    await tell(variant, { version: 2, prices: [eur(9_999)] })
    expect(await look(id)).toMatchObject({
      status: 'frozen',
      version: frozen.version,
      totals: frozen.quote.totals,
    })
  })

  it('names what is missing', async () => {
    const missing = async (id: string) => {
      const made = await freeze(id)
      return made.ok ? [] : [made.refusal.code, ...(made.refusal.errors ?? []).map(({ path }) => path)]
    }
    const id = await open()
    expect(await missing(id)).toEqual([
      'cart_incomplete',
      'lines',
      'email',
      'shippingAddress',
      'shippingOption',
    ])
    await put(id, newVariant())
    got(await change(id, { email: 'ada@example.com', shippingAddress: berlin }))
    expect(await missing(id)).toEqual(['cart_incomplete', 'shippingOption'])
  })

  it('refuses prices nobody was shown, and takes them at the next try', async () => {
    const variant = newVariant()
    const id = await ready(variant)
    const lineId = (await look(id)).lines[0]?.id
    await tell(variant, { version: 2, prices: [eur(1_300)] })
    world.options = [{ ...parcel, price: eur(590) }]
    expect(await freeze(id)).toMatchObject({
      refusal: {
        code: 'price_changed',
        errors: [
          { path: 'lines', lineId, from: eur(1_190), to: eur(1_300) },
          { path: 'shippingOption', from: eur(490), to: eur(590) },
        ],
      },
    })
    expect(got(await freeze(id)).quote.totals.total).toEqual(eur(3_190))
  })

  it('refuses a delivery that is not offered any more', async () => {
    const id = await ready()
    world.options = []
    expect(await freeze(id)).toMatchObject({
      refusal: { code: 'cart_incomplete', errors: [{ path: 'shippingOption' }] },
    })
    expect((await look(id)).shippingOption).toBeUndefined()
  })

  it('refuses what is not sold any more, by SKU', async () => {
    const variant = newVariant()
    const id = await ready(variant)
    await tell(variant, { version: 2, isPublished: false })
    expect(await freeze(id)).toMatchObject({
      refusal: { code: 'out_of_stock', errors: [{ sku: variant.sku, available: 0 }] },
    })
  })

  it('keeps a frozen cart as it is until it is thawed for that checkout', async () => {
    const variant = newVariant()
    const id = await ready(variant)
    const lineId = (await look(id)).lines[0]?.id ?? ''
    const checkoutId = idOf('ord')
    got(await freeze(id, checkoutId))
    const changes = () =>
      Promise.all([
        stage.ask(addLine, { id, sku: variant.sku, quantity: 1 }, shopper),
        change(id, { email: 'eve@example.com' }),
        change(id, { shippingOptionId: 'standard' }),
        stage.ask(changeLine, { id, lineId, quantity: 5 }, shopper),
        stage.ask(removeLine, { id, lineId }, shopper),
        stage.ask(claimCart, { id }, customer(idOf('cus'))),
      ])
    for (const one of await changes()) expect(one).toMatchObject(refused('checkout_in_progress'))
    await stage.ask(thawCart, { id, checkoutId: idOf('ord') })
    for (const one of await changes()) expect(one).toMatchObject(refused('checkout_in_progress'))
    await stage.ask(thawCart, { id, checkoutId })
    expect((await put(id, variant)).lines[0]?.quantity).toBe(3)
    expect(await freeze(id)).toMatchObject({ ok: true })
  })

  it('does not freeze for a checkout given up before', async () => {
    const id = await ready()
    const checkoutId = idOf('ord')
    await stage.ask(thawCart, { id, checkoutId })
    expect(await freeze(id, checkoutId)).toMatchObject(refused('checkout_in_progress'))
    expect((await look(id)).status).toBe('active')
  })

  it('lets one of many checkouts at once have the cart', async () => {
    const id = await ready()
    const made = await Promise.all(Array.from({ length: 10 }, () => freeze(id)))
    expect(made.filter(({ ok }) => ok)).toHaveLength(1)
    for (const one of made) if (!one.ok) expect(one).toMatchObject(refused('checkout_in_progress'))
  })

  it('takes over every line, or the line is not in the order: additions race the checkout', async () => {
    const variant = newVariant()
    const id = await ready(variant)
    const [frozen, ...added] = await Promise.all([
      freeze(id),
      ...Array.from({ length: 5 }, () => stage.ask(addLine, { id, sku: variant.sku, quantity: 1 }, shopper)),
    ])
    if (!frozen.ok) return expect(frozen).toMatchObject(refused('checkout_in_progress'))
    const accepted = added.filter(({ ok }) => ok).length
    expect(frozen.body.lines[0]?.quantity).toBe(2 + accepted)
  })

  it('is for the owner alone; a guest’s cart may be checked out by a customer', async () => {
    const [ada, eve] = [idOf('cus'), idOf('cus')]
    const owned = await ready(newVariant(), customer(ada))
    for (const other of [null, eve])
      expect(await freeze(owned, idOf('ord'), other)).toMatchObject(refused('not_found'))
    expect(await freeze(owned, idOf('ord'), ada)).toMatchObject({ body: { customerId: ada } })
    expect(await freeze(await ready(), idOf('ord'), ada)).toMatchObject({ body: { customerId: ada } })
  })

  it('is over with the order, and told', async () => {
    const id = await ready()
    const checkoutId = idOf('ord')
    const frozen = got(await freeze(id, checkoutId))
    await stage.announce(confirmed(checkoutId, id))
    await stage.announce(confirmed(checkoutId, id))
    await stage.settle()
    expect(stage.announced(cartCompleted).filter(({ subject }) => subject === id)).toHaveLength(1)
    expect(await look(id)).toMatchObject({ status: 'completed', totals: frozen.quote.totals })
    await stage.ask(thawCart, { id, checkoutId })
    expect(await change(id, { email: 'eve@example.com' })).toMatchObject(refused('cart_completed'))
    expect(await freeze(id)).toMatchObject(refused('cart_completed'))
    expect(got(await freeze(id, checkoutId))).toEqual(frozen)
  })
})

it('forgets a customer who is erased, and keeps what was ordered', async () => {
  const customerId = idOf('cus')
  const ada = customer(customerId)
  const [openId, orderedId] = [await ready(newVariant(), ada), await ready(newVariant(), ada)]
  const checkoutId = idOf('ord')
  got(await freeze(orderedId, checkoutId, customerId))
  await stage.announce(confirmed(checkoutId, orderedId))
  await stage.announce(customerErased({ customerId, at: toTimestamp(stage.clock.now()) }))
  await stage.settle()
  expect(await stage.ask(showCart, { id: openId }, ada)).toMatchObject(refused('not_found'))
  const left = await look(orderedId, ada)
  expect(left.lines).toHaveLength(1)
  expect(JSON.stringify([left, await freeze(orderedId, checkoutId, customerId)])).not.toMatch(
    /ada@|Weg 1|Berlin/,
  )
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

const confirmed = (orderId: string, cartId: string) =>
  orderConfirmed({
    orderId,
    number: 'S-1',
    cartId,
    customerId: null,
    email: 'ada@example.com',
    lines: [],
    totals: {
      subtotal: eur(1),
      discount: eur(0),
      shipping: eur(0),
      tax: eur(0),
      total: eur(1),
      taxIncluded: true,
    },
    shippingAddress: berlin,
    token: 't',
    version: 2,
    at: toTimestamp(stage.clock.now()),
  })
