import type { Queryable } from '@souk/kit/database'

/** Asked less often it may be one person's affair. */
const OFTEN_ENOUGH = 3
const MOST = 3
const FORGOTTEN_AFTER = '90 days'

/** What was searched for and found. */
export function pastQueries(sql: Queryable) {
  return {
    listPastQueries: async (start: string): Promise<string[]> => {
      const rows = await sql<{ query: string }[]>`
        select query from past_query where query like ${`${start}%`} and count >= ${OFTEN_ENOUGH}
        order by count desc, query limit ${MOST}`
      return rows.map(({ query }) => query)
    },

    addPastQueries: async (tally: ReadonlyMap<string, number>, at: string): Promise<void> => {
      const given = [...tally].map(([query, count]) => ({ query, count }))
      await sql`
        insert into past_query (query, count, at)
        select query, count, ${at} from jsonb_to_recordset(${sql.json(given)}) as g(query text, count int) order by query
        on conflict (query) do update set count = past_query.count + excluded.count, at = excluded.at`
      await sql`delete from past_query where at < ${at}::timestamptz - ${FORGOTTEN_AFTER}::interval`
    },
  }
}
