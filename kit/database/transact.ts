import { isRefusal } from '../contract/refusal.ts'
import type { Sql, Transaction } from './connect.ts'

const SERIALIZATION_FAILURE = '40001'
const DEADLOCK_DETECTED = '40P01'
const ATTEMPTS = 4

/**
 * One transaction. A refusal returned from `work` rolls it back and is handed on: whoever refuses
 * leaves nothing behind. Deadlocks and serialization failures are tried again, anything else is thrown.
 */
export async function transact<T>(sql: Sql, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(sql, work)
    } catch (fault) {
      if (attempt === ATTEMPTS || !isWorthRetrying(fault)) throw fault
    }
  }
}

async function once<T>(sql: Sql, work: (tx: Transaction) => Promise<T>): Promise<T> {
  try {
    const done = await sql.begin(async (tx) => {
      const result = await work(tx as Transaction)
      if (isRefusal(result)) throw new RolledBack(result)
      return { result }
    })
    return (done as { result: T }).result
  } catch (thrown) {
    if (thrown instanceof RolledBack) return thrown.refusal as T
    throw thrown
  }
}

class RolledBack extends Error {
  readonly refusal: unknown
  constructor(refusal: unknown) {
    super('rolled back by a refusal')
    this.refusal = refusal
  }
}

const isWorthRetrying = (fault: unknown): boolean => {
  const code = (fault as { code?: unknown }).code
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED
}

/** Whether a fault is the violation of that unique or check constraint. */
export const violates = (fault: unknown, constraint: string): boolean =>
  (fault as { constraint_name?: unknown }).constraint_name === constraint
