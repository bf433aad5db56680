import type { showReservation as contract } from '@souk/contracts/inventory-levels'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import type { InventoryStore } from '../store/inventory-store.ts'

export const showReservation: Query<typeof contract, InventoryStore> = async ({ orderId }, { store }) => {
  const [[reservation], lines] = await Promise.all([
    store.findReservations([orderId]),
    store.findPromises(orderId),
  ])
  if (!reservation) return refuse('not_found', { detail: `Nothing was ever promised to ${orderId}.` })
  const { state, expiresAt } = reservation
  return { orderId, state, expiresAt: expiresAt.toISOString(), lines }
}
