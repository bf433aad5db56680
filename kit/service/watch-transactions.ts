import type { Sql, Transaction } from '../database/connect.ts'
import { counted, type Tally } from '../database/tally.ts'
import { type Last, transact } from '../database/transact.ts'
import type { Tracer } from '../telemetry/tracer.ts'
import type { CallContext } from './context.ts'
import { sharedTransactions } from './shared-transactions.ts'

type Inside<T> = (tx: Transaction, last: Last) => Promise<T>

/**
 * Transactions, shared where it is known what they touch. Each has a span where its trace is recorded: how long, how
 * many statements, how many attempts.
 */
export function watchTransactions(sql: Sql, tracer: Tracer) {
  const transactShared = sharedTransactions(sql)
  return async <T>({ trace, work, touches }: CallContext, inside: Inside<T>): Promise<T> => {
    const done = (within: Inside<T>) =>
      touches === undefined ? transact(sql, within) : transactShared({ touches, work: within })
    if (!trace.sampled) return await done(inside)
    const tally: Tally = { attempts: 0, statements: 0 }
    const span = tracer.start(`transaction ${work ?? ''}`.trimEnd(), trace)
    const end = (fault?: unknown) => {
      span.set({ 'db.statements': tally.statements, 'db.attempts': tally.attempts })
      span.end(fault)
    }
    try {
      const result = await done((tx, last) => {
        tally.attempts++
        return inside(counted(tx, tally), last)
      })
      end()
      return result
    } catch (fault) {
      end(fault)
      throw fault
    }
  }
}
