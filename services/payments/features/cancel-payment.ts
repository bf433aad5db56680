import type { cancelPayment as contract } from '@souk/contracts/payments'
import { toTimestamp } from '@souk/kit/runtime'
import type { Process } from '@souk/kit/service'
import { change } from '../domain/change.ts'
import { isSettled } from '../domain/next-step.ts'
import { isStone } from '../domain/payment.ts'
import { toView } from '../domain/view.ts'
import type { Providers } from '../providers/providers.ts'
import type { PaymentsStore } from '../store/payments-store.ts'
import { changeLocked, unchanged } from './note.ts'
import { proceed } from './proceed.ts'

/**
 * Marks a payment as to be given back, then gives back what can be just now; reconciliation does the rest.
 * A payment never asked for gets a stone in its place, so that a late request for it comes to nothing.
 */
export const cancelPayment =
  (providers: Providers): Process<typeof contract, PaymentsStore> =>
  async ({ orderId, reason }, room) => {
    const known = await room.store.find(orderId)
    const at = toTimestamp(room.clock.now())
    if (!known && (await room.store.addStone({ id: room.ids.next('pay'), orderId, reason, at })))
      return { payment: null, isSettled: true }
    const payment = known ?? (await room.store.find(orderId))
    if (!payment || isStone(payment)) return { payment: null, isSettled: true }
    const marked = await room.transaction((tx) =>
      changeLocked(orderId, tx, (now) =>
        now.cancelReason === null ? change(now, [], { cancelReason: reason }) : unchanged(now),
      ),
    )
    const after = await proceed(marked, providers, room)
    return { payment: toView(after), isSettled: isSettled(after) }
  }
