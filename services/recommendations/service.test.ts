import { productChanged, productUnpublished } from '@souk/contracts/catalog'
import { availabilityChanged } from '@souk/contracts/inventory'
import { recommendForShopper } from '@souk/contracts/recommendations'
import { days, minutes } from '@souk/kit/runtime'
import { guest, type Stage } from '@souk/kit/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { KEPT_MS } from './domain/taste.ts'
import {
  beside,
  cancelled,
  carts,
  confirmed,
  counted,
  erased,
  forCustomer,
  idOf,
  type Offer,
  offer,
  openShop,
  published,
  returned,
  tell,
} from './fixtures/open-shop.ts'

let stage: Stage
let shirt: Offer
let tie: Offer
let pin: Offer
beforeAll(async () => {
  stage = await openShop()
})
afterAll(() => stage.stop())
beforeEach(async () => {
  ;[shirt, tie, pin] = [offer('Shirt'), offer('Tie'), offer('Pin')]
  await tell(stage, published(shirt), published(tie), published(pin))
})

const now = () => stage.clock.now()
const togetherWith = async (product: Offer) =>
  (await beside(stage, product)).flatMap(({ title, reason }) =>
    reason.kind === 'bought_together' ? [`${title}: ${reason.text}`] : [],
  )

describe('beside a product', () => {
  it('is what was bought with it, and that is said; an order told twice counts once', async () => {
    const order = confirmed([shirt.sku, tie.sku], { at: now() })
    await tell(stage, order, order, confirmed([pin.sku], { at: now() }))
    expect(await togetherWith(shirt)).toEqual(['Tie: Bought together with Shirt'])
    expect(await togetherWith(tie)).toEqual(['Shirt: Bought together with Tie'])
    expect(await togetherWith(pin)).toEqual([])
    expect((await counted(stage)).filter((row) => (row as { sku: string }).sku === tie.sku)).toHaveLength(1)
  })

  it('is what many buy, of its category first, and then what came in last', async () => {
    const fresh = await openShop()
    const pot = offer('Pot')
    await tell(fresh, published(shirt), published(tie), published(pin), published(pot))
    expect((await beside(fresh, shirt)).map(({ title, reason }) => [title, reason.text])).toEqual([
      ['Pot', 'New in Kitchen'],
      ['Pin', 'New in Kitchen'],
      ['Tie', 'New in Kitchen'],
    ])
    const at = fresh.clock.now()
    await tell(
      fresh,
      confirmed([tie.sku], { at }),
      confirmed([tie.sku], { at }),
      confirmed([pin.sku], { at }),
    )
    fresh.clock.forward(minutes(2))
    const reasons = async () =>
      (await beside(fresh, shirt)).map(({ title, reason }) => `${title}: ${reason.text}`)
    await expect
      .poll(reasons)
      .toEqual(['Tie: Popular in Kitchen', 'Pin: Popular in Kitchen', 'Pot: New in Kitchen'])
    await fresh.stop()
  })

  it('is nothing that came to nothing, or came back', async () => {
    const [first, second] = [idOf('ord'), idOf('ord')]
    await tell(
      stage,
      confirmed([shirt.sku, tie.sku], { orderId: first, at: now() }),
      confirmed([shirt.sku, pin.sku], { orderId: second, at: now() }),
    )
    expect(await togetherWith(shirt)).toHaveLength(2)
    await tell(stage, cancelled(first, now()))
    expect(await togetherWith(shirt)).toEqual(['Pin: Bought together with Shirt'])
    await tell(stage, returned(second, pin.sku, now()))
    expect(await togetherWith(shirt)).toEqual([])
  })

  it('is never what is not published, and is named and priced as it was last told', async () => {
    await tell(stage, confirmed([shirt.sku, tie.sku], { at: now() }))
    const { sku: _, ...facts } = tie
    const variants = facts.variants.map((one) => ({ ...one, prices: [{ amount: 5, currency: 'EUR' }] }))
    await tell(stage, productChanged({ ...facts, variants, title: 'Bow tie', version: 3 }))
    const [item] = await beside(stage, shirt)
    expect(item).toMatchObject({ title: 'Bow tie', priceRange: { min: { amount: 5 } } })
    await tell(stage, productUnpublished({ ...facts, version: 4 }), productChanged({ ...facts, version: 2 }))
    expect((await beside(stage, shirt)).map(({ id }) => id)).not.toContain(tie.productId)
  })

  it('shows what can be had before what is sold out, by the last word of inventory', async () => {
    await tell(stage, confirmed([shirt.sku, tie.sku], { at: now() }))
    const word = (availability: 'in_stock' | 'out_of_stock', version: number) =>
      availabilityChanged({ sku: tie.sku, availability, version })
    await tell(stage, word('out_of_stock', 3), word('in_stock', 2))
    const items = await beside(stage, shirt)
    const place = items.findIndex(({ id }) => id === tie.productId)
    expect(items[0]?.id).not.toBe(tie.productId)
    if (place >= 0) expect(items[place]?.variants[0]?.availability).toBe('out_of_stock')
    await tell(stage, word('in_stock', 4))
    expect((await beside(stage, shirt))[0]?.id).toBe(tie.productId)
  })
})

describe('for somebody', () => {
  it('who is signed in it is what goes with what they bought, until they are erased', async () => {
    const [ada, ben] = [idOf('cus'), idOf('cus')]
    await tell(
      stage,
      confirmed([shirt.sku], { customerId: ada, at: now() }),
      confirmed([shirt.sku, tie.sku], { customerId: ben, at: now() }),
    )
    const [first, ...others] = await forCustomer(stage, ada)
    expect(first).toMatchObject({ title: 'Tie', reason: { text: 'Because you bought Shirt' } })
    expect(others.map(({ id }) => id)).not.toContain(shirt.productId)
    await tell(stage, erased(ada, now()), confirmed([pin.sku], { customerId: ada, at: now() }))
    for (const { reason } of await forCustomer(stage, ada)) expect(reason.because).toBeUndefined()
    expect(JSON.stringify(await counted(stage))).not.toContain(ada)
    expect(await togetherWith(tie)).toEqual(['Shirt: Bought together with Tie'])
  })

  it('with a cart it is what goes with that, and nobody else’s cart is told of', async () => {
    const ada = idOf('cus')
    const [own, open, away] = [idOf('cart'), idOf('cart'), idOf('cart')]
    carts.set(own, { customerId: ada, skus: [shirt.sku] })
    carts.set(open, { skus: [tie.sku] })
    carts.set(away, 'away')
    await tell(stage, confirmed([shirt.sku, tie.sku], { at: now() }))
    const ask = (id: string, as: Parameters<Stage['ask']>[2] = { as: guest }) =>
      stage.ask(recommendForShopper, { for: `cart:${id}` }, as)
    const as = { kind: 'customer', id: ada, address: '127.0.0.1' } as const
    const asked = await ask(own, { as })
    expect(asked.ok && asked.body.items[0]).toMatchObject({
      ...{ title: 'Tie', reason: { text: 'Bought together with Shirt' } },
    })
    expect(await ask(open)).toMatchObject({ ok: true })
    for (const id of [own, idOf('cart')])
      expect(await ask(id)).toMatchObject({ refusal: { code: 'not_found' } })
    await expect(ask(away)).rejects.toThrow('carts is down')
  })
})

it('forgets orders that are too old to tell anything', async () => {
  const old = idOf('ord')
  await tell(stage, confirmed([shirt.sku, tie.sku], { orderId: old, at: now() - KEPT_MS - days(1) }))
  await tell(stage, confirmed([shirt.sku, pin.sku], { at: now() }))
  expect(await togetherWith(shirt)).toEqual(['Pin: Bought together with Shirt'])
  expect(JSON.stringify(await counted(stage))).not.toContain(old)
})
