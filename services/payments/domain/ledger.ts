import type { Transaction } from './payment.ts'

export type Account = 'customer_receivable' | 'psp_clearing' | 'sales' | 'refunds'

/** One line of a double entry, in minor units; an entry is a transaction’s lines together. */
export interface LedgerLine {
  entryId: string
  line: number
  account: Account
  debit: number
  credit: number
  currency: string
}

const POSTINGS: Partial<Record<Transaction['kind'], readonly [debit: Account, credit: Account][]>> = {
  // The customer owes for the sale, and the provider owes us what it took from the customer.
  capture: [
    ['customer_receivable', 'sales'],
    ['psp_clearing', 'customer_receivable'],
  ],
  refund: [
    ['refunds', 'customer_receivable'],
    ['customer_receivable', 'psp_clearing'],
  ],
}

/** The lines to post when transactions come to something. What is only held or let go moves no money. */
export const linesOf = (added: readonly Transaction[]): LedgerLine[] =>
  added
    .filter(({ state }) => state === 'succeeded')
    .flatMap(({ id, kind, amount, currency }) =>
      (POSTINGS[kind] ?? []).flatMap(([debited, credited], index) => [
        { entryId: id, line: 2 * index + 1, account: debited, debit: amount, credit: 0, currency },
        { entryId: id, line: 2 * index + 2, account: credited, debit: 0, credit: amount, currency },
      ]),
    )
