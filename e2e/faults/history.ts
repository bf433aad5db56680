/** One purchase as its shopper saw it: what was asked for, and what was answered. */
export interface Purchase {
  /** Unlike any other's, so that an order nobody was told of is found. */
  readonly email: string
  /** As bought, or as an edit that was acknowledged made them. */
  lines: readonly { sku: string; quantity: number }[]
  readonly cardToken: string
  /** `asked`: the order was asked for and nothing final was answered. */
  outcome: 'filling' | 'asked' | 'acknowledged' | 'refused'
  refusal?: string
  order?: { readonly id: string; readonly token: string; readonly total: number }
  cancelled?: 'asked' | 'acknowledged'
  refundAsked: number
  refundAcknowledged: number
  /** Requests the shopper gave up on: what became of them is not known. */
  readonly gaveUp: string[]
  /** Answers that should not have come. */
  readonly surprises: string[]
}

export const newPurchase = (made: Pick<Purchase, 'email' | 'lines' | 'cardToken'>): Purchase => ({
  ...made,
  outcome: 'filling',
  refundAsked: 0,
  refundAcknowledged: 0,
  gaveUp: [],
  surprises: [],
})

/** Cards a shopper has to expect a refusal with. */
export const mayBeRefused = ({ cardToken }: Purchase): boolean => cardToken === 'tok_declined'
