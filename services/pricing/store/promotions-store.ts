import type { Promotion } from '@souk/contracts/promotions'
import type { Queryable } from '@souk/kit/database'
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

    async removePromotion(id: string): Promise<void> {
      await Promise.all([sql`delete from promotion where id = ${id}`, told()])
    },
  }
}
