import type { DatabaseAddress } from '@souk/kit/database'

/** Everything an audit reads. It imports no service: who composes the shop says where things are. */
export interface AuditSources {
  /** By service; any role will do that may read all of it. */
  readonly databases: ReadonlyMap<string, DatabaseAddress>
  /** The event types each service hears. */
  readonly hears: ReadonlyMap<string, readonly string[]>
  /** A page of the provider’s own ledger, oldest first; `null` asks for the first one. */
  readonly providerLedger: ReadLedgerPage
  /** A page of the labels the carriers sold, oldest first. */
  readonly carrierLedger: ReadCarrierPage
  /** Milliseconds since 1970, when the audit begins. */
  readonly now: number
  /** Strict: everything has come to rest, so nothing is excused as being under way. */
  readonly isStrict: boolean
  /** The transport was told to reorder: the order in which events arrived is not judged, what became of them is. */
  readonly anyOrder?: boolean
}

export type ReadLedgerPage = (cursor: string | null) => Promise<{
  readonly items: readonly ProviderEntry[]
  readonly nextCursor: string | null
}>

export type ReadCarrierPage = (cursor: string | null) => Promise<{
  readonly items: readonly CarrierEntry[]
  readonly nextCursor: string | null
}>

/** A label as its carrier has it. */
export interface CarrierEntry {
  readonly carrier: string
  /** Our label’s id. */
  readonly reference: string
  readonly trackingNumber: string
  /** `bought` or `cancelled`. */
  readonly status: string
}

/** A line of the provider’s ledger, as the provider shows it. Amounts are minor units. */
export interface ProviderEntry {
  readonly id: string
  readonly idempotencyKey: string
  /** `authorization`, `capture`, `void` or `refund`. */
  readonly kind: string
  readonly amount: number
  readonly currency: string
  /** Our payment’s id. */
  readonly reference: string
  readonly orderId: string
  /** The provider’s id of the payment. */
  readonly paymentId: string
  /** `succeeded`, `failed` or `pending`. */
  readonly status: string
  readonly at: string
}
