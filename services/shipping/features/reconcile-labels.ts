import { minutes, toTimestamp } from '@souk/kit/runtime'
import type { ProcessRoom } from '@souk/kit/service'
import type { Label } from '../domain/label.ts'
import type { Carriers } from '../providers/carrier.ts'
import type { ShippingStore } from '../store/shipping-store.ts'
import { askCarrier } from './ask-carrier.ts'
import { takeBack } from './cancel-label.ts'
import { failLabel, keepSold } from './keep-label.ts'

const AT_ONCE = 20
/** After this long a carrier that has not heard of a label never will. */
const LOST_AFTER_MS = minutes(1)

/** Finds out what became of labels nobody answered, and gives back those that are not wanted any more. */
export const reconcileLabels = (carriers: Carriers) => async (room: ProcessRoom<ShippingStore>) => {
  const due = await room.store.claimDueLabels(toTimestamp(room.clock.now()), AT_ONCE)
  const asked = await Promise.allSettled(due.map((label) => settle(label, carriers, room)))
  asked.forEach((one, index) => {
    if (one.status === 'rejected')
      room.log.error({ err: one.reason, labelId: due[index]?.id }, 'a label will be asked about again')
  })
  return due.length
}

async function settle(label: Label, carriers: Carriers, room: ProcessRoom<ShippingStore>): Promise<void> {
  const carrier = carriers.find(label.carrier)
  if (!carrier) return
  if (label.state === 'bought') return void (await takeBack(label, carriers, room))
  const finding = await askCarrier(carrier, room).find(label.id)
  if (finding.is === 'known') {
    const kept = await keepSold(label, finding.label, room)
    await takeBack(kept, carriers, room)
  } else if (finding.is === 'absent' && room.clock.now() - label.askedAt > LOST_AFTER_MS)
    await failLabel(label, 'never_reached_the_carrier', room)
}
