import { changeReservation } from '@souk/contracts/inventory'
import type { Money } from '@souk/contracts/money'
import { type Payment, type Refund, refundPayment } from '@souk/contracts/payments'
import type { SkuQuantity } from '@souk/contracts/values'
import { days } from '@souk/kit/runtime'
import { localStep, next, type SagaDefinition, step } from '@souk/kit/saga'
import { keepGivenBack, planGivingBack } from '../features/give-back.ts'
import type { OrdersStore } from '../store/orders-store.ts'

export interface SettlementMemory {
  orderId: string
  settlementId: string
  less: SkuQuantity[]
  amount?: Money
  given?: { refund: Refund; payment: Payment }[]
}

/** What an order does not need any more goes back: goods, then money. It has no undo, so it never runs out of time. */
export const settlement: SagaDefinition<OrdersStore, SettlementMemory> = {
  name: 'settlement',
  within: days(3_650),
  steps: [
    step('free-goods', {
      async do({ orderId, settlementId, less }, { ask }) {
        if (less.length === 0) return next()
        const freed = await ask(changeReservation, { orderId, changeId: `${settlementId}-less`, less })
        if (!freed.ok) throw new Error(`the stock of ${orderId} could not be freed: ${freed.refusal.code}`)
        return next()
      },
    }),
    localStep('plan-giving-back', { do: planGivingBack }),
    step('give-back', {
      async do({ orderId, settlementId, amount }, { ask }) {
        if (!amount) return next()
        const requestId = `settlement ${settlementId}`
        const reason = 'the order was changed'
        const refunded = await ask(refundPayment, { orderId, amount, reason, requestId })
        // Refused is given back otherwise already, or seen to by people: the order shows it was not.
        if (!refunded.ok) return next({ given: [] })
        const { others = [], ...first } = refunded.body
        return next({ given: [first, ...others] })
      },
    }),
    localStep('keep-given-back', { do: keepGivenBack }),
  ],
}
