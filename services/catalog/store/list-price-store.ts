import type { PriceListEntry } from '@souk/contracts/catalog'
import type { Queryable } from '@souk/kit/database'
import type { PricePlace } from '../domain/list-prices.ts'

interface StoredListPrice {
  variantId: string
  productId: string
  currency: string
  minQuantity: number
  amount: number
}

interface PageQuery {
  priceListId: string
  sku: string | undefined
  /** The last one of the page before. */
  after: PricePlace | undefined
  limit: number
}

/** Of a variant’s prices in a list, those of a currency or least quantity where they are named. */
interface Named {
  priceListId: string
  variantId: string
  currency: string | undefined
  minQuantity: number | undefined
}

/** The prices of price lists. They change under the locks of their products. */
export function listPriceStore(sql: Queryable) {
  return {
    async setListPrices(priceListId: string, prices: readonly StoredListPrice[]): Promise<void> {
      await sql`
        insert into list_price (price_list_id, variant_id, currency, min_quantity, amount, product_id)
        select ${priceListId}, "variantId", currency, "minQuantity", amount, "productId"
        from jsonb_to_recordset(${sql.json(prices as never)}) as g("variantId" text, currency text, "minQuantity" int,
          amount bigint, "productId" text)
        on conflict (price_list_id, variant_id, currency, min_quantity) do update set amount = excluded.amount
          where list_price.amount <> excluded.amount`
    },

    /** Returns how many there were. */
    async removeListPrices({ priceListId, variantId, currency, minQuantity }: Named): Promise<number> {
      const removed = await sql`
        delete from list_price where price_list_id = ${priceListId} and variant_id = ${variantId}
          ${currency ? sql`and currency = ${currency}` : sql``}
          ${minQuantity ? sql`and min_quantity = ${minQuantity}` : sql``}`
      return removed.count
    },

    /** In the order of variants, behind `after`. */
    async pageOfListPrices({ priceListId, sku, after, limit }: PageQuery) {
      return await sql<(PriceListEntry & PricePlace)[]>`
        select v.sku, l.variant_id as "variantId", l.currency, l.min_quantity as "minQuantity", l.amount
        from list_price l join variant v on v.id = l.variant_id
        where l.price_list_id = ${priceListId} ${sku ? sql`and v.sku = ${sku}` : sql``}
          ${after ? sql`and (l.variant_id, l.currency, l.min_quantity) > (${after.variantId}, ${after.currency}, ${after.minQuantity})` : sql``}
        order by l.variant_id, l.currency, l.min_quantity limit ${limit}`
    },

    /** Those of these products’ SKUs that have more than so many prices, in all lists together. */
    async findOverpriced(productIds: readonly string[], most: number): Promise<string[]> {
      const rows = await sql<{ sku: string }[]>`
        select v.sku from list_price l join variant v on v.id = l.variant_id
        where l.product_id = any(${productIds as string[]}) group by v.sku having count(*) > ${most} order by v.sku`
      return rows.map(({ sku }) => sku)
    },

    /** The next products of a list, in the order of their ids. */
    async listPricedProducts(
      priceListId: string,
      { after, limit }: { after: string; limit: number },
    ): Promise<string[]> {
      const rows = await sql<{ id: string }[]>`
        select distinct product_id as id from list_price
        where price_list_id = ${priceListId} and product_id > ${after} order by product_id limit ${limit}`
      return rows.map(({ id }) => id)
    },
  }
}
