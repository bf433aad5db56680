import { shipmentDelivered, shipmentFailed, shipmentShipped } from '@souk/contracts/shipping'
import { isRefusal } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { FeatureRoom, ProcessRoom } from '@souk/kit/service'
import { isNewFailure, type Label, outcomeOf, type Progress } from '../domain/label.ts'
import { deliver, type Move, ship } from '../domain/shipment.ts'
import type { ShippingStore } from '../store/shipping-store.ts'

const AT_ONCE = 50

/** Applies what carriers told to the labels it is about, now that they are known. Returns how many labels that were. */
export async function applyWaitingScans(room: ProcessRoom<ShippingStore>): Promise<number> {
  const scanned = await room.store.labelsScanned(AT_ONCE)
  for (const label of scanned) await room.transaction((inside) => applyScans(label, inside))
  return scanned.length
}

/** Moves a label as far as it was seen, and its fulfilment as far as all its labels say. */
async function applyScans(
  { id, fulfilmentId }: Pick<Label, 'id' | 'fulfilmentId'>,
  room: FeatureRoom<ShippingStore>,
): Promise<void> {
  const { store } = room
  const shipment = await store.lockShipment(fulfilmentId)
  const label = await store.findLabel(id)
  if (!shipment || !label) return
  const progress = await store.applyScans(label)
  if (isNewFailure(label.progress, progress)) tellFailure({ ...label, progress }, shipment.orderId, room)
  const outcome = outcomeOf(await store.labelsOf(fulfilmentId))
  if (outcome.hasLeft) await move(fulfilmentId, { by: ship, tell: shipmentShipped }, room)
  if (outcome.hasArrived) await move(fulfilmentId, { by: deliver, tell: shipmentDelivered }, room)
}

interface Step {
  by: (shipment: NonNullable<Awaited<ReturnType<ShippingStore['lockShipment']>>>) => Move
  tell: typeof shipmentShipped | typeof shipmentDelivered
}

async function move(id: string, { by, tell }: Step, room: FeatureRoom<ShippingStore>): Promise<void> {
  const before = await room.store.lockShipment(id)
  const moved = before && by(before)
  if (!moved) return
  // A cancelled parcel that travels nevertheless is for people to see to.
  if (isRefusal(moved)) return void room.log.error({ fulfilmentId: id }, 'a parcel travels that should not')
  if (!moved.changed) return
  const at = toTimestamp(room.clock.now())
  await room.store.setStatus(moved.shipment, at)
  room.publish(tell({ orderId: moved.shipment.orderId, shipment: moved.shipment, at }))
}

function tellFailure(
  { fulfilmentId, carrier, trackingNumber, progress }: Label & { progress: Progress },
  orderId: string,
  { publish, clock }: FeatureRoom<ShippingStore>,
): void {
  if (progress !== 'failed' && progress !== 'returned') return
  const at = toTimestamp(clock.now())
  publish(
    shipmentFailed({ orderId, fulfilmentId, carrier, trackingNumber: trackingNumber ?? '', progress, at }),
  )
}
