import type { Method, Status } from './payment.ts'

/** Milliseconds after which things happen by themselves. */
export type Delays = {
  /** `tok_slow` answers. */
  readonly slow: number
  /** `tok_webhook_only` captures. */
  readonly webhookOnly: number
  /** A bank transfer arrives. */
  readonly transfer: number
}

export type Wish = { readonly method: Method; readonly token?: string; readonly capture: boolean }

export type Outcome = {
  readonly status: Exclude<Status, 'voided'>
  readonly declineReason?: string
  readonly settlesAfter?: number
  /** `late`: only once it has settled. `never`: the caller has to look the payment up. */
  readonly answer: 'now' | 'late' | 'never'
}

export const declined: Outcome = { status: 'declined', declineReason: 'card_declined', answer: 'now' }

/** What becomes of a new payment: the test token decides, and without one the method does. */
export function decide(wish: Wish, delays: Delays): Outcome {
  return wish.token === undefined ? byMethod(wish.method, delays) : byToken(wish, delays)
}

function byToken({ token, capture }: Wish, delays: Delays): Outcome {
  const paid = capture ? 'captured' : 'authorized'
  switch (token) {
    case 'tok_visa':
      return { status: paid, answer: 'now' }
    case 'tok_authorize':
      return { status: 'authorized', answer: 'now' }
    case 'tok_declined':
      return declined
    case 'tok_3ds':
      return { status: 'requires_action', answer: 'now' }
    case 'tok_slow':
      return { status: 'processing', settlesAfter: delays.slow, answer: 'late' }
    case 'tok_timeout_after_charge':
      return { status: paid, answer: 'never' }
    case 'tok_webhook_only':
      return { status: 'processing', settlesAfter: delays.webhookOnly, answer: 'now' }
    default:
      return { status: 'declined', declineReason: 'invalid_token', answer: 'now' }
  }
}

function byMethod(method: Method, delays: Delays): Outcome {
  if (method === 'bank_transfer')
    return { status: 'processing', settlesAfter: delays.transfer, answer: 'now' }
  return { status: 'requires_action', answer: 'now' }
}
