import type { Sql, Transaction } from './connect.ts'

/**
 * One transaction. When its connection breaks it is over at once, whatever `work` is at: the driver would send a
 * further statement over the connection made anew, where it would commit by itself, outside of any transaction.
 */
export async function begin<T>(sql: Sql, work: (tx: Transaction) => Promise<T>, tally?: Tally): Promise<T> {
  let isOver = false
  if (tally) tally.attempts++
  const whileOpen: ProxyHandler<Transaction> = {
    apply(tx, self, given) {
      if (isOver) throw new TransactionOver()
      if (tally && isStatement(given[0])) tally.statements++
      return Reflect.apply(tx, self, given)
    },
  }
  try {
    const done = await sql.begin(async (tx) => ({
      result: await work(new Proxy(tx as Transaction, whileOpen)),
    }))
    return (done as { result: T }).result
  } finally {
    isOver = true
  }
}

/** What a transaction took, all its attempts together. */
export interface Tally {
  attempts: number
  statements: number
}

const STATEMENT = /^\s*(?:delete|insert|select|update|with)\b/i

/** The same function makes statements and the parts they are put together from. */
const isStatement = (given: unknown): boolean => Array.isArray(given) && STATEMENT.test(String(given[0]))

class TransactionOver extends Error {
  override name = 'TransactionOver'
  readonly code = 'CONNECTION_CLOSED'
  constructor() {
    super('this transaction is over: its connection broke, or it was ended')
  }
}
