import type { extendReservation as contract } from '@souk/contracts/inventory'
import { refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import type { InventoryStore } from '../store/inventory-store.ts'

/** A promise lasts longer; never shorter, so that a late repetition takes nothing back. */
export const extendReservation: Feature<typeof contract, InventoryStore> = async (
  { orderId, expiresAt },
  { store },
) => {
  const reservation = await store.lockReservation(orderId)
  if (!reservation) return refuse('not_found', { detail: `Nothing is promised to ${orderId}.` })
  if (reservation.state === 'released' || reservation.state === 'expired')
    return refuse('reservation_released')
  const before = reservation.expiresAt.toISOString()
  if (Date.parse(expiresAt) <= Date.parse(before)) return { orderId, expiresAt: before }
  await store.setExpiry(orderId, expiresAt)
  return { orderId, expiresAt }
}
