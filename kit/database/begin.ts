import type { Sql, Transaction } from './connect.ts'

/**
 * One transaction. When its connection breaks it is over at once, whatever `work` is at: the driver would send a
 * further statement over the connection made anew, where it would commit by itself, outside of any transaction.
 */
export async function begin<T>(sql: Sql, work: (tx: Transaction) => Promise<T>): Promise<T> {
  let isOver = false
  const whileOpen: ProxyHandler<Transaction> = {
    apply(tx, self, given) {
      if (isOver) throw new TransactionOver()
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

class TransactionOver extends Error {
  override name = 'TransactionOver'
  readonly code = 'CONNECTION_CLOSED'
  constructor() {
    super('this transaction is over: its connection broke, or it was ended')
  }
}
