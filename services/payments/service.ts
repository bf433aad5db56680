import { customerErasure } from '@souk/contracts/erasure'
import * as contract from '@souk/contracts/payments'
import { minutes, seconds } from '@souk/kit/runtime'
import { conducts, every, forgets, migrationsBeside, service, shows } from '@souk/kit/service'
import { applyWaitingEvents } from './features/apply-waiting-events.ts'
import { authorizePayment } from './features/authorize-payment.ts'
import { cancelPayment } from './features/cancel-payment.ts'
import { capturePayment } from './features/capture-payment.ts'
import { compareBooks } from './features/compare-books.ts'
import { listBookDifferences } from './features/list-book-differences.ts'
import { listLedger } from './features/list-ledger.ts'
import { listPaymentMethods } from './features/list-payment-methods.ts'
import { receiveProviderEvent } from './features/receive-provider-event.ts'
import { reconcilePayments } from './features/reconcile-payments.ts'
import { planRefund, refundPayment } from './features/refund-payment.ts'
import { showPayment } from './features/show-payment.ts'
import { showSandboxLedger } from './features/show-sandbox-ledger.ts'
import type { Provider } from './providers/provider.ts'
import { providersIn } from './providers/providers.ts'
import { type PaymentsStore, paymentsStore } from './store/payments-store.ts'

export type { Provider } from './providers/provider.ts'
export { sandboxProvider } from './providers/sandbox.ts'

/** Payments with the providers of this shop; where two offer the same method, the first is asked. */
export const payments = (parts: { readonly providers: readonly Provider[] }) => {
  const providers = providersIn(parts.providers)
  return service<PaymentsStore>({
    name: 'payments',
    migrations: migrationsBeside(import.meta.url),
    store: paymentsStore,
    answers: [
      shows(contract.listPaymentMethods, listPaymentMethods(providers)),
      conducts(contract.authorizePayment, authorizePayment(providers)),
      conducts(contract.capturePayment, capturePayment(providers)),
      conducts(contract.refundPayment, refundPayment(providers)),
      shows(contract.planRefund, planRefund),
      conducts(contract.cancelPayment, cancelPayment(providers)),
      conducts(contract.receiveProviderEvent, receiveProviderEvent(providers)),
      shows(contract.showPayment, showPayment),
      shows(contract.listLedger, listLedger),
      shows(contract.listBookDifferences, listBookDifferences),
      shows(contract.showSandboxLedger, showSandboxLedger(providers)),
    ],
    hears: [forgets(customerErasure)],
    announces: [
      contract.paymentAuthorized,
      contract.paymentCaptured,
      contract.paymentFailed,
      contract.paymentVoided,
      contract.paymentRefunded,
      contract.refundFailed,
    ],
    unfinished: { payments: (store) => store.countUnsettled() },
    repeats: [
      every(seconds(1), 'reconcile-payments', reconcilePayments(providers)),
      every(seconds(1), 'apply-waiting-events', applyWaitingEvents),
      every(minutes(1), 'compare-books', compareBooks(providers)),
    ],
  })
}
