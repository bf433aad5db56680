import type { FrozenCart } from '@souk/contracts/carts'
import { freezeCart, thawCart } from '@souk/contracts/carts'
import { releaseStock, reserveStock } from '@souk/contracts/inventory'
import type { Money } from '@souk/contracts/money'
import { authorizePayment, cancelPayment, type Payment } from '@souk/contracts/payments'
import { redeemPromotions, releasePromotions } from '@souk/contracts/promotions'
import { refuse } from '@souk/kit/contract'
import { minutes, seconds, toTimestamp } from '@souk/kit/runtime'
import { localStep, next, type SagaDefinition, step, wait } from '@souk/kit/saga'
import { countedOf } from '../domain/promotions.ts'
import { abandonOrder } from '../features/abandon-order.ts'
import { confirmOrder } from '../features/confirm-order.ts'
import { placeOrder } from '../features/place-order.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { outOfStock } from './out-of-stock.ts'
import { usedUp } from './used-up.ts'

export interface CheckoutMemory {
  orderId: string
  cartId: string
  customerId: string | null
  actor: string
  methodId: string
  /** The provider's token, never a card; forgotten once the provider has it. */
  paymentToken?: string | undefined
  returnUrl?: string | undefined
  /** Until the order is placed, which holds all of it. */
  cart?: FrozenCart | undefined
  total?: Money
  /** False once it is known that nothing it is given is counted. */
  isCounted?: boolean
  payment?: Payment
}

const CHECKOUT_WITHIN = minutes(30)
/** Longer than the checkout itself: a promise must not run out under an order that is about to be confirmed. */
const STOCK_HELD_FOR = minutes(45)
const LOOK_AGAIN_AFTER = seconds(3)

/** Goods first, money second: we never charge for what we cannot ship. The saga alone finishes a checkout. */
export const checkout: SagaDefinition<OrdersStore, CheckoutMemory> = {
  name: 'checkout',
  within: CHECKOUT_WITHIN,
  keepsToItsKey: true,
  steps: [
    step('freeze-quote', {
      async do({ cartId, orderId, customerId }, { ask, store }) {
        const frozen = await ask(freezeCart, { id: cartId, checkoutId: orderId, customerId })
        if (frozen.ok) return next({ cart: frozen.body })
        // The cart hears of its order a moment after the shopper: until then it only knows of the checkout.
        const isOrdered =
          frozen.refusal.code === 'checkout_in_progress' && (await store.isCartOrdered(cartId))
        return isOrdered
          ? refuse('cart_completed', { detail: 'This cart has become an order.' })
          : frozen.refusal
      },
      async undo({ cartId, orderId }, { ask }) {
        await ask(thawCart, { id: cartId, checkoutId: orderId })
      },
    }),

    step('reserve-stock', {
      async do({ orderId, cart }, { ask, clock }) {
        const { lines: bought, shippingAddress } = cart as FrozenCart
        const lines = bought.map(({ sku, quantity }) => ({ sku, quantity }))
        const expiresAt = toTimestamp(clock.now() + STOCK_HELD_FOR)
        const { country, region } = shippingAddress
        const reserved = await ask(reserveStock, {
          orderId,
          lines,
          expiresAt,
          destination: { country, region },
        })
        return reserved.ok ? next() : outOfStock(reserved.refusal)
      },
      async undo({ orderId }, { ask }) {
        await ask(releaseStock, { orderId })
      },
    }),

    step('redeem-promotions', {
      async do({ orderId, customerId, cart }, { ask }) {
        const { email, quote, ...frozen } = cart as FrozenCart
        const promotions = countedOf(quote)
        if (promotions.length === 0) return next({ isCounted: false })
        const buyer = { customerId: frozen.customerId ?? customerId, email }
        const redeemed = await ask(redeemPromotions, { orderId, ...buyer, promotions })
        return redeemed.ok ? next() : usedUp(redeemed.refusal)
      },
      async undo({ orderId, isCounted }, { ask }) {
        if (isCounted !== false) await ask(releasePromotions, { orderId })
      },
    }),

    localStep('place-order', { do: placeOrder, undo: abandonOrder }),

    step('authorize', {
      async do({ orderId, total, methodId, paymentToken, returnUrl, payment: waiting }, { ask, store }) {
        // Nobody can ask to cancel before the first answer told them the order's id.
        if (waiting && (await store.find(orderId))?.isCancelRequested) {
          await ask(cancelPayment, { orderId, reason: 'cancelled by the shopper' })
          return refuse('order_cancelled')
        }
        const amount = total as Money
        if (amount.amount === 0) return next({ paymentToken: undefined })
        const asked = await ask(authorizePayment, {
          orderId,
          amount,
          methodId,
          token: paymentToken,
          returnUrl,
        })
        if (!asked.ok) return asked.refusal
        const payment = asked.body
        if (payment.status === 'authorized' || payment.status === 'captured')
          return next({ payment, paymentToken: undefined })
        if (payment.status === 'failed' || payment.status === 'voided')
          return refuse('payment_declined', { detail: payment.failure ?? undefined })
        return wait(LOOK_AGAIN_AFTER, { payment })
      },
      async undo({ orderId }, { ask }) {
        await ask(cancelPayment, { orderId, reason: 'the checkout came to nothing' })
      },
    }),

    localStep('confirm-order', { do: confirmOrder }),
  ],
}
