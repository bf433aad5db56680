import type { Queryable } from '@souk/kit/database'
import { type Change, DEFAULT_LOCATION, type Item, summed } from '../domain/stock.ts'

export interface NewItem {
  sku: string
  policy: Item['policy']
  availability: Item['availability']
  onHand: number
}

const UNBOUNDED = 1_000_000_000

/** Items and their shelves. Rows are locked in SKU order; whoever changes a shelf holds its item. */
export function shelves(sql: Queryable) {
  const readItems = (skus: readonly string[]) => sql<Item[]>`
    select i.sku, i.policy, i.low_stock_threshold as "lowStockThreshold", i.availability, i.version, s.levels
    from item i, lateral (
      select json_agg(json_build_object('location', l.location, 'onHand', l.on_hand, 'reserved', l.reserved, 'incoming', l.incoming)
        order by p.priority, l.location) as levels
      from stock l join location p using (location) where l.sku = i.sku) s
    where i.sku = any(${skus as string[]}) order by i.sku`

  return {
    /**
     * The items, locked until the transaction ends. Reading is a statement of its own, sent right behind: one
     * that both waits and joins would see shelves as they were before the wait.
     */
    async lockItems(skus: readonly string[]): Promise<Item[]> {
      const [, items] = await Promise.all([
        sql`select 1 from item where sku = any(${skus as string[]}) order by sku for update`,
        readItems(skus),
      ])
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

    /** An empty shelf at one more location, whose item is locked; false where there is no such location. */
    async openShelf(sku: string, location: string): Promise<boolean> {
      const opened = await sql`
        insert into stock (sku, location, on_hand, backorder_limit)
        select i.sku, l.location, 0, case when i.policy = 'deny' then 0 else ${UNBOUNDED}::bigint end
        from item i, location l where i.sku = ${sku} and l.location = ${location}`
      return opened.count === 1
    },

    /**
     * Writes changes of shelves and what follows for shoppers. What a SKU that takes no more backorders owes
     * from before may only shrink.
     */
    async save(changes: readonly Change[], changed: readonly Item[]): Promise<void> {
      await sql`
        with shelf as (
          update stock s set on_hand = s.on_hand + c."onHand", reserved = s.reserved + c.reserved,
            backorder_limit = case when i.policy = 'deny'
              then greatest(0, least(s.backorder_limit, s.reserved + c.reserved - s.on_hand - c."onHand"))
              else s.backorder_limit end
          from jsonb_to_recordset(${sql.json(summed(changes) as never)})
            as c(sku text, location text, "onHand" bigint, reserved bigint) join item i using (sku)
          where s.sku = c.sku and s.location = c.location)
        update item i set availability = n.availability, version = n.version
        from jsonb_to_recordset(${sql.json(changed.map(({ sku, availability, version }) => ({ sku, availability, version })) as never)})
          as n(sku text, availability text, version int)
        where i.sku = n.sku and i.version <> n.version`
    },

    /** How an item is sold from now on. What it owes beyond its shelves stays owed, and no more. */
    async savePolicy({ sku, policy, lowStockThreshold }: Item): Promise<void> {
      await sql`
        with item as (
          update item set policy = ${policy}, low_stock_threshold = ${lowStockThreshold} where sku = ${sku})
        update stock set backorder_limit =
          case when ${policy} = 'deny' then greatest(0, reserved - on_hand) else ${UNBOUNDED}::bigint end
        where sku = ${sku}`
    },
  }
}
