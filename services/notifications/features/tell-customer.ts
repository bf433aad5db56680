import type { EventRoom } from '@souk/kit/service'
import type { Letter, Letterhead } from '../domain/letter.ts'
import type { CustomerFacts } from '../store/contacts.ts'
import type { NotificationsStore } from '../store/notifications-store.ts'
import { type Desk, queueMessage } from './queue-message.ts'

/** Keeps how to write to a customer. */
export async function rememberCustomer(
  customer: CustomerFacts,
  { store }: EventRoom<NotificationsStore>,
): Promise<void> {
  await store.saveCustomer(customer)
}

/** Something happened to somebody's account: they hear of it at once. */
export const tellCustomer =
  <Told>(
    { template, letter }: { template: string; letter: (fact: Told, head: Letterhead) => Letter },
    desk: Desk,
  ) =>
  async (fact: CustomerFacts & Told, room: EventRoom<NotificationsStore>): Promise<void> => {
    const { isErased } = await room.store.saveCustomer(fact)
    if (isErased) return
    const { customerId, email: recipient } = fact
    const addressed = { eventId: room.event.id, template, recipient, customerId }
    await queueMessage({ ...addressed, letter: letter(fact, desk.head) }, { room, desk })
  }
