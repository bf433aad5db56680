import type { EventRoom } from '@souk/kit/service'
import type { Letter } from '../domain/letter.ts'
import type { NotificationsStore } from '../store/notifications-store.ts'
import { type Desk, queueMessage } from './queue-message.ts'

/** Something for those who run the shop. */
export const tellStaff =
  <Told>(
    { template, letter, to }: { template: string; letter: (fact: Told) => Letter; to: string },
    desk: Desk,
  ) =>
  (fact: Told, room: EventRoom<NotificationsStore>): Promise<void> =>
    queueMessage({ eventId: room.event.id, template, recipient: to, letter: letter(fact) }, { room, desk })
