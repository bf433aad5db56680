import type { staffActed } from '@souk/kit/contract'
import type { Queryable } from '@souk/kit/database'
import type { z } from 'zod'

export type Action = z.output<typeof staffActed.data> & { id: string }

export interface ActionsWanted {
  before: number
  limit: number
  actor: string | undefined
  resource: string | undefined
  from: string | undefined
  to: string | undefined
}

const LOCK = 727_102

/** What staff did; append-only, each entry chained to the one before. */
export function auditLog(sql: Queryable) {
  return {
    /** One entry at a time, as each holds the hash of the one before. */
    async add(action: Action): Promise<void> {
      await sql`select pg_advisory_xact_lock(${LOCK})`
      await sql`
        insert into audit_log (position, facts, at, hash)
        select coalesce(last.position, 0) + 1, facts, ${action.at}, audit_log_hash(last.hash, facts)
        from (select ${sql.json(action as never)}::jsonb as facts) as entry
        left join (select position, hash from audit_log order by position desc limit 1) as last on true`
    },

    /** Newest first, below a position. */
    async list({ before, limit, actor, resource, from, to }: ActionsWanted) {
      return await sql<{ position: number; facts: Action }[]>`
        select position, facts from audit_log
        where position < ${before}
          and (${actor ?? null}::text is null or actor = ${actor ?? null})
          and (${resource ?? null}::text is null or resource = ${resource ?? null})
          and (${from ?? null}::timestamptz is null or at >= ${from ?? null})
          and (${to ?? null}::timestamptz is null or at < ${to ?? null})
        order by position desc limit ${limit}`
    },
  }
}
