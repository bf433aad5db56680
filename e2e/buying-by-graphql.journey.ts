import type { Cart } from '@souk/contracts/carts'
import type { Order } from '@souk/contracts/orders'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from './client.ts'
import { askGraphql, dataOf } from './graphql.ts'
import { openTestShop, type Shop } from './shop.ts'
import { BERLIN, complete as completeByRest, sell } from './shopping.ts'

let shop: Shop
let guest: Client
let admin: Client

beforeAll(async () => {
  shop = await openTestShop()
  guest = shop.guest()
  admin = await shop.admin()
})
afterAll(() => shop.close())

interface Payload {
  userErrors: { field: string | null; code: string; reason: string | null; message: string }[]
}
type Changed<Name extends string, Gives> = Record<Name, Payload & Gives>

const CART = `id status lines { id sku quantity total { amount currency } } totals { total { amount currency } }
  shippingOptions { id price { amount } } paymentMethods { id kind }`
const ERRORS = 'userErrors { field code reason message facts }'

const ADD = `mutation Add($cartId: ID!, $lines: [CartLinesAddInput!]!) {
  cartLinesAdd(cartId: $cartId, lines: $lines) { cart { id lines { id sku quantity } } ${ERRORS} } }`
const UPDATE = `mutation Update($cartId: ID!, $email: String, $to: AddressInput, $option: ID) {
  cartUpdate(cartId: $cartId, email: $email, shippingAddress: $to, shippingOptionId: $option) { cart { ${CART} } ${ERRORS} } }`
const COMPLETE = `mutation Complete($cartId: ID!, $method: ID!, $token: String, $key: String) {
  cartComplete(cartId: $cartId, paymentMethodId: $method, paymentToken: $token, idempotencyKey: $key) {
    type order { id number status paymentStatus token totals { total { amount } } } action { url } ${ERRORS} } }`

type Offered = Cart & { shippingOptions: { id: string }[]; paymentMethods: { id: string; kind: string }[] }

async function fill(who: Client, skus: string[]): Promise<Offered> {
  const { cartCreate } = await dataOf(
    askGraphql<Changed<'cartCreate', { cart: Cart }>>(
      who,
      `mutation { cartCreate(currency: "EUR") { cart { id } ${ERRORS} } }`,
    ),
  )
  const cartId = cartCreate.cart.id
  const lines = skus.map((sku) => ({ sku, quantity: 1 }))
  const { cartLinesAdd } = await dataOf(
    askGraphql<Changed<'cartLinesAdd', { cart: Cart }>>(who, ADD, { variables: { cartId, lines } }),
  )
  expect(cartLinesAdd).toMatchObject({ cart: { lines }, userErrors: [] })
  const variables = { cartId, email: 'ada@example.com', to: BERLIN }
  const update = (more: object) =>
    dataOf(
      askGraphql<Changed<'cartUpdate', { cart: Offered }>>(who, UPDATE, { variables: { cartId, ...more } }),
    )
  const { cartUpdate } = await update(variables)
  const option = cartUpdate.cart.shippingOptions[0]?.id
  return (await update({ option })).cartUpdate.cart
}

interface Completed {
  type: string
  order: Order
}
const methodOf = ({ paymentMethods }: Offered) =>
  paymentMethods.find(({ kind }) => kind === 'card')?.id as string
const complete = (who: Client, cart: Offered, token: string, key?: string) =>
  askGraphql<Changed<'cartComplete', Completed>>(who, COMPLETE, {
    variables: {
      cartId: cart.id,
      method: methodOf(cart),
      token,
      key,
    },
  })

describe('a guest who speaks GraphQL alone', () => {
  it('finds a product, buys it, and reads the order by its token', async () => {
    const { sku, slug } = await sell(admin)
    const { product } = await dataOf(
      askGraphql<{ product: object }>(
        guest,
        `{ product(slug: "${slug}") { slug variants { sku price { amount currency } availability } } }`,
      ),
    )
    expect(product).toEqual({
      slug,
      variants: [{ sku, price: { amount: 1_990, currency: 'EUR' }, availability: 'in_stock' }],
    })
    const cart = await fill(guest, [sku])
    const { cartComplete } = await dataOf(complete(guest, cart, 'tok_visa', `gql-${cart.id}`))
    expect(cartComplete).toMatchObject({
      type: 'order',
      order: {
        status: 'confirmed',
        paymentStatus: 'paid',
        totals: { total: { amount: cart.totals.total.amount } },
      },
      userErrors: [],
    })
    const { id, token } = cartComplete.order
    const read =
      'query ($id: ID!, $token: String) { order(id: $id, token: $token) { id token lines { sku } } }'
    const shown = await dataOf(askGraphql<{ order: object }>(guest, read, { variables: { id, token } }))
    expect(shown.order).toEqual({ id, token: null, lines: [{ sku }] })
    const hidden = await dataOf(askGraphql<{ order: null }>(guest, read, { variables: { id } }))
    expect(hidden.order).toBeNull()
  })

  it('is answered again what it was answered, under the same key, by GraphQL or by REST', async () => {
    const { sku } = await sell(admin)
    const cart = await fill(guest, [sku])
    const key = `gql-again-${cart.id}`
    const [first, again] = [
      await complete(guest, cart, 'tok_visa', key),
      await complete(guest, cart, 'tok_visa', key),
    ]
    expect(again.body.data).toEqual(first.body.data)
    expect([first, again].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([null, 'true'])
    const order = first.body.data?.cartComplete.order
    const byRest = await completeByRest(guest, cart.id, { token: 'tok_visa', method: methodOf(cart), key })
    expect([byRest.status, byRest.body.order.id]).toEqual([201, order?.id])
    const other = await dataOf(complete(guest, cart, 'tok_declined', key))
    expect(other.cartComplete).toMatchObject({
      order: null,
      userErrors: [{ code: 'idempotency_key_reused' }],
    })
  })

  it('shares one key of a request among its changes, each its own', async () => {
    const create = `mutation { a: cartCreate { cart { id } } b: cartCreate { cart { id } } }`
    type Two = Record<'a' | 'b', { cart: { id: string } }>
    const ask = () => dataOf(askGraphql<Two>(guest, create, { key: `gql-two-${process.pid}` }))
    const [first, again] = [await ask(), await ask()]
    expect(first.a.cart.id).not.toBe(first.b.cart.id)
    expect(again).toEqual(first)
  })

  it('is told which of its wishes cannot be, by place and code', async () => {
    const { sku } = await sell(admin, { quantity: 2 })
    const cart = await fill(guest, [sku])
    const add = (lines: object[]) =>
      dataOf(
        askGraphql<Changed<'cartLinesAdd', { cart: Cart }>>(guest, ADD, {
          variables: { cartId: cart.id, lines },
        }),
      )
    const { cartLinesAdd: unknown } = await add([
      { sku, quantity: 2 },
      { sku: 'NO-SUCH', quantity: 1 },
      { sku, quantity: 1 },
    ])
    expect(unknown).toMatchObject({
      cart: { lines: [{ quantity: 3 }] },
      userErrors: [{ field: 'lines.1', code: 'unknown_variant' }],
    })
    const { cartLinesAdd: tooMany } = await add([{ sku, quantity: 5_000 }])
    expect(tooMany).toMatchObject({
      cart: null,
      userErrors: [{ field: 'lines.0.quantity', code: 'invalid_request', reason: 'too_large' }],
    })
    const { cartComplete } = await dataOf(complete(guest, cart, 'tok_visa', `gql-short-${cart.id}`))
    expect(cartComplete).toMatchObject({
      order: null,
      userErrors: [{ code: 'out_of_stock', facts: { available: 2 } }],
    })
    const { cartComplete: without } = await dataOf(complete(guest, cart, 'tok_visa'))
    expect(without.userErrors).toMatchObject([{ code: 'idempotency_key_required' }])
  })
})

describe('a customer who speaks GraphQL alone', () => {
  it('registers, claims the cart of before, buys, and finds the order in the account', async () => {
    const { sku } = await sell(admin)
    const cart = await fill(guest, [sku])
    const register = `mutation ($email: String!) { customerRegister(email: $email, password: "correct horse battery", name: "Ada") {
      customer { email } accessToken ${ERRORS} } }`
    const email = `gql-${process.pid}@example.com`
    const signUp = () =>
      dataOf(
        askGraphql<Changed<'customerRegister', { accessToken: string }>>(guest, register, {
          variables: { email },
        }),
      )
    const ada = guest.as((await signUp()).customerRegister.accessToken)
    expect((await signUp()).customerRegister.userErrors).toMatchObject([{ code: 'email_taken' }])
    const claim = `mutation ($id: ID!) { cartClaim(cartId: $id) { cart { ${CART} } ${ERRORS} } }`
    const { cartClaim } = await dataOf(
      askGraphql<Changed<'cartClaim', { cart: Offered }>>(ada, claim, { variables: { id: cart.id } }),
    )
    const { cartComplete } = await dataOf(complete(ada, cartClaim.cart, 'tok_visa', `gql-ada-${cart.id}`))
    const me =
      '{ me { email addresses { city } orders(first: 5) { nodes { number status } pageInfo { hasNextPage } } } }'
    expect(await dataOf(askGraphql(ada, me))).toEqual({
      me: {
        ...{ email, addresses: [] },
        orders: {
          nodes: [{ number: cartComplete.order.number, status: 'confirmed' }],
          pageInfo: { hasNextPage: false },
        },
      },
    })
    const cancel = `mutation ($id: ID!) { orderCancel(orderId: $id, reason: "too late") { order { status } ${ERRORS} } }`
    const cancelled = await dataOf(askGraphql(ada, cancel, { variables: { id: cartComplete.order.id } }))
    expect(cancelled).toEqual({ orderCancel: { order: { status: 'cancelled' }, userErrors: [] } })
    const { body } = await askGraphql(guest, me)
    expect(body).toMatchObject({
      data: { me: null },
      errors: [{ path: ['me'], extensions: { code: 'unauthenticated', status: 401 } }],
    })
  })
})

describe('staff who speak GraphQL', () => {
  it('send a parcel, give money back and count the shelf', async () => {
    const { sku } = await sell(admin)
    const { cartComplete } = await dataOf(
      complete(guest, await fill(guest, [sku]), 'tok_visa', `gql-staff-${sku}`),
    )
    const { id } = cartComplete.order
    const find = 'query ($id: ID!) { order(id: $id) { lines { id } } orders(first: 1) { nodes { id } } }'
    const { order } = await dataOf(askGraphql<{ order: Order }>(admin, find, { variables: { id } }))
    const lineId = order.lines[0]?.id
    const pack = `mutation ($id: ID!, $lineId: ID!) { fulfilmentCreate(orderId: $id, carrier: "dhl", lines: [{ lineId: $lineId, quantity: 1 }]) { fulfilment { id status } ${ERRORS} } }`
    type Packed = Changed<'fulfilmentCreate', { fulfilment: { id: string } }>
    const { fulfilmentCreate } = await dataOf(askGraphql<Packed>(admin, pack, { variables: { id, lineId } }))
    const more = `mutation ($id: ID!, $parcel: ID!, $sku: String!) {
      fulfilmentShip(fulfilmentId: $parcel) { fulfilment { status } ${ERRORS} }
      refundCreate(orderId: $id, amount: { amount: 500, currency: "EUR" }, reason: "late") { order { paymentStatus } ${ERRORS} }
      stockAdjust(sku: $sku, delta: 5, reason: "found") { stock { onHand } ${ERRORS} } }`
    const variables = { id, parcel: fulfilmentCreate.fulfilment.id, sku }
    expect(await dataOf(askGraphql(admin, more, { variables, key: `gql-more-${id}` }))).toEqual({
      fulfilmentShip: { fulfilment: { status: 'shipped' }, userErrors: [] },
      refundCreate: { order: { paymentStatus: 'partially_refunded' }, userErrors: [] },
      stockAdjust: { stock: { onHand: expect.any(Number) }, userErrors: [] },
    })
    const refused = await dataOf(askGraphql(guest, more, { variables, key: `gql-guest-${id}` }))
    expect(JSON.stringify(refused).match(/"unauthenticated"/g)).toHaveLength(3)
  })
})
