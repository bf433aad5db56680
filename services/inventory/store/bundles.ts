import type { SkuQuantity } from '@souk/contracts/values'
import type { Queryable } from '@souk/kit/database'

/** What bundles are made of, and whose words are to be looked at. */
export function bundles(sql: Queryable) {
  return {
    /** None makes it an item like any other. The bundle is locked by the caller, and what it was and is made of. */
    async saveComponents(
      { sku: bundle, components }: { sku: string; components: readonly SkuQuantity[] },
      touched: readonly string[],
    ): Promise<void> {
      await sql`delete from bundle_component where bundle = ${bundle}`
      await sql`
        insert into bundle_component (bundle, component, quantity)
        select ${bundle}, sku, quantity from jsonb_to_recordset(${sql.json(components as never)}) as c(sku text, quantity bigint)`
      await sql`update item set is_bundle = ${components.length > 0} where sku = ${bundle}`
      await sql`
        update item set is_component = exists (select from bundle_component where component = sku)
        where sku = any(${touched as string[]})`
    },

    async noteChangedComponents(skus: readonly string[]): Promise<void> {
      await sql`insert into changed_component select * from unnest(${skus as string[]}::text[])`
    },

    /** The bundles of what changed since somebody last asked. */
    async takeStaleBundles(): Promise<string[]> {
      const rows = await sql<{ bundle: string }[]>`
        with taken as (delete from changed_component returning sku)
        select distinct b.bundle from taken t join bundle_component b on b.component = t.sku`
      return rows.map(({ bundle }) => bundle)
    },
  }
}
