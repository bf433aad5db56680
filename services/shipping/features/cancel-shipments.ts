import { toTimestamp } from '@souk/kit/runtime'
import type { EventRoom } from '@souk/kit/service'
import type { ShippingStore } from '../store/shipping-store.ts'

/** Parcels of a cancelled order that have not left stay here, and their labels go back. */
export async function cancelShipments(
  { orderId }: { orderId: string },
  { store, clock }: EventRoom<ShippingStore>,
): Promise<void> {
  await store.cancelOrder(orderId)
  await store.wantAllCancelled(orderId, toTimestamp(clock.now()))
}
