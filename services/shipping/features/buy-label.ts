import type { buyLabel as contract } from '@souk/contracts/shipping'
import { answer, type Input, isRefusal, refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { FeatureRoom, Process } from '@souk/kit/service'
import type { Carriers } from '../providers/carrier.ts'
import type { ShippingStore } from '../store/shipping-store.ts'
import { askCarrier } from './ask-carrier.ts'
import { failLabel, keepSold, labelView } from './keep-label.ts'

/**
 * Stores that a label is asked for, then asks under that label's id as key: whatever becomes of the answer, the carrier
 * sells one. Where nobody knows what became of it, it is answered as `asked` and found out later.
 */
export const buyLabel =
  (carriers: Carriers): Process<typeof contract, ShippingStore> =>
  async (input, room) => {
    const carrier = carriers.find(input.carrier)
    if (!carrier) {
      const known = carriers.all.map(({ id }) => id).join(', ')
      return refuse('unknown_carrier', { detail: `The carriers here are ${known}.` })
    }
    const label = await room.transaction((inside) => open(input, inside))
    if (isRefusal(label)) return label
    if (label.state !== 'asked') return answer(201, labelView(label))
    const { service, weightGrams: grams, to } = input
    const said = await askCarrier(carrier, room).buy({ key: label.id, service, grams, to })
    if (said.is === 'known') return answer(201, labelView(await keepSold(label, said.label, room)))
    if (said.is === 'unknown') {
      room.log.warn({ labelId: label.id, why: said.why }, 'whether a label was bought is not known')
      return answer(201, labelView(label))
    }
    await failLabel(label, said.code, room)
    return refuse('label_refused', { detail: `${input.carrier} says ${said.code}.` })
  }

async function open(
  { id, request, carrier, service, weightGrams }: Input<typeof contract>,
  { store, ids, clock }: FeatureRoom<ShippingStore>,
) {
  const shipment = await store.lockShipment(id)
  if (!shipment) return refuse('not_found')
  const before = await store.findRequested(id, request)
  if (before) return before
  if (shipment.status !== 'pending')
    return refuse('wrong_status', { detail: `The parcel is ${shipment.status}.` })
  const labelId = ids.next('lbl')
  const at = toTimestamp(clock.now())
  await store.addLabel({ id: labelId, fulfilmentId: id, carrier, service, weightGrams, request }, at)
  return (await store.findLabel(labelId)) ?? refuse('not_found')
}
