export type Method = 'card' | 'card_challenge' | 'wallet' | 'bank_transfer'
export type Status = 'requires_action' | 'processing' | 'authorized' | 'captured' | 'voided' | 'declined'

/** Amounts are integers in the currency's minor unit. `key` is the idempotency key it was created with. */
export type Payment = {
  readonly id: string
  readonly key: string
  readonly reference: string
  readonly orderId: string
  readonly method: Method
  readonly amount: number
  readonly currency: string
  readonly capture: boolean
  readonly returnUrl: string | null
  readonly status: Status
  readonly capturedAmount: number
  readonly voidedAmount: number
  readonly refundedAmount: number
  readonly declineReason: string | null
  /** Epoch milliseconds at which a processing payment reaches its outcome by itself. */
  readonly settlesAt: number | null
}

export type EntryKind = 'authorization' | 'capture' | 'void' | 'refund'
export type EntryStatus = 'succeeded' | 'failed' | 'pending'
export type Entry = {
  readonly kind: EntryKind
  readonly amount: number
  readonly status: EntryStatus
  readonly refundReference?: string
}

/** What a decision does to the book: the payment as it is from now on, new rows, and the news to tell. */
export type Change = {
  readonly payment: Payment
  readonly entries: readonly Entry[]
  /** What becomes of the authorization that was pending until now. */
  readonly pendingBecomes?: 'succeeded' | 'failed'
  readonly event?:
    | 'payment.captured'
    | 'payment.authorized'
    | 'payment.failed'
    | 'payment.voided'
    | 'payment.refunded'
}

export function capturable(payment: Payment): number {
  return payment.status === 'authorized' ? payment.amount - payment.capturedAmount - payment.voidedAmount : 0
}

/** The payment as the API and the webhooks tell it; `publicUrl` is where its hosted page is reached. */
export function view(payment: Payment, publicUrl: string) {
  return {
    id: payment.id,
    status: payment.status,
    amount: payment.amount,
    currency: payment.currency,
    reference: payment.reference,
    orderId: payment.orderId,
    method: payment.method,
    capturedAmount: payment.capturedAmount,
    refundedAmount: payment.refundedAmount,
    voidedAmount: payment.voidedAmount,
    ...(payment.declineReason !== null && { declineReason: payment.declineReason }),
    ...(payment.status === 'requires_action' && { redirectUrl: `${publicUrl}/pay/${payment.id}` }),
  }
}
