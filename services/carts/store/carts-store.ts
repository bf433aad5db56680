import type { Queryable } from '@souk/kit/database'
import type { Cart } from '../domain/cart.ts'
import { groupsStore } from './groups-store.ts'
import type { VariantCache } from './variant-cache.ts'
import { variantsStore } from './variants-store.ts'

export type CartsStore = ReturnType<typeof cartsStore>

type Document = Omit<Cart, 'groups'>
interface Row {
  document: Document
  groups: string[] | null
}

/** Carts in PostgreSQL, a row each. Where several are locked it is in the order of their ids. */
export function cartsStore(sql: Queryable, cache: VariantCache) {
  /** With the groups of its customer, so that it can be priced without another look. */
  const columns = sql`
    document, (select g.groups from customer_groups g where g.customer_id = cart.customer_id) as groups`
  const written = ({ groups: _, ...document }: Cart) => sql.json(document as never)
  return {
    ...variantsStore(sql, cache),
    ...groupsStore(sql),

    async add(cart: Cart): Promise<void> {
      await sql`
        insert into cart (id, customer_id, status, version, created_at, updated_at, document)
        values (${cart.id}, ${cart.customerId}, ${cart.status}, ${cart.version}, ${cart.updatedAt}, ${cart.updatedAt}, ${written(cart)})`
    },

    async find(id: string): Promise<Cart | undefined> {
      const [row] = await sql<Row[]>`select ${columns} from cart where id = ${id}`
      return row && toCart(row)
    },

    /** Locked until the transaction ends. */
    async lock(id: string): Promise<Cart | undefined> {
      const [row] = await sql<Row[]>`select ${columns} from cart where id = ${id} for update`
      return row && toCart(row)
    },

    async lockAll(ids: string[]): Promise<Cart[]> {
      const rows = await sql<Row[]>`
        select ${columns} from cart where id = any(${ids}) order by id for update`
      return rows.map(toCart)
    },

    /** Writes a cart over the version before it; false when somebody else wrote meanwhile. */
    async save(cart: Cart): Promise<boolean> {
      const saved = await sql`
        update cart set customer_id = ${cart.customerId}, status = ${cart.status}, version = ${cart.version},
          updated_at = ${cart.updatedAt}, document = ${written(cart)}
        where id = ${cart.id} and version = ${cart.version - 1}`
      return saved.count === 1
    },

    /** Two claims of one customer wait for each other until the transaction ends. */
    async lockCustomer(customerId: string): Promise<void> {
      await sql`select pg_advisory_xact_lock(hashtextextended(${customerId}, 0))`
    },

    async findActiveOf(customerId: string): Promise<string[]> {
      const rows = await sql<{ id: string }[]>`
        select id from cart where customer_id = ${customerId} and status = 'active' order by updated_at desc, id desc`
      return rows.map(({ id }) => id)
    },

    /** Removes a lot of carts nobody touched since; returns how many. */
    async removeLeftBehind(since: string, most: number): Promise<number> {
      const removed = await sql`
        delete from cart where id in (
          select id from cart
          where (status = 'merged' or (status = 'active' and customer_id is null))
            and created_at < ${since} and updated_at < ${since}
          order by created_at limit ${most} for update skip locked)`
      return removed.count
    },

    async cartsOf(customerId: string): Promise<Cart[]> {
      const rows = await sql<Row[]>`select ${columns} from cart where customer_id = ${customerId} order by id`
      return rows.map(toCart)
    },

    /** Removes a customer's open carts; returns those that stay because an order is, or is being, made of them. */
    async removeOpenOf(customerId: string): Promise<Cart[]> {
      const rows = await sql<(Row & Pick<Cart, 'id' | 'status'>)[]>`
        select id, status, ${columns} from cart where customer_id = ${customerId} order by id for update`
      const open = rows.filter(({ status }) => status === 'active' || status === 'merged')
      await sql`delete from cart where id = any(${open.map(({ id }) => id)})`
      return rows.filter((row) => !open.includes(row)).map(toCart)
    },
  }
}

const toCart = ({ document, groups }: Row): Cart => ({ ...document, groups: groups ?? [] })
