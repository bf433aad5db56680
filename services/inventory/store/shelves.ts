import type { Queryable } from '@souk/kit/database'
import { type Change, DEFAULT_LOCATION, type Item, summed } from '../domain/stock.ts'

export interface NewItem {
  sku: string
  policy: Item['policy']
  availability: Item['availability']
  onHand: number
}

type Word = Pick<Item, 'sku' | 'availability' | 'version'>

const UNBOUNDED = 1_000_000_000

/** Somebody made a bundle of other things while we waited: the transaction is tried again and sees it. */
class Overtaken extends Error {
  readonly code = '40001'
}

/** Items and their shelves. Rows are locked in SKU order; whoever changes a shelf holds its item. */
export function shelves(sql: Queryable) {
  /** The SKUs, and what the bundles among them are made of. */
  const withComponents = (skus: readonly string[]) => sql`
    ${skus as string[]}::text[] || array(select component from bundle_component where bundle = any(${skus as string[]}))`

  const readItems = (skus: readonly string[]) => sql<Item[]>`
    select i.sku, i.policy, i.backorder_limit as "backorderLimit",
      to_char(i.expected_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "expectedAt",
      i.low_stock_threshold as "lowStockThreshold", i.availability, i.version, s.levels, i.is_component as "isComponent",
      (select allocation from setting) as rule,
      case when i.is_bundle then (
        select json_agg(json_build_object('sku', component, 'quantity', quantity) order by component)
        from bundle_component where bundle = i.sku) end as components
    from item i, lateral (
      select json_agg(json_build_object('location', l.location, 'priority', p.priority,
          'country', p.address->>'country', 'region', p.address->>'region',
          'onHand', l.on_hand, 'reserved', l.reserved, 'incoming', l.incoming, 'safety', l.safety)
        order by p.is_active desc, p.priority, l.location) as levels
      from stock l join location p using (location) where l.sku = i.sku) s
    where i.sku = any(${withComponents(skus)}) order by i.sku`

  return {
    /**
     * The items and what bundles are made of, locked until the transaction ends. Reading is a statement of its own,
     * sent right behind: one that both waits and joins would see shelves as they were before the wait.
     */
    async lockItems(skus: readonly string[]): Promise<Item[]> {
      const [locked, items] = await Promise.all([
        sql`select 1 from item where sku = any(${withComponents(skus)}) order by sku for update`,
        readItems(skus),
      ])
      if (items.length > locked.count) throw new Overtaken('a bundle was made of something else')
      return [...items]
    },

    findItems: async (skus: readonly string[]): Promise<Item[]> => [...(await readItems(skus))],

    /** Adds the items that are not there yet; returns the SKUs added. */
    async addItems(added: readonly NewItem[]): Promise<string[]> {
      const rows = await sql<{ sku: string }[]>`
        with given as (
          select * from jsonb_to_recordset(${sql.json(added as never)}) as g(sku text, policy text, availability text, "onHand" bigint)),
        added as (
          insert into item (sku, policy, availability) select sku, policy, availability from given order by sku
          on conflict (sku) do nothing returning sku, policy),
        shelves as (
          insert into stock (sku, location, on_hand, backorder_limit)
          select sku, ${DEFAULT_LOCATION}, g."onHand", case when a.policy = 'deny' then 0 else ${UNBOUNDED}::bigint end
          from added a join given g using (sku))
        select sku from added`
      return rows.map(({ sku }) => sku)
    },

    /** Empty shelves at one more location, where the locked items have none. */
    async openShelves(skus: readonly string[], location: string): Promise<void> {
      await sql`
        insert into stock (sku, location, on_hand, backorder_limit)
        select sku, ${location}, 0, case when policy = 'deny' then 0 else ${UNBOUNDED}::bigint end
        from item where sku = any(${skus as string[]})
        on conflict (sku, location) do nothing`
    },

    /**
     * Writes changes of shelves and what follows for shoppers. What a SKU that takes no more backorders owes
     * from before may only shrink.
     */
    async save(changes: readonly Change[], changed: readonly Word[]): Promise<void> {
      await sql`
        with shelf as (
          update stock s set on_hand = s.on_hand + c."onHand", reserved = s.reserved + c.reserved,
            incoming = s.incoming + c.incoming,
            backorder_limit = case when i.policy = 'deny'
              then greatest(0, least(s.backorder_limit, s.reserved + c.reserved - s.on_hand - c."onHand"))
              else s.backorder_limit end
          from jsonb_to_recordset(${sql.json(summed(changes) as never)})
            as c(sku text, location text, "onHand" bigint, reserved bigint, incoming bigint) join item i using (sku)
          where s.sku = c.sku and s.location = c.location)
        update item i set availability = n.availability, version = n.version
        from jsonb_to_recordset(${sql.json(changed.map(({ sku, availability, version }) => ({ sku, availability, version })) as never)})
          as n(sku text, availability text, version int)
        where i.sku = n.sku and i.version <> n.version`
    },

    /** How an item is sold from now on. What it owes beyond its shelves stays owed, and no more. */
    async savePolicy({ sku, policy, lowStockThreshold, backorderLimit, expectedAt }: Item): Promise<void> {
      await sql`
        with item as (
          update item set policy = ${policy}, low_stock_threshold = ${lowStockThreshold},
            backorder_limit = ${backorderLimit}, expected_at = ${expectedAt} where sku = ${sku})
        update stock set backorder_limit =
          case when ${policy} = 'deny' then greatest(0, reserved - on_hand) else ${UNBOUNDED}::bigint end
        where sku = ${sku}`
    },

    async saveSafety(sku: string, { location, safety }: { location: string; safety: number }): Promise<void> {
      await sql`update stock set safety = ${safety} where sku = ${sku} and location = ${location}`
    },

    /** SKUs in their order that contain a text, of those behind `after`; only what is not plentiful where `isLow`. */
    async findSkus({ after, containing, isLow, limit }: Sought): Promise<string[]> {
      const pattern = `%${containing.replace(/[\\%_]/g, '\\$&')}%`
      const rows = await sql<{ sku: string }[]>`
        select sku from item where sku > ${after}
          ${containing === '' ? sql`` : sql`and sku ilike ${pattern}`}
          ${isLow ? sql`and availability <> 'in_stock'` : sql``}
        order by sku limit ${limit}`
      return rows.map(({ sku }) => sku)
    },

    /** Whose day has come. */
    async findPreordersOver(at: string): Promise<string[]> {
      const rows = await sql<{ sku: string }[]>`
        select sku from item where policy = 'preorder' and expected_at <= ${at} order by expected_at limit 100`
      return rows.map(({ sku }) => sku)
    },
  }
}

interface Sought {
  after: string
  containing: string
  isLow: boolean
  limit: number
}
