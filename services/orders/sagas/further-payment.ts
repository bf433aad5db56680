import type { Money } from '@souk/contracts/money'
import { authorizePayment, cancelPayment, type Payment } from '@souk/contracts/payments'
import { refuse } from '@souk/kit/contract'
import { minutes, seconds } from '@souk/kit/runtime'
import { localStep, next, type SagaDefinition, step, wait } from '@souk/kit/saga'
import { dropAttempt, keepAttempt } from '../features/keep-attempt.ts'
import type { OrdersStore } from '../store/orders-store.ts'

export interface FurtherPaymentMemory {
  orderId: string
  attempt: number
  amount: Money
  actor: string
  methodId: string
  /** The provider’s token, never a card; forgotten once the provider has it. */
  paymentToken?: string | undefined
  returnUrl?: string | undefined
  payment?: Payment
}

const LOOK_AGAIN_AFTER = seconds(3)

/** What became due after the checkout is paid like the checkout itself: the saga alone finishes it. */
export const furtherPayment: SagaDefinition<OrdersStore, FurtherPaymentMemory> = {
  name: 'further-payment',
  within: minutes(30),
  steps: [
    localStep('begin-attempt', { do: async () => next<FurtherPaymentMemory>(), undo: dropAttempt }),

    step('authorize', {
      async do({ orderId, attempt, amount, methodId, paymentToken: token, returnUrl }, { ask }) {
        const asked = await ask(authorizePayment, { orderId, attempt, amount, methodId, token, returnUrl })
        if (!asked.ok) return asked.refusal
        const payment = asked.body
        if (payment.status === 'authorized' || payment.status === 'captured')
          return next({ payment, paymentToken: undefined })
        if (payment.status === 'failed' || payment.status === 'voided')
          return refuse('payment_declined', { detail: payment.failure ?? undefined })
        return wait(LOOK_AGAIN_AFTER, { payment })
      },
      async undo({ orderId, attempt }, { ask }) {
        await ask(cancelPayment, { orderId, attempt, reason: 'the payment came to nothing' })
      },
    }),

    localStep('keep-attempt', { do: keepAttempt }),
  ],
}
