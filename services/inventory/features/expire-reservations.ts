import { toTimestamp } from '@souk/kit/runtime'
import type { ProcessRoom } from '@souk/kit/service'
import type { InventoryStore } from '../store/inventory-store.ts'
import { giveBack } from './release-stock.ts'

/** Frees what was held for checkouts that never came back; one transaction each. Returns how many. */
export async function expireReservations({
  store,
  clock,
  transaction,
}: ProcessRoom<InventoryStore>): Promise<number> {
  const overdue = await store.findExpired(toTimestamp(clock.now()))
  for (const orderId of overdue) {
    await transaction(async (room) => {
      const reservation = await room.store.lockReservation(orderId)
      if (reservation?.state === 'held') await giveBack(orderId, 'expired', room)
    })
  }
  return overdue.length
}
