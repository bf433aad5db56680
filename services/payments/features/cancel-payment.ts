import type { cancelPayment as contract } from '@souk/contracts/payments'
import { toTimestamp } from '@souk/kit/runtime'
import type { Process, ProcessRoom } from '@souk/kit/service'
import { change } from '../domain/change.ts'
import { isSettled } from '../domain/next-step.ts'
import { isStone, type Payment } from '../domain/payment.ts'
import { toView } from '../domain/view.ts'
import type { Providers } from '../providers/providers.ts'
import type { PaymentsStore } from '../store/payments-store.ts'
import { changeLocked, unchanged } from './note.ts'
import { proceed } from './proceed.ts'

/**
 * Marks an order’s payments, or one of its attempts, as to be given back, then gives back what can be just now;
 * reconciliation does the rest. One never asked for gets a stone in its place, so that a late request for it comes to
 * nothing.
 */
export const cancelPayment =
  (providers: Providers): Process<typeof contract, PaymentsStore> =>
  async ({ orderId, attempt, reason }, room) => {
    const find = async () =>
      attempt === undefined
        ? await room.store.findAll(orderId)
        : [await room.store.find(orderId, attempt)].filter((one) => one !== undefined)
    let payments = await find()
    if (payments.length === 0) {
      const stone = { id: room.ids.next('pay'), orderId, reason, at: toTimestamp(room.clock.now()) }
      if (await room.store.addStone(stone, attempt)) return { payment: null, isSettled: true }
      payments = await find()
    }
    const cancelled: Payment[] = []
    for (const payment of payments.filter((one) => !isStone(one)))
      cancelled.push(await proceed(await mark(payment, reason, room), providers, room))
    const [first = null, ...others] = cancelled.map(toView)
    return {
      payment: first,
      ...(others.length > 0 && { others }),
      isSettled: cancelled.every(isSettled),
    }
  }

const mark = ({ id }: Payment, reason: string, { transaction }: ProcessRoom<PaymentsStore>) =>
  transaction((tx) =>
    changeLocked(id, tx, (now) =>
      now.cancelReason === null ? change(now, [], { cancelReason: reason }) : unchanged(now),
    ),
  )
