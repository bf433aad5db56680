import type { Queryable } from '@souk/kit/database'
import type { Order } from '../domain/order.ts'
import { fulfilmentStatusOf, paymentStatusOf } from '../domain/statuses.ts'
import type { OrderNumbers } from './order-numbers.ts'

export type OrdersStore = ReturnType<typeof ordersStore>

export interface OrderFilter {
  status?: string | undefined
  paymentStatus?: string | undefined
  fulfilmentStatus?: string | undefined
  email?: string | undefined
  number?: string | undefined
  placedFrom?: string | undefined
  placedBefore?: string | undefined
  /** Minor units. */
  total?: number | undefined
  customerId?: string | undefined
  /** Failed checkouts are nobody's purchase. */
  onlyReal?: boolean
}

export interface OrdersStoreParts {
  /** Makes the guests' keys to their orders. */
  readonly tokenSecret: string
  readonly numbers: OrderNumbers
}

export interface CheckoutKey {
  principal: string
  key: string
  fingerprint: string
}

export function ordersStore(sql: Queryable, { tokenSecret, numbers }: OrdersStoreParts) {
  const one = async (rows: Promise<readonly { document: Order }[]>) => (await rows)[0]?.document

  return {
    tokenSecret,

    nextNumber: () => numbers(sql),

    find: (id: string) => one(sql<{ document: Order }[]>`select document from orders where id = ${id}`),

    findByNumber: (number: string) =>
      one(sql<{ document: Order }[]>`select document from orders where number = ${number}`),

    /** The order, locked until the transaction ends. */
    lock: (id: string) =>
      one(sql<{ document: Order }[]>`select document from orders where id = ${id} for update`),

    async add(order: Order): Promise<void> {
      await sql`
        insert into orders (id, number, cart_id, customer_id, email, status, payment_status, fulfilment_status, was_confirmed, version, document)
        values (${order.id}, ${order.number}, ${order.cartId}, ${order.customerId}, ${order.email.toLowerCase()}, ${order.status},
          ${paymentStatusOf(order)}, ${fulfilmentStatusOf(order)}, ${order.wasConfirmed}, ${order.version}, ${sql.json(order as never)})`
    },

    /** Saves a locked order. */
    async save(order: Order): Promise<void> {
      await sql`
        update orders set status = ${order.status}, payment_status = ${paymentStatusOf(order)},
          fulfilment_status = ${fulfilmentStatusOf(order)}, was_confirmed = ${order.wasConfirmed}, email = ${order.email.toLowerCase()},
          customer_id = ${order.customerId}, version = ${order.version}, document = ${sql.json(order as never)}
        where id = ${order.id}`
    },

    async versionsOf(ids: readonly string[]): Promise<{ id: string; version: number }[]> {
      return await sql<
        { id: string; version: number }[]
      >`select id, version from orders where id = any(${ids as string[]})`
    },

    async list(
      filter: OrderFilter,
      { before, limit }: { before: string | undefined; limit: number },
    ): Promise<Order[]> {
      const rows = await sql<{ document: Order }[]>`
        select document from orders where true
          ${before ? sql`and id < ${before}` : sql``}
          ${filter.customerId ? sql`and customer_id = ${filter.customerId}` : sql``}
          ${filter.status ? sql`and status = ${filter.status}` : sql``}
          ${filter.paymentStatus ? sql`and payment_status = ${filter.paymentStatus}` : sql``}
          ${filter.fulfilmentStatus ? sql`and fulfilment_status = ${filter.fulfilmentStatus}` : sql``}
          ${filter.email ? sql`and email = ${filter.email.toLowerCase()}` : sql``}
          ${filter.number ? sql`and number = ${filter.number}` : sql``}
          ${filter.placedFrom ? sql`and (document ->> 'placedAt')::timestamptz >= ${filter.placedFrom}` : sql``}
          ${filter.placedBefore ? sql`and (document ->> 'placedAt')::timestamptz < ${filter.placedBefore}` : sql``}
          ${filter.total === undefined ? sql`` : sql`and (document #>> '{totals,total,amount}')::bigint = ${filter.total}`}
          ${filter.onlyReal ? sql`and (was_confirmed or status <> 'cancelled')` : sql``}
        order by id desc limit ${limit}`
      return rows.map(({ document }) => document)
    },

    /** Whether a cart has become an order that stands. */
    async isCartOrdered(cartId: string): Promise<boolean> {
      const [row] = await sql`
        select 1 from orders where cart_id = ${cartId} and status <> 'cancelled' and was_confirmed`
      return row !== undefined
    },

    /** `request` names the caller and their key, where there is one. */
    async addParcel(fulfilmentId: string, orderId: string, request?: string): Promise<void> {
      await sql`
        insert into parcel (fulfilment_id, order_id, request) values (${fulfilmentId}, ${orderId}, ${request ?? null})
        on conflict (fulfilment_id) do nothing`
    },

    async findParcel(orderId: string, request: string): Promise<string | undefined> {
      const [row] = await sql<{ id: string }[]>`
        select fulfilment_id as id from parcel where order_id = ${orderId} and request = ${request}`
      return row?.id
    },

    async orderOfParcel(fulfilmentId: string): Promise<string | undefined> {
      const [row] = await sql<{ orderId: string }[]>`
        select order_id as "orderId" from parcel where fulfilment_id = ${fulfilmentId}`
      return row?.orderId
    },

    async addReturn(returnId: string, orderId: string): Promise<void> {
      await sql`insert into goods_return (return_id, order_id) values (${returnId}, ${orderId})`
    },

    async orderOfReturn(returnId: string): Promise<string | undefined> {
      const [row] = await sql<{ orderId: string }[]>`
        select order_id as "orderId" from goods_return where return_id = ${returnId}`
      return row?.orderId
    },

    async findCheckout({
      principal,
      key,
    }: CheckoutKey): Promise<{ orderId: string; fingerprint: string } | undefined> {
      const [row] = await sql<{ orderId: string; fingerprint: string }[]>`
        select order_id as "orderId", fingerprint from checkout where principal = ${principal} and key = ${key}`
      return row
    },

    /** Whether the key was free and now belongs to this order. */
    async addCheckout({ principal, key, fingerprint }: CheckoutKey, orderId: string): Promise<boolean> {
      const added = await sql`
        insert into checkout (principal, key, fingerprint, order_id) values (${principal}, ${key}, ${fingerprint}, ${orderId})
        on conflict do nothing`
      return added.count === 1
    },

    async removeCheckout({ principal, key }: CheckoutKey): Promise<void> {
      await sql`delete from checkout where principal = ${principal} and key = ${key}`
    },

    async ordersOfCustomer(customerId: string): Promise<Order[]> {
      const rows = await sql<{ document: Order }[]>`
        select document from orders where customer_id = ${customerId} order by id`
      return rows.map(({ document }) => document)
    },

    async idsOfCustomer(customerId: string): Promise<string[]> {
      const rows = await sql<{ id: string }[]>`select id from orders where customer_id = ${customerId}`
      return rows.map(({ id }) => id)
    },
  }
}
