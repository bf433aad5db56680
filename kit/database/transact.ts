import type { PendingQuery, Row } from 'postgres'
import { isRefusal } from '../contract/refusal.ts'
import { begin, type Tally } from './begin.ts'
import type { Sql, Transaction } from './connect.ts'

const SERIALIZATION_FAILURE = '40001'
const DEADLOCK_DETECTED = '40P01'
export const ATTEMPTS = 4

/** Keeps a statement nobody waits for until the end: it is sent together with the commit, which saves a round trip. */
export type Last = (query: () => PendingQuery<Row[]>) => void

/**
 * One transaction. A refusal returned from `work` rolls it back and is handed on: whoever refuses
 * leaves nothing behind. Deadlocks and serialization failures are tried again, anything else is thrown.
 */
export async function transact<T>(
  sql: Sql,
  work: (tx: Transaction, last: Last) => Promise<T>,
  tally?: Tally,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(sql, work, tally)
    } catch (fault) {
      if (attempt === ATTEMPTS || !isWorthRetrying(fault)) throw fault
    }
  }
}

async function once<T>(
  sql: Sql,
  work: (tx: Transaction, last: Last) => Promise<T>,
  tally: Tally | undefined,
): Promise<T> {
  const kept: (() => PendingQuery<Row[]>)[] = []
  const sent: Promise<unknown>[] = []
  try {
    const inside = async (tx: Transaction) => {
      const result = await work(tx, (query) => void kept.push(query))
      if (isRefusal(result)) throw new RolledBack(result)
      for (const query of kept) sent.push(settled(query().execute()))
      return result
    }
    const done = await begin(sql, inside, tally)
    // PostgreSQL answers the commit of a failed transaction with a quiet rollback, so the failure is looked for here.
    await Promise.all(sent)
    return done
  } catch (thrown) {
    if (thrown instanceof RolledBack) return thrown.refusal as T
    throw thrown
  }
}

/** Its failure is seen when it is awaited after the commit, not before as an unhandled one. */
function settled(query: PendingQuery<Row[]>): Promise<unknown> {
  query.catch(() => {})
  return query
}

class RolledBack extends Error {
  readonly refusal: unknown
  constructor(refusal: unknown) {
    super('rolled back by a refusal')
    this.refusal = refusal
  }
}

/** A deadlock or a serialization failure: the same again may succeed. */
export const isWorthRetrying = (fault: unknown): boolean => {
  const code = (fault as { code?: unknown }).code
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED
}

/** Whether a fault is the violation of that unique or check constraint. */
export const violates = (fault: unknown, constraint: string): boolean =>
  (fault as { constraint_name?: unknown }).constraint_name === constraint
