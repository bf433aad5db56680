import type { EventRoom } from '@souk/kit/service'
import type { ShippingStore } from '../store/shipping-store.ts'

/** Parcels of a cancelled order that have not left stay here. */
export async function cancelShipments(
  { orderId }: { orderId: string },
  { store }: EventRoom<ShippingStore>,
): Promise<void> {
  await store.cancelOrder(orderId)
}
