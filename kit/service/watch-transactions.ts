import type { Tally } from '../database/begin.ts'
import type { Sql, Transaction } from '../database/connect.ts'
import { type Last, transact } from '../database/transact.ts'
import type { Tracer } from '../telemetry/tracer.ts'
import type { CallContext } from './context.ts'

/** Transactions with a span each, where the trace is recorded: how long, how many statements, how many attempts. */
export const watchTransactions =
  (sql: Sql, tracer: Tracer) =>
  async <T>(
    { trace, work }: CallContext,
    inside: (tx: Transaction, last: Last) => Promise<T>,
  ): Promise<T> => {
    if (!trace.sampled) return await transact(sql, inside)
    const tally: Tally = { attempts: 0, statements: 0 }
    const span = tracer.start(`transaction ${work ?? ''}`.trimEnd(), trace)
    const end = (fault?: unknown) => {
      span.set({ 'db.statements': tally.statements, 'db.attempts': tally.attempts })
      span.end(fault)
    }
    try {
      const done = await transact(sql, inside, tally)
      end()
      return done
    } catch (fault) {
      end(fault)
      throw fault
    }
  }
