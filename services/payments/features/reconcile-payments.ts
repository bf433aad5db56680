import { toTimestamp } from '@souk/kit/runtime'
import type { ProcessRoom } from '@souk/kit/service'
import type { Providers } from '../providers/providers.ts'
import type { PaymentsStore } from '../store/payments-store.ts'
import { proceed } from './proceed.ts'

const AT_ONCE = 20

/**
 * Asks providers about payments whose outcome is not known or that are still to be given back. Replicas may run
 * it together: each claims its own. Returns how many it asked about.
 */
export const reconcilePayments = (providers: Providers) => async (room: ProcessRoom<PaymentsStore>) => {
  const due = await room.store.claimDue(toTimestamp(room.clock.now()), AT_ONCE)
  const asked = await Promise.allSettled(due.map((payment) => proceed(payment, providers, room)))
  asked.forEach((one, index) => {
    if (one.status === 'rejected')
      room.log.error({ err: one.reason, paymentId: due[index]?.id }, 'a payment will be asked about again')
  })
  return due.length
}
