import type { FeatureRoom, ProcessRoom } from '@souk/kit/service'
import type { Label, SoldLabel } from '../domain/label.ts'
import type { ShippingStore } from '../store/shipping-store.ts'

type Room = Pick<ProcessRoom<ShippingStore>, 'transaction'>

/** Keeps what a carrier sold. The fulfilment is followed by the first label it has. */
export const keepSold = (label: Label, sold: SoldLabel, { transaction }: Room): Promise<Label> =>
  transaction(async ({ store }) => {
    const shipment = await store.lockShipment(label.fulfilmentId)
    const now = await store.findLabel(label.id)
    if (now?.state !== 'asked' && !(now?.state === 'bought' && sold.isCancelled)) return now ?? label
    await store.keepSold(label.id, sold)
    if (shipment && !sold.isCancelled && !shipment.parcels?.length)
      await store.followBy(shipment.id, { ...sold, carrier: label.carrier })
    return await found(label, store)
  })

export const failLabel = (label: Label, failure: string, { transaction }: Room): Promise<Label> =>
  transaction(async ({ store }) => {
    await store.lockShipment(label.fulfilmentId)
    const now = await store.findLabel(label.id)
    if (now?.state === 'asked') await store.failLabel(label.id, failure)
    return await found(label, store)
  })

export const found = async (label: Label, store: FeatureRoom<ShippingStore>['store']): Promise<Label> =>
  (await store.findLabel(label.id)) ?? label

/** A label as staff see it. */
export const labelView = ({ carrierId: _, isCancelWanted: __, askedAt: ___, ...shown }: Label) => shown
