import type { EventRoom, FeatureRoom } from '@souk/kit/service'
import type { Letter } from '../domain/letter.ts'
import { links } from '../domain/links.ts'
import type { OrderReader } from '../domain/order-reader.ts'
import { type OrderTemplate, orderLetters } from '../domain/templates/order-letters.ts'
import type { EarlyNews } from '../store/contacts.ts'
import type { NotificationsStore } from '../store/notifications-store.ts'
import { type Desk, queueMessage } from './queue-message.ts'

/** News of an order goes to its reader; when the order is not known yet, it waits for it. */
export const tellOrderReader =
  (template: OrderTemplate, desk: Desk) =>
  async (fact: { orderId: string }, room: EventRoom<NotificationsStore>): Promise<void> => {
    const news = { eventId: room.event.id, template, fact }
    if (await tell(fact.orderId, news, { room, desk })) return
    await room.store.keepEarlyNews(fact.orderId, news)
  }

/** Writes to the order's reader; false when nobody has said yet who that is. An erased reader is not written to. */
export async function tell(
  orderId: string,
  { eventId, template, fact }: EarlyNews,
  { room, desk }: { room: FeatureRoom<NotificationsStore>; desk: Desk },
): Promise<boolean> {
  const known = await room.store.findOrderContact(orderId)
  if (!known) return false
  const { contact, customerId, locale } = known
  if (!contact) return true
  const orderUrl = links(desk.head.publicUrl).order(orderId, contact.token)
  const reader = { number: contact.number, titles: contact.titles, locale: locale ?? 'en', orderUrl }
  const letter = letterOf(template, fact, reader)
  await queueMessage(
    { eventId, template, recipient: contact.email, letter, customerId, orderId },
    { room, desk },
  )
  return true
}

/** A fact was stored under its template's name: it is what that letter takes. */
const letterOf = (template: OrderTemplate, fact: unknown, reader: OrderReader): Letter =>
  orderLetters[template](fact as never, reader)
