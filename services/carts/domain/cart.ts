import type { FrozenCart } from '@souk/contracts/carts'
import type { Address, ShippingOption } from '@souk/contracts/values'

export interface CartLine {
  id: string
  variantId: string
  quantity: number
  /** What the shopper last saw one cost, in minor units of the cart's currency. */
  shownPrice: number
  /** Of how many that was; as many as there are, where it is not said. */
  shownQuantity?: number
}

/** How the shopper wants it brought, and for what that was priced: another basis means asking again. */
export interface Delivery {
  option: ShippingOption
  pricedFor: string
}

/** One row. Whatever writes it goes one version further, so a write never covers another one unseen. */
export interface Cart {
  id: string
  version: number
  /** `merged`: its lines are in another cart of the customer; nobody sees it any more. */
  status: 'active' | 'frozen' | 'completed' | 'merged'
  currency: string
  /** `null`: a guest's, open to whoever knows the id. */
  customerId: string | null
  /** The keys of its customer’s groups: read with the cart, and not part of what is kept of it. */
  groups: readonly string[]
  updatedAt: string
  email?: string
  shippingAddress?: Address
  billingAddress?: Address
  delivery?: Delivery
  /** A VAT number whose digits are right, its country first. */
  taxId?: string
  lines: readonly CartLine[]
  /** Discount codes, as they were written. */
  codes?: readonly string[]
  /** What the shopper last saw promotions give, in minor units; nothing where there were none yet. */
  shownDiscount?: number
  /** The part of it that is taken off the goods. */
  goodsDiscount?: number
  /** The order being made, or made, and what it took over. */
  checkoutId?: string
  frozen?: FrozenCart
  mergedInto?: string
  /** Checkouts given up; a freeze of theirs that arrives late finds itself here. */
  thawed: readonly string[]
  /** The last additions done, by idempotency key: one that is retried after a crash is not done twice. */
  keys: readonly string[]
}

export const emptyCart = (given: Pick<Cart, 'id' | 'currency' | 'customerId'>, updatedAt: string): Cart => ({
  ...given,
  groups: [],
  version: 1,
  status: 'active',
  updatedAt,
  lines: [],
  thawed: [],
  keys: [],
})

/** The cart as it will be written. */
export const advance = (cart: Cart, updatedAt: string): Cart => ({
  ...cart,
  version: cart.version + 1,
  updatedAt,
})

export const quantityOf = ({ lines }: Cart): number => lines.reduce((sum, { quantity }) => sum + quantity, 0)

/** At the prices last shown, in minor units. */
export const subtotalOf = ({ lines }: Pick<Cart, 'lines'>): number =>
  lines.reduce((sum, { quantity, shownPrice }) => sum + quantity * shownPrice, 0)
