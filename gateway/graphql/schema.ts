import { type GraphQLFieldConfigMap, GraphQLObjectType, GraphQLSchema } from 'graphql'
import type { Asking } from '../asking.ts'
import type { Area, Operation } from './area.ts'
import { accounts } from './areas/accounts.ts'
import { carts } from './areas/carts.ts'
import { catalog } from './areas/catalog.ts'
import { orders } from './areas/orders.ts'
import { search } from './areas/search.ts'
import { staffAssortment } from './areas/staff-assortment.ts'
import { staffCatalog } from './areas/staff-catalog.ts'
import { staffCustomers } from './areas/staff-customers.ts'
import { staffInventory } from './areas/staff-inventory.ts'
import { staffOrders } from './areas/staff-orders.ts'
import { staffPriceLists } from './areas/staff-price-lists.ts'
import { staffPricing } from './areas/staff-pricing.ts'
import { staffReturns } from './areas/staff-returns.ts'
import { staffShipping } from './areas/staff-shipping.ts'
import { staffShop } from './areas/staff-shop.ts'
import { staffSupply } from './areas/staff-supply.ts'
import { staffTeam } from './areas/staff-team.ts'
import { typesOf } from './types/types.ts'

const SHOPPERS: readonly Area[] = [catalog, search, carts, orders, accounts]
const STAFF: readonly Area[] = [
  ...[staffCatalog, staffAssortment, staffPricing, staffPriceLists, staffOrders, staffReturns],
  ...[staffInventory, staffSupply, staffShipping, staffCustomers, staffTeam, staffShop],
]
const AREAS = [...SHOPPERS, ...STAFF]

type Fields = GraphQLFieldConfigMap<unknown, Asking>

/** Everything GraphQL offers: the areas together, with types made of the contracts they ask. */
export function shopSchema(areas: readonly Area[] = AREAS): GraphQLSchema {
  const types = typesOf(
    (type) => made(areas.map(({ fields }) => fields?.[type])) as GraphQLFieldConfigMap<unknown, never>,
  )
  const made = (parts: (Readonly<Record<string, Operation>> | undefined)[]): Fields =>
    Object.fromEntries(
      parts.flatMap((part) => Object.entries(part ?? {})).map(([name, make]) => [name, make(types, name)]),
    )
  const root = (name: string, parts: Parameters<typeof made>[0]) =>
    new GraphQLObjectType({ name, fields: () => made(parts) })
  return new GraphQLSchema({
    query: root(
      'Query',
      areas.map(({ queries }) => queries),
    ),
    mutation: root(
      'Mutation',
      areas.map(({ mutations }) => mutations),
    ),
    subscription: root(
      'Subscription',
      areas.map(({ subscriptions }) => subscriptions),
    ),
  })
}
