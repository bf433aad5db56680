import type { Money } from '@souk/contracts/money'
import type { PaymentStatus } from '@souk/contracts/payments'

export type Kind = 'authorization' | 'capture' | 'void' | 'refund'

/**
 * How far a transaction has come. It only ever moves up this list, so that what is heard twice, late or in
 * the wrong order changes nothing. `asked`: we asked and know no more. `absent`: the provider never heard of it.
 */
export const STATES = ['asked', 'absent', 'requires_action', 'processing', 'failed', 'succeeded'] as const
export type State = (typeof STATES)[number]

/** A movement of money, asked for or reported. Amounts are minor units. */
export interface Transaction {
  readonly id: string
  readonly kind: Kind
  /** The idempotency key under which the provider knows it. */
  readonly key: string
  readonly amount: number
  readonly currency: string
  readonly state: State
  /** The provider’s id of it; of an authorization, the provider’s id of the payment. */
  readonly providerId: string | null
  readonly failure: string | null
  /** Who asked again is recognised by this. */
  readonly requestId: string | null
  readonly reason: string | null
}

/** What was captured, voided and refunded in all, in minor units. None of them ever shrinks. */
export interface Totals {
  readonly captured: number
  readonly voided: number
  readonly refunded: number
}

/** The provider told of an amount that is not ours. Open until its book was asked. */
export interface Doubt {
  readonly told: Money
  readonly isOpen: boolean
}

export interface Payment {
  readonly id: string
  readonly orderId: string
  readonly provider: string
  readonly methodId: string
  /** The idempotency key of the attempt to authorize. */
  readonly key: string
  readonly amount: Money
  readonly redirectUrl: string | null
  /** Why everything is to be given back, once it is. */
  readonly cancelReason: string | null
  /** The most the provider has told of. */
  readonly told: Totals
  readonly doubt: Doubt | null
  /** Milliseconds since 1970. */
  readonly askedAt: number
  readonly version: number
  /** One for each kind and key, as far as it has come. */
  readonly transactions: readonly Transaction[]
}

/** Of each kind and key the transaction that has come furthest. The order of `rows` does not matter. */
export function fold(rows: readonly Transaction[]): Transaction[] {
  const furthest = new Map<string, Transaction>()
  for (const row of rows) {
    const name = `${row.kind} ${row.key}`
    const known = furthest.get(name)
    if (!known || isFurther(row.state, known.state)) furthest.set(name, row)
  }
  return [...furthest.values()]
}

export const isFurther = (state: State, than: State): boolean => STATES.indexOf(state) > STATES.indexOf(than)

export const totalOf = (
  { transactions }: Pick<Payment, 'transactions'>,
  kind: Kind,
  states: readonly State[],
): number =>
  transactions
    .filter((one) => one.kind === kind && states.includes(one.state))
    .reduce((sum, { amount }) => sum + amount, 0)

/** A stone in the place of a payment that was cancelled before it was asked for. */
export const isStone = ({ amount }: Payment): boolean => amount.amount === 0

export const authorizationOf = ({ transactions, key }: Payment): Transaction => {
  const found = transactions.find((one) => one.kind === 'authorization' && one.key === key)
  if (!found) throw new Error(`payment with key ${key} has no authorization`)
  return found
}

export interface Figures {
  authorized: number
  captured: number
  voided: number
  refunded: number
  /** Held and not asked for yet: what a capture may still take. */
  capturable: number
  /** Taken and not promised back yet: what a refund may still give. */
  refundable: number
}

/** What the transactions add up to. Captures and refunds not answered yet count against what is left. */
export function figuresOf(payment: Pick<Payment, 'transactions'>): Figures {
  const done = (kind: Kind) => totalOf(payment, kind, ['succeeded'])
  const [authorized, captured, voided, refunded] = [
    done('authorization'),
    done('capture'),
    done('void'),
    done('refund'),
  ]
  const capturing = totalOf(payment, 'capture', ['asked'])
  const refunding = totalOf(payment, 'refund', ['asked'])
  return {
    authorized,
    captured,
    voided,
    refunded,
    capturable: authorized - voided - captured - capturing,
    refundable: captured - refunded - refunding,
  }
}

/** Whether the provider told, or has, another amount than we asked for: then nothing is confirmed. */
export const isHeld = (payment: Payment): boolean => payment.doubt?.isOpen === true || isMismatched(payment)

/** Whether the provider’s book has another amount than we asked for. */
const isMismatched = (payment: Payment): boolean => {
  const { amount, currency, state } = authorizationOf(payment)
  return state !== 'failed' && (amount !== payment.amount.amount || currency !== payment.amount.currency)
}

/** Where a payment stands: a function of its transactions, never set. */
export function statusOf(payment: Payment): PaymentStatus {
  if (isHeld(payment)) return 'unknown'
  const { state, failure } = authorizationOf(payment)
  switch (state) {
    case 'asked':
      return 'unknown'
    case 'requires_action':
    case 'processing':
      return state
    case 'absent':
      return 'failed'
    case 'failed':
      return failure === CALLED_OFF ? 'voided' : 'failed'
    case 'succeeded': {
      const { authorized, captured, voided } = figuresOf(payment)
      if (captured + voided < authorized) return 'authorized'
      return captured > 0 ? 'captured' : 'voided'
    }
  }
}

/** The failure of an authorization that was called off before it held anything. */
export const CALLED_OFF = 'called_off'
