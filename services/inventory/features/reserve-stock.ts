import type { reserveStock as contract } from '@souk/contracts/inventory'
import { stockReserved } from '@souk/contracts/inventory'
import { answer, refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import { demand, reserve } from '../domain/reserve.ts'
import type { InventoryStore } from '../store/inventory-store.ts'
import { changeStock } from './change-stock.ts'

export const reserveStock: Feature<typeof contract, InventoryStore> = async (
  { orderId, lines, expiresAt },
  room,
) => {
  const { store, publish } = room
  const existing = await store.openReservation(orderId, expiresAt)
  if (existing?.state === 'released' || existing?.state === 'expired') return refuse('reservation_released')
  if (existing) return answer(201, { orderId, expiresAt: existing.expiresAt.toISOString() })

  const items = await store.lockItems(demand(lines).map(([sku]) => sku))
  const decision = reserve(items, lines)
  if (!decision.ok) return refuse('insufficient_stock', { errors: decision.shortfalls.map(tell) })

  const { allocations } = decision
  const changes = allocations.map(({ sku, location, quantity }) => ({ sku, location, reserved: quantity }))
  await Promise.all([store.addReservationLines(orderId, allocations), changeStock(items, changes, room)])
  publish(stockReserved({ orderId, lines }))
  return answer(201, { orderId, expiresAt })
}

const tell = ({ sku, wanted, available }: { sku: string; wanted: number; available: number }) => ({
  code: 'insufficient_stock',
  message: available === 0 ? `${sku} is sold out` : `only ${available} of ${sku} left`,
  sku,
  wanted,
  available,
})
