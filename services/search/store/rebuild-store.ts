import type { Queryable } from '@souk/kit/database'

export interface Rebuild {
  readonly generation: number
  readonly isBuilding: boolean
  /** The last product the catalog has named. */
  readonly listedAfter: string
  readonly isListed: boolean
  readonly listed: number
  /** Of those named, how many are not indexed yet. */
  readonly pending: number
  readonly startedAt: Date | null
  readonly finishedAt: Date | null
}

/** How far the latest rebuild is. */
export function rebuildStore(sql: Queryable) {
  return {
    async findRebuild(): Promise<Rebuild> {
      const [row] = await sql<[Rebuild]>`
        select generation, building_slot is not null as "isBuilding", listed_after as "listedAfter",
          is_listed as "isListed", listed, started_at as "startedAt", finished_at as "finishedAt",
          (select count(*)::int from stale where is_listed) as pending
        from index_state`
      return row
    },

    /** Locked until the transaction ends. */
    lockRebuild: async (): Promise<void> => void (await sql`select 1 from index_state for update`),

    startRebuild: async (at: string): Promise<void> => {
      await sql`
        update index_state set listed_after = '', is_listed = false, listed = 0, started_at = ${at}, finished_at = null`
    },

    /** False where another replica has listed these already. */
    async noteListed(
      before: Rebuild,
      { productIds, isLast }: { productIds: readonly string[]; isLast: boolean },
    ) {
      const rows = await sql`
        update index_state set listed_after = ${productIds.at(-1) ?? before.listedAfter}, is_listed = ${isLast},
          listed = listed + ${productIds.length}
        where generation = ${before.generation} and listed_after = ${before.listedAfter} and not is_listed
        returning 1`
      return rows.length > 0
    },

    finishRebuild: async (at: string): Promise<void> => {
      await sql`update index_state set finished_at = ${at}`
    },
  }
}
