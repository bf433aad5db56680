import type { Queryable } from '@souk/kit/database'

/** As many as the sequence in the database steps. */
const BLOCK = 50

/** Gives orders their numbers from blocks, so that not every order asks the database for one. */
export type OrderNumbers = (sql: Queryable) => Promise<string>

/** Each value counts through blocks of its own: two processes never give the same number. Gaps are allowed. */
export function orderNumbers(): OrderNumbers {
  let next = 0
  let end = 0
  return async (sql) => {
    if (next === end) {
      const [row] = await sql<{ first: number }[]>`select nextval('order_number') as first`
      // Another order may have fetched a block meanwhile; what is left of the older one becomes a gap.
      next = Number(row?.first)
      end = next + BLOCK
    }
    return `S-${next++}`
  }
}
