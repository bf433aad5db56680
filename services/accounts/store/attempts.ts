import type { Queryable } from '@souk/kit/database'

/** Counts what must not happen too often. */
export function attempts(sql: Queryable) {
  return {
    /**
     * Records an attempt unless there were `limit` of them since. One statement, so that a burst of
     * attempts at once is counted one by one, whichever replica they reach.
     */
    async admit(
      subject: Buffer,
      { limit, since, at }: { limit: number; since: string; at: string },
    ): Promise<boolean> {
      const admitted = await sql`
        insert into attempt as a (subject, at, last_at)
        values (${subject.toString('base64url')}, array[${at}::timestamptz], ${at})
        on conflict (subject) do update
          set at = array(select one from unnest(a.at) one where one > ${since}) || excluded.at, last_at = excluded.last_at
          where (select count(*) from unnest(a.at) one where one > ${since}) < ${limit}`
      return admitted.count === 1
    },
  }
}
