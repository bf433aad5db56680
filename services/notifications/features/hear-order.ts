import type { OrderFacts } from '@souk/contracts/orders'
import type { EventRoom } from '@souk/kit/service'
import { contactOf } from '../domain/order-reader.ts'
import type { OrderTemplate } from '../domain/templates/order-letters.ts'
import type { NotificationsStore } from '../store/notifications-store.ts'
import type { Desk } from './queue-message.ts'
import { tell } from './tell-order-reader.ts'

/** Keeps whom to write to about this order, tells them, and then what was heard of it before. */
export const hearOrder =
  (template: OrderTemplate, desk: Desk) =>
  async (order: OrderFacts, room: EventRoom<NotificationsStore>): Promise<void> => {
    const { orderId, customerId, version } = order
    await room.store.saveOrderContact({ orderId, customerId, version, contact: contactOf(order) })
    const early = await room.store.takeEarlyNews(orderId)
    for (const news of [{ eventId: room.event.id, template, fact: order }, ...early])
      await tell(orderId, news, { room, desk })
  }

/** A checkout that came to nothing tells nobody: its shopper has been answered. */
export const hearCancellation = (desk: Desk) => {
  const hear = hearOrder('order-cancelled', desk)
  return async (
    order: OrderFacts & { wasConfirmed: boolean },
    room: EventRoom<NotificationsStore>,
  ): Promise<void> => {
    if (order.wasConfirmed) await hear(order, room)
    else await room.store.takeEarlyNews(order.orderId)
  }
}
