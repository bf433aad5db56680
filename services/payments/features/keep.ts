import {
  paymentAuthorized,
  paymentCaptured,
  paymentFailed,
  paymentRefunded,
  paymentVoided,
  refundFailed,
} from '@souk/contracts/payments'
import type { Announcement } from '@souk/kit/contract'
import { seconds, toTimestamp } from '@souk/kit/runtime'
import type { FeatureRoom } from '@souk/kit/service'
import type { Change } from '../domain/change.ts'
import { linesOf } from '../domain/ledger.ts'
import { heldUntil, nextStep } from '../domain/next-step.ts'
import { figuresOf, isHeld, type Payment, statusOf } from '../domain/payment.ts'
import { toRefund, toView } from '../domain/view.ts'
import type { PaymentsStore } from '../store/payments-store.ts'

/** Longer than any provider is waited for, so that nobody enquires after what is just being asked. */
export const FIRST_CHECK_MS = seconds(5)

/** Stores a change, posts it to the ledger and tells it; false when somebody else changed the payment before. */
export async function keep(made: Change, room: FeatureRoom<PaymentsStore>): Promise<boolean> {
  const now = room.clock.now()
  const isKept = await room.store.save(made, {
    at: toTimestamp(now),
    checkAt: nextCheck(made.after, now),
    lines: linesOf(made.added),
  })
  if (isKept) for (const event of newsOf(made)) room.publish(event)
  if (isKept && isHeld(made.after) && !isHeld(made.before))
    room.log.error(
      { paymentId: made.after.id, told: made.after.doubt?.told },
      'the provider speaks of another amount: the payment is held',
    )
  return isKept
}

/** A doubt is settled at once, what is open soon, and what is only held when it may not be held any longer. */
function nextCheck(payment: Payment, now: number): string | null {
  if (payment.doubt?.isOpen) return toTimestamp(now)
  const isOpen = nextStep(payment, now).do !== 'nothing'
  const at = isOpen ? now + FIRST_CHECK_MS : heldUntil(payment)
  return at === null ? null : toTimestamp(at)
}

/** The same for a payment whose row is locked here: nobody else can have changed it. */
export async function keepLocked(made: Change, room: FeatureRoom<PaymentsStore>): Promise<Payment> {
  if (!(await keep(made, room))) throw new Error(`payment ${made.before.id} changed under its lock`)
  return made.after
}

/** What others are told of a change. A payment held for its amount is not told as authorized or captured. */
function newsOf({ before, after, added }: Change): Announcement[] {
  const [was, is] = [figuresOf(before), figuresOf(after)]
  const payment = toView(after)
  const facts = { orderId: after.orderId, payment }
  const became = (status: typeof payment.status) => payment.status === status && statusOf(before) !== status
  const news: Announcement[] = []
  if (payment.status !== 'unknown') {
    if (is.captured > was.captured) news.push(paymentCaptured(facts))
    else if (became('authorized')) news.push(paymentAuthorized(facts))
  }
  if (became('failed')) news.push(paymentFailed(facts))
  if (is.voided > was.voided || became('voided')) news.push(paymentVoided(facts))
  for (const transaction of added.filter(({ kind }) => kind === 'refund')) {
    const told = { ...facts, refund: toRefund(after, transaction) }
    if (transaction.state === 'succeeded') news.push(paymentRefunded(told))
    if (transaction.state === 'failed') news.push(refundFailed(told))
  }
  return news
}
