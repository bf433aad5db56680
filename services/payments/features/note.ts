import type { Ids } from '@souk/kit/runtime'
import type { FeatureRoom, ProcessRoom } from '@souk/kit/service'
import { type Change, change, isEmpty } from '../domain/change.ts'
import { isStone, type Kind, type Payment } from '../domain/payment.ts'
import { merge, type Report } from '../domain/report.ts'
import type { PaymentsStore } from '../store/payments-store.ts'
import { keep, keepLocked } from './keep.ts'

/**
 * Takes over what a provider reports, in a transaction of its own. Usually the payment is still as `seen` and
 * one statement does; otherwise it is locked and read again.
 */
export const note = (seen: Payment, report: Report, { transaction }: ProcessRoom<PaymentsStore>) =>
  transaction(async (room) => {
    const made = merge(seen, report, newId(room.ids))
    if (isEmpty(made)) return seen
    return (await keep(made, room)) ? made.after : await noteLocked(report, room, seen.id)
  }, seen.orderId)

/** The same within a transaction that is open already; the payment is locked here. */
async function noteLocked(report: Report, room: FeatureRoom<PaymentsStore>, id: string): Promise<Payment> {
  return await changeLocked(id, room, (payment) => merge(payment, report, newId(room.ids)))
}

/** Changes a payment, locked, as `decide` says. */
export async function changeLocked(
  id: string,
  room: FeatureRoom<PaymentsStore>,
  decide: (payment: Payment) => Change,
): Promise<Payment> {
  const payment = await room.store.lock(id)
  if (!payment || isStone(payment)) throw new Error(`there is no payment ${id}`)
  const made = decide(payment)
  return isEmpty(made) ? payment : await keepLocked(made, room)
}

/** A change that is none. */
export const unchanged = (payment: Payment): Change => change(payment, [])

/** Refunds have ids of their own kind; shoppers and staff see them. */
export const newId = (ids: Ids) => (kind: Kind) => ids.next(kind === 'refund' ? 'rfd' : 'txn')
