import type { EventRoom } from '@souk/kit/service'
import { staffInvited as letter } from '../domain/templates/account-letters.ts'
import type { NotificationsStore } from '../store/notifications-store.ts'
import { type Desk, queueMessage } from './queue-message.ts'

/** Somebody is to work in the shop: the mail holds the only way in. */
export const tellInvited =
  (desk: Desk) =>
  async (
    fact: { email: string; name: string; token: string },
    room: EventRoom<NotificationsStore>,
  ): Promise<void> => {
    const addressed = { eventId: room.event.id, template: 'staff-invited', recipient: fact.email }
    await queueMessage({ ...addressed, letter: letter(fact, desk.head) }, { room, desk })
  }
