import type { cancelLabel as contract } from '@souk/contracts/shipping'
import { isRefusal, refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { FeatureRoom, Process, ProcessRoom } from '@souk/kit/service'
import { isUsed, type Label } from '../domain/label.ts'
import type { Carriers } from '../providers/carrier.ts'
import type { ShippingStore } from '../store/shipping-store.ts'
import { askCarrier } from './ask-carrier.ts'
import { found, keepSold, labelView } from './keep-label.ts'

export const cancelLabel =
  (carriers: Carriers): Process<typeof contract, ShippingStore> =>
  async ({ id }, room) => {
    const wanted = await room.transaction((inside) => want(id, inside))
    if (isRefusal(wanted)) return wanted
    const label = await takeBack(wanted, carriers, room)
    return label.state === 'bought' && !label.isCancelWanted ? used() : labelView(label)
  }

async function want(id: string, { store, clock }: FeatureRoom<ShippingStore>) {
  const known = await store.findLabel(id)
  if (!known) return refuse('not_found')
  await store.lockShipment(known.fulfilmentId)
  const label = await found(known, store)
  if (label.state === 'failed' || label.state === 'cancelled') return label
  if (isUsed(label)) return used()
  await store.wantCancelled(id, true, toTimestamp(clock.now()))
  return await found(label, store)
}

const used = () => refuse('label_used', { detail: 'The carrier has the parcel: ask it to bring it back.' })

/** Asks the carrier to take a label back that is bought; while it does not answer, it is asked again later. */
export async function takeBack(
  label: Label,
  carriers: Carriers,
  room: ProcessRoom<ShippingStore>,
): Promise<Label> {
  const carrier = carriers.find(label.carrier)
  if (!carrier || label.state !== 'bought' || !label.carrierId || !label.isCancelWanted) return label
  const said = await askCarrier(carrier, room).cancel(label.carrierId)
  if (said.is === 'known') return await keepSold(label, { ...said.label, isCancelled: true }, room)
  if (said.is === 'unknown') return label
  room.log.warn({ labelId: label.id, code: said.code }, 'a carrier keeps a label')
  return await room.transaction(async ({ store, clock }) => {
    await store.lockShipment(label.fulfilmentId)
    await store.wantCancelled(label.id, false, toTimestamp(clock.now()))
    return await found(label, store)
  })
}
