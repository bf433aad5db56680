import type { FeatureRoom } from '@souk/kit/service'
import { isUnsettled, reopened } from '../domain/give-back.ts'
import type { Order } from '../domain/order.ts'
import { settlement } from '../sagas/settlement.ts'
import type { OrdersStore } from '../store/orders-store.ts'

/** What was taken while the order became cheaper is found when its payment is heard of. */
export async function settleIfOverpaid(order: Order, room: FeatureRoom<OrdersStore>): Promise<void> {
  if (!isUnsettled(order)) return
  const settlementId = `${order.edits?.at(-1)?.id}-${order.version}`
  await room.store.save(reopened(order))
  const memory = { orderId: order.id, settlementId, less: [] }
  await room.sagas.leave(settlement, `${order.id} ${settlementId}`, memory)
}
