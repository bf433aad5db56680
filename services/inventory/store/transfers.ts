import type { Queryable } from '@souk/kit/database'
import type { Transfer } from '../domain/transfer.ts'

export type NewTransfer = Omit<Transfer, 'state' | 'version' | 'lines'> & {
  lines: readonly { sku: string; quantity: number }[]
}

/** Goods on their way between locations. A transfer is locked before any item. */
export function transfers(sql: Queryable) {
  const select = sql`
    select t.id, t.position, t.origin, t.destination, t.state, t.note, t.version,
      to_char(t.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt",
      (select json_agg(json_build_object('sku', sku, 'quantity', quantity, 'received', received, 'missing', missing, 'recalled', recalled) order by sku)
       from transfer_line where transfer_id = t.id) as lines
    from transfer t`
  return {
    async addTransfer({ id, origin, destination, note, createdAt, lines }: NewTransfer): Promise<void> {
      await sql`
        insert into transfer (id, origin, destination, state, note, version, created_at)
        values (${id}, ${origin}, ${destination}, 'draft', ${note}, 1, ${createdAt})`
      await sql`
        insert into transfer_line (transfer_id, sku, quantity)
        select ${id}, sku, quantity from jsonb_to_recordset(${sql.json(lines as never)}) as l(sku text, quantity bigint)`
    },

    async findTransfer(id: string): Promise<Transfer | undefined> {
      const [row] = await sql<Transfer[]>`${select} where t.id = ${id}`
      return row
    },

    async lockTransfer(id: string): Promise<Transfer | undefined> {
      const [, [row]] = await Promise.all([
        sql`select 1 from transfer where id = ${id} for update`,
        sql<Transfer[]>`${select} where t.id = ${id}`,
      ])
      return row
    },

    async listTransfers({
      before,
      limit,
      state,
    }: {
      before: number
      limit: number
      state?: string | undefined
    }) {
      return await sql<(Transfer & { position: number })[]>`
        ${select} where t.position < ${before} ${state === undefined ? sql`` : sql`and t.state = ${state}`}
        order by t.position desc limit ${limit}`
    },

    async saveTransfer({ id, state, version, lines }: Transfer): Promise<void> {
      await sql`update transfer set state = ${state}, version = ${version} where id = ${id}`
      await sql`
        update transfer_line l set received = n.received, missing = n.missing, recalled = n.recalled
        from jsonb_to_recordset(${sql.json(lines as never)}) as n(sku text, received bigint, missing bigint, recalled bigint)
        where l.transfer_id = ${id} and l.sku = n.sku`
    },
  }
}
