import type { StoredPayment, StoredTransaction } from './store/payments.ts'

const STATES: readonly StoredTransaction['state'][] = [
  'asked',
  'absent',
  'requires_action',
  'processing',
  'failed',
  'succeeded',
]

/** Of each movement of a payment the row that has come furthest. */
export function furthest({ transactions }: StoredPayment): StoredTransaction[] {
  const found = new Map<string, StoredTransaction>()
  for (const row of transactions) {
    const name = `${row.kind} ${row.key}`
    const known = found.get(name)
    if (!known || STATES.indexOf(row.state) > STATES.indexOf(known.state)) found.set(name, row)
  }
  return [...found.values()]
}
