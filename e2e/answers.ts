import type { Currency, Money } from '@souk/contracts/money'
import type { Order } from '@souk/contracts/orders'

// What journeys read where no contract has a type of that name, as the author of an app would note it down.

export interface Page<Item> {
  items: Item[]
  nextCursor: string | null
}

export interface Session {
  accessToken: string
}

export interface Stock {
  onHand: number
  reserved: number
  available: number
}

/** What became of a checkout; `action` where the shopper has to confirm the payment elsewhere. */
export interface Checkout {
  type: 'order' | 'processing' | 'action_required'
  order: Order
  action?: { kind: 'redirect'; url: string }
}

/** A mail as the mailbox shows it. */
export interface Mail {
  to: string
  subject: string
  text: string
}

/** A row of the provider's own book. */
export interface LedgerRow {
  orderId: string
  kind: string
  status: string
  amount: Money['amount']
  currency: Currency
}
