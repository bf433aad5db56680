import type { DiscountCode } from '@souk/contracts/promotions'
import type { Queryable } from '@souk/kit/database'

/** Codes, and the counters that limit them. */
export function codesStore(sql: Queryable) {
  return {
    async listCodes(
      promotionId: string,
      { after, limit }: { after: string; limit: number },
    ): Promise<DiscountCode[]> {
      return await sql<DiscountCode[]>`
        select d.code, d.promotion_id as "promotionId", coalesce(c.used, 0) as used, c.at_most as uses
        from discount_code d left join usage_counter c on c.name = 'code ' || d.code
        where d.promotion_id = ${promotionId} and d.code > ${after} order by d.code limit ${limit}`
    },

    /** Those that are there already, or were used before. */
    async codesTaken(codes: readonly string[]): Promise<string[]> {
      const rows = await sql<{ code: string }[]>`
        select code from unnest(${codes as string[]}::text[]) as g(code)
        where exists (select from discount_code d where d.code = g.code)
          or exists (select from usage_counter c where c.name = 'code ' || g.code and c.used > 0)
        order by code`
      return rows.map(({ code }) => code)
    },

    /** False when somebody added one of them meanwhile. */
    async saveCodes(promotionId: string, codes: readonly string[], uses: number | null): Promise<boolean> {
      const sorted = [...codes].sort()
      const added = await sql`
        insert into discount_code (code, promotion_id) select unnest(${sorted}::text[]), ${promotionId}
        on conflict (code) do nothing`
      await sql`
        insert into usage_counter (name, at_most) select 'code ' || unnest(${sorted}::text[]), ${uses}::bigint
        on conflict (name) do update set at_most = excluded.at_most`
      return added.count === sorted.length
    },

    async removeCode(promotionId: string, code: string): Promise<boolean> {
      const removed =
        await sql`delete from discount_code where code = ${code} and promotion_id = ${promotionId}`
      return removed.count === 1
    },
  }
}
