import type { Money } from '@souk/contracts/money'
import type { LedgerRow, PaymentMethod } from '@souk/contracts/payments'
import type { RawWebhook } from '@souk/kit/runtime'
import type { Report } from '../domain/report.ts'

/** What an order’s money is asked for with. `token` stands for the shopper’s means; it is handed on and not kept. */
export interface Attempt {
  readonly key: string
  /** Our payment’s id. */
  readonly reference: string
  readonly orderId: string
  readonly amount: Money
  readonly methodId: string
  readonly token?: string | undefined
  readonly returnUrl?: string | undefined
}

/** A capture or refund of a payment the provider holds. */
export interface Movement {
  readonly key: string
  /** The provider’s id of the payment. */
  readonly providerId: string
  readonly amount: number
  /** Our id of the movement. */
  readonly reference: string
}

/**
 * What came of asking. `refused`: the provider answered, and nothing was done. `unknown`: nobody knows whether
 * something was done; asking again under the same key is safe and will tell.
 */
export type Answer =
  | { readonly is: 'known'; readonly report: Report }
  | { readonly is: 'refused'; readonly code: string }
  | { readonly is: 'unknown'; readonly why: string }

/** What came of looking a payment up; `absent`: the provider has not heard of it. */
export type Finding =
  | { readonly is: 'known'; readonly report: Report }
  | { readonly is: 'absent' }
  | { readonly is: 'unknown'; readonly why: string }

export type RawEvent = RawWebhook

/** A notification whose signature fits; without a report it tells nothing we keep. */
export type Event =
  | { readonly is: 'genuine'; readonly id: string; readonly type: string; readonly report: Report | null }
  | { readonly is: 'forged'; readonly why: string }

export interface LedgerPage {
  readonly items: readonly LedgerRow[]
  readonly nextCursor: string | null
}

/**
 * A payment provider. Every call that moves money carries an idempotency key; no call throws for what the
 * network does, and none takes longer than its adapter’s bound. `provider.suite.ts` says what each must keep.
 */
export interface Provider {
  /** As in `/webhooks/{provider}`. */
  readonly id: string
  /** The ways to pay that amount here. */
  methods(amount: Money): readonly PaymentMethod[]
  authorize(attempt: Attempt): Promise<Answer>
  capture(movement: Movement): Promise<Answer>
  refund(movement: Movement): Promise<Answer>
  /** Lets go of what is held and not captured, or calls off what is pending. */
  void(wish: { readonly key: string; readonly providerId: string }): Promise<Answer>
  /** Looks up a payment by the key it was authorized with. */
  find(key: string): Promise<Finding>
  readEvent(raw: RawEvent): Event
  /** The provider’s own book, where it opens it. */
  ledger?(page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<LedgerPage>
}
