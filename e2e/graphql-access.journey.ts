import type { Cart } from '@souk/contracts/carts'
import type { StaffProduct } from '@souk/contracts/catalog'
import type { Order } from '@souk/contracts/orders'
import {
  buildClientSchema,
  type GraphQLObjectType,
  getIntrospectionQuery,
  getNamedType,
  type IntrospectionQuery,
  isObjectType,
  isRequiredArgument,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  argumentsFor,
  everything,
  type Field,
  type Values,
} from '../gateway/graphql/fixtures/whole-document.ts'
import type { Page } from './answers.ts'
import type { Client } from './client.ts'
import { newCustomer } from './faults/peer-defects/shoppers.ts'
import { askGraphql, dataOf } from './graphql.ts'
import { openTestShop, type Shop } from './shop.ts'
import { BERLIN, buy, fillCart, ok, sell } from './shopping.ts'

let shop: Shop
let ada: Client
let admin: Client
let others: Record<'another customer' | 'a guest', Client>
let fields: (Field & { kind: 'query' | 'mutation' })[]
/** What is Ada's or the shop's, by the argument that names it. */
let values: Values
let idOf: Values

beforeAll(async () => {
  shop = await openTestShop()
  const guest = shop.guest()
  admin = await shop.admin()
  ada = await newCustomer(guest)
  others = { 'another customer': await newCustomer(guest), 'a guest': guest }
  const { sku } = await sell(admin)
  const order = await buy(ada, [{ sku }])
  const cart = await fillCart(ada, [{ sku }])
  const address = ok(await ada.post<{ id: string }>('/store/v1/me/addresses', BERLIN), 201)
  const me = ok(await ada.get<{ id: string }>('/store/v1/me'), 200)
  const product = ok(await admin.get<Page<StaffProduct>>(`/admin/v1/products?q=${sku}`), 200).items[0]
  values = {
    ...{
      cartId: cart.id,
      orderId: order.id,
      addressId: address.id,
      productId: String(product?.id),
      sku,
    },
    ...{
      lineId: String(cart.lines[0]?.id),
      lineIds: String(cart.lines[0]?.id),
      paymentMethodId: 'sandbox_card',
      currency: 'EUR',
      reason: 'none',
    },
    ...{ fulfilmentId: idLike('ful'), returnId: idLike('ret'), promotionId: idLike('promo') },
  }
  idOf = {
    ...{ cart: cart.id, order: order.id, customer: me.id, payment: String(order.payments[0]?.id) },
    ...{ staffProduct: String(product?.id), promotion: idLike('promo') },
  }
  const introspected = await dataOf(askGraphql<IntrospectionQuery>(guest, getIntrospectionQuery()))
  const schema = buildClientSchema(introspected)
  const of = (type: GraphQLObjectType | null | undefined, kind: 'query' | 'mutation') =>
    Object.values(type?.getFields() ?? {}).map((field) => ({ ...field, kind }))
  fields = [...of(schema.getQueryType(), 'query'), ...of(schema.getMutationType(), 'mutation')]
})
afterAll(() => shop.close())

const idLike = (prefix: string) => `${prefix}_01jdq8n0000000000000000000`

/** Everybody's, or of whoever asks: no argument names what is somebody's. */
const NOBODYS = new Set(
  [
    'prices product products category categories collection collections collectionProducts',
    'search searchSuggestions recommendations productRecommendations',
    'cartCreate me customerRegister customerLogin customerRefresh customerLogout customerUpdate customerErase',
    'customerAddressAdd customerEmailVerify customerEmailVerificationRequest customerPasswordChange',
    'customerPasswordReset customerPasswordResetRequest',
    'staffLogin staffRefresh staffLogout staffInvitationAccept',
  ].flatMap((line) => line.split(' ')),
)

function documentOf(field: (typeof fields)[number]): string {
  const known = idOf[field.name] ? { ...values, id: idOf[field.name] as string } : values
  const type = getNamedType(field.type)
  const inner = isObjectType(type)
    ? 'userErrors' in type.getFields()
      ? '{ userErrors { code message } }'
      : '{ __typename }'
    : ''
  return `${field.kind} { ${field.name}${argumentsFor(field, known)} ${inner} }`
}
describe('what is one customer’s or the shop’s own', () => {
  it.each(['another customer', 'a guest'] as const)(
    'is neither shown to %s nor changed by them, on any path',
    async (who) => {
      const before = await stateOfAda()
      const tried = fields.filter(({ name }) => !NOBODYS.has(name))
      expect(tried.length).toBeGreaterThan(130)
      for (const field of tried) {
        const query = documentOf(field)
        const { body } = await askGraphql<Record<string, { userErrors?: { code: string }[] } | null>>(
          others[who],
          query,
          { key: `bola-${who.length}-${field.name}` },
        )
        const shown = body.data?.[field.name]
        const codes = [
          ...(shown?.userErrors ?? []),
          ...(body.errors ?? []).map(({ extensions }) => extensions),
        ].map(({ code }) => code)
        const isHidden = shown === null && field.kind === 'query' && codes.length === 0
        const isRefused =
          codes.length > 0 &&
          codes.every((code) => ['not_found', 'unauthenticated', 'forbidden'].includes(code))
        expect({ query, told: isHidden || isRefused || body }).toEqual({ query, told: true })
        if (shown) expect(Object.keys(shown)).toEqual(['userErrors'])
      }
      expect(await stateOfAda()).toEqual(before)
    },
  )

  it('is hers by the same documents', async () => {
    for (const name of ['cart', 'order']) {
      const field = fields.find((one) => one.name === name) as (typeof fields)[number]
      expect((await dataOf(askGraphql<Record<string, unknown>>(ada, documentOf(field))))[name]).not.toBeNull()
    }
  })
})

/** Whoever asks has to be a customer; a tree, all of whose levels would be too large an answer. */
const NOT_STAFFS = new Set(['me', 'categories'])

describe('what the shop has', () => {
  it('is shown to staff as the schema says, every list and setting of it', async () => {
    const shown = fields.filter(
      ({ kind, name, args }) =>
        kind === 'query' &&
        !NOT_STAFFS.has(name) &&
        !args.some((arg) => arg.name === 'slug' || isRequiredArgument(arg)),
    )
    expect(shown.length).toBeGreaterThan(25)
    for (const { name, type } of shown) {
      const named = getNamedType(type)
      const nodes = isObjectType(named) ? named.getFields().nodes : undefined
      const query = nodes
        ? `{ ${name}(first: 2) { nodes ${everything(nodes.type)} } }`
        : `{ ${name} ${everything(type)} }`
      expect({ query, data: await dataOf(askGraphql<object>(admin, query)) }).toMatchObject({
        data: { [name]: expect.anything() },
      })
    }
  })
})

async function stateOfAda() {
  const cart = ok(await ada.get<Cart>(`/store/v1/carts/${values.cartId}`), 200)
  const order = ok(await ada.get<Order>(`/store/v1/orders/${values.orderId}`), 200)
  return [cart, order, ok(await ada.get('/store/v1/me/addresses'), 200)]
}
