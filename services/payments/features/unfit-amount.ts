import type { Money } from '@souk/contracts/money'
import { refuse } from '@souk/kit/contract'
import type { Payment } from '../domain/payment.ts'

/** Only an amount above zero, in the currency that was paid, can be moved. */
export function unfitAmount(wanted: Money, { amount: { currency } }: Payment) {
  if (wanted.amount <= 0) return unfit('amount.amount', 'too_small', 'The amount must be above zero.')
  return wanted.currency === currency
    ? undefined
    : unfit('amount.currency', 'not_allowed', `The payment is in ${currency}.`)
}

const unfit = (path: string, code: string, message: string) =>
  refuse('invalid_request', { detail: message, errors: [{ path, code, message }] })
