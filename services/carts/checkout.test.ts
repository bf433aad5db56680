import { customerErased } from '@souk/contracts/accounts'
import {
  addLine,
  cartCompleted,
  changeLine,
  claimCart,
  removeLine,
  showCart,
  thawCart,
} from '@souk/contracts/carts'
import { toTimestamp } from '@souk/kit/runtime'
import { pricing } from '@souk/pricing/service'
import { describe, expect, it } from 'vitest'
import {
  berlin,
  change,
  confirmed,
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
  tell,
  world,
} from './test-shop.ts'

openShop([pricing()])

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

  it('sells a delivery as it was shown while shipping is away, and none that was priced for other goods', async () => {
    const variant = newVariant()
    const [shown, changed] = [await ready(variant), await ready(variant)]
    world.isShippingUp = false
    expect(got(await freeze(shown))).toMatchObject({ shippingOption: parcel })
    await put(changed, variant)
    await expect(freeze(changed)).rejects.toThrow('shipping is down')
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

it('makes a guest’s cart the customer’s who checked it out', async () => {
  const [id, checkoutId, ada] = [await ready(), idOf('ord'), idOf('cus')]
  got(await freeze(id, checkoutId, ada))
  await stage.announce(confirmed(checkoutId, id, ada))
  await stage.settle()
  expect(await look(id, customer(ada))).toMatchObject({ status: 'completed' })
  expect(await stage.ask(showCart, { id }, shopper)).toMatchObject(refused('not_found'))
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
