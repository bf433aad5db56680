import { releaseStock } from '@souk/contracts/inventory'
import { cancelPayment, type Payment } from '@souk/contracts/payments'
import { releasePromotions } from '@souk/contracts/promotions'
import { days } from '@souk/kit/runtime'
import { localStep, next, type SagaDefinition, step } from '@souk/kit/saga'
import { keepPayment } from '../features/keep-payment.ts'
import type { OrdersStore } from '../store/orders-store.ts'

export interface CancellationMemory {
  orderId: string
  reason: string
  payment?: Payment | null
  others?: Payment[]
}

/** What follows a cancelled order: the money goes back, then the goods. It has no undo, so it never runs out of time. */
export const cancellation: SagaDefinition<OrdersStore, CancellationMemory> = {
  name: 'cancellation',
  within: days(3_650),
  keepsToItsKey: true,
  steps: [
    step('return-payment', {
      async do({ orderId, reason }, { ask }) {
        const cancelled = await ask(cancelPayment, { orderId, reason })
        if (!cancelled.ok)
          throw new Error(`the payment of ${orderId} could not be cancelled: ${cancelled.refusal.code}`)
        const { payment, others = [] } = cancelled.body
        return next({ payment, others })
      },
    }),
    step('release-stock', {
      async do({ orderId }, { ask }) {
        const released = await ask(releaseStock, { orderId })
        if (!released.ok)
          throw new Error(`the stock of ${orderId} could not be released: ${released.refusal.code}`)
        return next()
      },
    }),
    step('release-promotions', {
      async do({ orderId }, { ask, store }) {
        const { promotions = [] } = (await store.find(orderId)) ?? {}
        if (!promotions.some(({ isCounted }) => isCounted)) return next()
        const released = await ask(releasePromotions, { orderId })
        if (!released.ok)
          throw new Error(`what ${orderId} was given could not be released: ${released.refusal.code}`)
        return next()
      },
    }),
    localStep('keep-payment', { do: keepPayment }),
  ],
}
