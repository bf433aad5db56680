import type { Queryable } from '@souk/kit/database'
import { INDEX_CHANGED, SWITCHED } from './columns-copy.ts'

const WRITING = 727_201

/** Which slot is searched and which is being built. */
export function indexSlots(sql: Queryable) {
  return {
    /** One transaction writes at a time: what a slot is, and how many products have a word, changes for nobody else. */
    lock: async (): Promise<void> => void (await sql`select pg_advisory_xact_lock(${WRITING})`),

    async live(): Promise<{ current: number; all: number[] }> {
      const [state] = await sql<{ current: number; building: number | null }[]>`
        select current_slot as current, building_slot as building from index_state`
      const { current, building } = state as { current: number; building: number | null }
      return { current, all: building === null ? [current] : [current, building] }
    },

    /** What is left of the generation before the current one makes room. */
    async open(): Promise<void> {
      const [state] = await sql<{ slot: number }[]>`
        update index_state set building_slot = 1 - current_slot, generation = generation + 1 returning building_slot as slot`
      const { slot } = state as { slot: number }
      await Promise.all([
        sql`delete from entry where slot = ${slot}`,
        sql`delete from entry_text where slot = ${slot}`,
        sql`delete from word where slot = ${slot}`,
      ])
    },

    switch: async (): Promise<void> => {
      await sql`
        update index_state set current_slot = building_slot, building_slot = null where building_slot is not null
        returning pg_notify(${INDEX_CHANGED}, ${SWITCHED})`
    },
  }
}
