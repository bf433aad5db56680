import type { FeatureRoom, ProcessRoom } from '@souk/kit/service'
import { isEmpty } from '../domain/change.ts'
import { isAbout, merge } from '../domain/report.ts'
import type { PaymentsStore } from '../store/payments-store.ts'
import type { Waiting } from '../store/waiting-events.ts'
import { keepLocked } from './keep.ts'
import { newId } from './note.ts'

const AT_ONCE = 20

/** Applies what was told before its payment was known, now that it is. Returns how many events that were. */
export async function applyWaitingEvents(room: ProcessRoom<PaymentsStore>): Promise<number> {
  const ripe = await room.store.listRipe(AT_ONCE)
  for (const waiting of ripe) await room.transaction((tx) => apply(waiting, tx))
  return ripe.length
}

async function apply(waiting: Waiting, room: FeatureRoom<PaymentsStore>): Promise<void> {
  const { orderId, report } = waiting
  const payment = (await room.store.lockAll(orderId)).find((one) => isAbout(report, one))
  await room.store.removeWaiting(waiting)
  if (!payment) return room.log.error({ ...waiting }, 'a provider told of a payment that is not ours')
  const made = merge(payment, report, newId(room.ids))
  if (!isEmpty(made)) await keepLocked(made, room)
}
