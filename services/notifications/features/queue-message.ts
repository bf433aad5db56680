import { toTimestamp } from '@souk/kit/runtime'
import type { FeatureRoom } from '@souk/kit/service'
import type { Letter, Letterhead } from '../domain/letter.ts'
import { write } from '../domain/write.ts'
import type { NotificationsStore } from '../store/notifications-store.ts'
import { SEND_MESSAGES } from './send-messages.ts'

/** Where letters are written: on whose paper. */
export interface Desk {
  readonly head: Letterhead
}

export interface Addressed {
  readonly eventId: string
  readonly template: string
  readonly recipient: string
  readonly letter: Letter
  readonly customerId?: string | null
  readonly orderId?: string
}

/** Stores a letter to be sent right after the commit: once per event, channel and reader. */
export async function queueMessage(
  { letter, customerId = null, orderId, ...addressed }: Addressed,
  { room, desk }: { room: FeatureRoom<NotificationsStore>; desk: Desk },
): Promise<void> {
  const { store, ids, clock, wake } = room
  await store.addMessage({
    ...addressed,
    ...write(letter, desk.head),
    id: ids.next('msg'),
    channel: 'email',
    customerId,
    orderId: orderId ?? null,
    at: toTimestamp(clock.now()),
  })
  wake(SEND_MESSAGES)
}
