import type { PriceList } from '@souk/contracts/catalog'
import type { Queryable } from '@souk/kit/database'

interface Row extends Omit<PriceList, 'startsAt' | 'endsAt' | 'createdAt' | 'updatedAt'> {
  startsAt: Date | null
  endsAt: Date | null
  createdAt: Date
  updatedAt: Date
}

/** A list whose products are to be told. */
export interface DueList extends PriceList {
  isRemoved: boolean
  /** The last product that was told; `''` before the first. */
  touchAfter: string
}

interface Progress {
  id: string
  /** Nothing when all were told. */
  touchAfter: string | null
  boundaryAt: string | null
}

/**
 * Price lists. Whoever changes one has its row to itself; whoever sets its prices holds it as it is until the commit. It
 * is locked before any product, so that what is announced of a product follows from lists as they are from then on, or
 * the product is told again.
 */
export function priceListStore(sql: Queryable) {
  const columns = sql`
    id, version, title, is_active as "isActive", starts_at as "startsAt", ends_at as "endsAt",
    customer_groups as "customerGroups", created_at as "createdAt", updated_at as "updatedAt"`
  const there = (id: string) => sql`from price_list where id = ${id} and not is_removed`
  return {
    async findPriceList(id: string): Promise<PriceList | undefined> {
      const [row] = await sql<Row[]>`select ${columns} ${there(id)}`
      return row && toPriceList(row)
    },

    async lockPriceList(id: string): Promise<PriceList | undefined> {
      const [row] = await sql<Row[]>`select ${columns} ${there(id)} for no key update`
      return row && toPriceList(row)
    },

    /** Others may set prices of the list meanwhile, and nobody may change it. */
    async holdPriceList(id: string): Promise<boolean> {
      const [row] = await sql`select 1 ${there(id)} for share`
      return row !== undefined
    },

    /** Newest first, behind `before`. */
    async listPriceLists(before: string | undefined, limit: number): Promise<PriceList[]> {
      const rows = await sql<Row[]>`
        select ${columns} from price_list where not is_removed ${before ? sql`and id < ${before}` : sql``}
        order by id desc limit ${limit}`
      return rows.map(toPriceList)
    },

    /** Writes a list; with `touches` its products are to be told. */
    async savePriceList(
      list: PriceList,
      { boundaryAt, touches }: { boundaryAt: string | null; touches: boolean },
    ): Promise<void> {
      await sql`
        insert into price_list (id, version, title, is_active, starts_at, ends_at, customer_groups, boundary_at,
          created_at, updated_at)
        values (${list.id}, ${list.version}, ${list.title}, ${list.isActive}, ${list.startsAt}, ${list.endsAt},
          ${list.customerGroups}, ${boundaryAt}, ${list.createdAt}, ${list.updatedAt})
        on conflict (id) do update set version = excluded.version, title = excluded.title,
          is_active = excluded.is_active, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
          customer_groups = excluded.customer_groups, boundary_at = excluded.boundary_at,
          updated_at = excluded.updated_at
          ${touches ? sql`, touch_after = ''` : sql``}`
    },

    /** Its prices hold no more; its rows go when all its products were told. */
    async retirePriceList(id: string): Promise<void> {
      await sql`
        update price_list set is_removed = true, touch_after = '', boundary_at = null where id = ${id}`
    },

    async removePriceList(id: string): Promise<void> {
      await sql`delete from price_list where id = ${id}`
    },

    async isAnyListDue(now: string): Promise<boolean> {
      const [row] = await sql`
        (select 1 from price_list where touch_after is not null limit 1)
        union all (select 1 from price_list where boundary_at <= ${now} limit 1)`
      return row !== undefined
    },

    /** One that nobody is at, locked. One whose boundary has passed begins with its first product. */
    async lockDueList(now: string): Promise<DueList | undefined> {
      const [row] = await sql<(Row & { isRemoved: boolean; touchAfter: string })[]>`
        select ${columns}, is_removed as "isRemoved",
          case when boundary_at <= ${now} then '' else touch_after end as "touchAfter"
        from price_list where touch_after is not null or boundary_at <= ${now}
        order by id limit 1 for no key update skip locked`
      return row && { ...toPriceList(row), isRemoved: row.isRemoved, touchAfter: row.touchAfter }
    },

    async noteTouched({ id, touchAfter, boundaryAt }: Progress): Promise<void> {
      await sql`
        update price_list set touch_after = ${touchAfter}, boundary_at = ${boundaryAt} where id = ${id}`
    },
  }
}

const toPriceList = (row: Row): PriceList => ({
  id: row.id,
  version: row.version,
  title: row.title,
  isActive: row.isActive,
  startsAt: row.startsAt?.toISOString() ?? null,
  endsAt: row.endsAt?.toISOString() ?? null,
  customerGroups: row.customerGroups,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
})
