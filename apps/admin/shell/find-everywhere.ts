import type { listCustomers } from '@souk/contracts/accounts'
import type { StaffProduct } from '@souk/contracts/catalog'
import type { Order } from '@souk/contracts/orders'
import type { z } from 'zod'
import { ask } from '../data/ask.ts'
import type { Page } from '../data/pages.ts'
import { editOf, showOf } from '../parts/paths.ts'
import { may } from '../session/may.ts'

export interface Found {
  readonly kind: string
  readonly title: string
  readonly href: string
}

type Customer = z.infer<(typeof listCustomers.answers)[200]>['items'][number]

const SHOWN = 5

/** What carries the words among everything one may read; a part of the shop that is away leaves its part out. */
export async function findEverywhere(
  { words, scopes }: { words: string; scopes: readonly string[] },
  signal: AbortSignal,
): Promise<Found[]> {
  const look = async <Row>(place: Place<Row>): Promise<Found[]> => {
    if (!may(scopes, place.scope)) return []
    const { items } = await ask<Page<Row>>(place.path, {
      query: { [place.by]: place.write?.(words) ?? words, limit: SHOWN },
      signal,
    })
    return items.map(place.tell)
  }
  const found = await Promise.allSettled([
    look(words.includes('@') ? ORDERS_BY_EMAIL : ORDERS_BY_NUMBER),
    look(PRODUCTS),
    look(CUSTOMERS),
  ])
  return found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
}

interface Place<Row> {
  readonly path: string
  readonly by: string
  readonly scope: string
  /** How the words are written there. */
  readonly write?: (words: string) => string
  readonly tell: (row: Row) => Found
}

const tellOrder = ({ id, number, email }: Order): Found => ({
  kind: 'Order',
  title: `${number} · ${email}`,
  href: showOf('orders', id),
})
const ORDERS = { path: '/admin/v1/orders', scope: 'orders:read', tell: tellOrder }
/** `s-100012` and `100012` are the order S-100012. */
const numberOf = (words: string) => (/^\d+$/.test(words) ? `S-${words}` : words.toUpperCase())
const ORDERS_BY_NUMBER: Place<Order> = { ...ORDERS, by: 'number', write: numberOf }
const ORDERS_BY_EMAIL: Place<Order> = { ...ORDERS, by: 'email' }

const PRODUCTS: Place<StaffProduct> = {
  path: '/admin/v1/products',
  by: 'q',
  scope: 'products:read',
  tell: ({ id, title }) => ({ kind: 'Product', title, href: editOf('products', id) }),
}

const CUSTOMERS: Place<Customer> = {
  path: '/admin/v1/customers',
  by: 'q',
  scope: 'customers:read',
  tell: ({ id, name, email }) => ({
    kind: 'Customer',
    title: `${name} · ${email}`,
    href: showOf('customers', id),
  }),
}
