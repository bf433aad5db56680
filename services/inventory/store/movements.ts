import type { Queryable } from '@souk/kit/database'

export interface Movement {
  id: string
  sku: string
  location: string
  kind: 'initial' | 'adjustment' | 'count' | 'sale' | 'return' | 'transfer' | 'delivery'
  delta: number
  reason: string
  reference: string | null
  /** The shipment or return it came of: each moves a shelf once. */
  cause: string | null
  actor: string
  at: string
}

/** The ledger: what is on hand is the sum of it. */
export function movements(sql: Queryable) {
  return {
    async addMovements(added: readonly Movement[]): Promise<void> {
      await sql`
        insert into movement (id, sku, location, kind, delta, reason, reference, cause, actor, at)
        select id, sku, location, kind, delta, reason, reference, cause, actor, at
        from jsonb_to_recordset(${sql.json(added as never)})
          as m(id text, sku text, location text, kind text, delta bigint, reason text, reference text, cause text, actor text, at timestamptz)`
    },

    /** Whether that shipment or return has moved anything yet. */
    async hasMoved(cause: string): Promise<boolean> {
      const found = await sql`select 1 from movement where cause = ${cause} limit 1`
      return found.length > 0
    },

    async listMovements(sku: string, { before, limit }: { before: number; limit: number }) {
      return await sql<(Omit<Movement, 'cause' | 'at'> & { position: number; at: Date })[]>`
        select position, id, sku, location, kind, delta, reason, reference, actor, at from movement
        where sku = ${sku} and position < ${before} order by position desc limit ${limit}`
    },
  }
}
