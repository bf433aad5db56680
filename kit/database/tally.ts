import type { Transaction } from './connect.ts'

/** What a transaction took, all its attempts together. */
export interface Tally {
  attempts: number
  statements: number
}

/** The same transaction; its statements are counted. */
export const counted = (tx: Transaction, tally: Tally): Transaction =>
  new Proxy(tx, {
    apply(within, self, given) {
      if (isStatement(given[0])) tally.statements++
      return Reflect.apply(within as never, self, given)
    },
  })

const STATEMENT = /^\s*(?:delete|insert|select|update|with)\b/i

/** The same function makes statements and the parts they are put together from. */
const isStatement = (given: unknown): boolean => Array.isArray(given) && STATEMENT.test(String(given[0]))
