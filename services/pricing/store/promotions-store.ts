import type { Promotion } from '@souk/contracts/promotions'
import type { Queryable } from '@souk/kit/database'
import { budgetOf, usesOf } from '../domain/promotions/usage.ts'
import { RULES_CHANGED } from './rules-changed.ts'

interface Row {
  document: Promotion
}

export function promotionsStore(sql: Queryable) {
  const told = () => sql`select pg_notify(${RULES_CHANGED}, '')`
  return {
    async allPromotions(): Promise<Promotion[]> {
      const rows = await sql<Row[]>`select document from promotion`
      return rows.map(({ document }) => document)
    },

    async listPromotions({ after, limit }: { after: string; limit: number }): Promise<Promotion[]> {
      const rows = await sql<Row[]>`
        select document from promotion where id > ${after} order by id limit ${limit}`
      return rows.map(({ document }) => document)
    },

    async findPromotion(id: string): Promise<Promotion | undefined> {
      const [row] = await sql<Row[]>`select document from promotion where id = ${id}`
      return row?.document
    },

    async lockPromotion(id: string): Promise<Promotion | undefined> {
      const [row] = await sql<Row[]>`select document from promotion where id = ${id} for update`
      return row?.document
    },

    async savePromotion(promotion: Promotion): Promise<void> {
      const { id, version } = promotion
      await Promise.all([
        sql`insert into promotion (id, version, document) values (${id}, ${version}, ${sql.json(promotion as never)})
          on conflict (id) do update set version = excluded.version, document = excluded.document`,
        told(),
      ])
    },

    /** Its limits as counters; false where one is below what is used already. A limit it has no more lets everything pass. */
    async limitPromotion({ id, limits }: Promotion): Promise<boolean> {
      const wanted = [
        { name: usesOf(id), atMost: limits.uses },
        ...(limits.budget ?? []).map(({ amount, currency }) => ({
          name: budgetOf(id, currency),
          atMost: amount,
        })),
      ]
      const given = sql`jsonb_to_recordset(${sql.json(wanted as never)}) as g(name text, "atMost" bigint)`
      await sql`
        select from usage_counter where name = ${id} or starts_with(name, ${`${id} `}) order by name for update`
      await sql`
        update usage_counter set at_most = null
        where starts_with(name, ${`${id} `}) and name not in (select name from ${given})`
      const set = await sql`
        insert into usage_counter as c (name, at_most) select name, "atMost" from ${given}
        on conflict (name) do update set at_most = excluded.at_most
        where excluded.at_most is null or c.used <= excluded.at_most`
      return set.count === wanted.length
    },

    async removePromotion(id: string): Promise<void> {
      await Promise.all([sql`delete from promotion where id = ${id}`, told()])
    },
  }
}
