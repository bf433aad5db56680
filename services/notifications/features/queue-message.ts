import { toTimestamp } from '@souk/kit/runtime'
import type { FeatureRoom } from '@souk/kit/service'
import type { Letter, Letterhead } from '../domain/letter.ts'
import { write } from '../domain/write.ts'
import type { NotificationsStore } from '../store/notifications-store.ts'

/** Where letters are written: on whose paper, and who is told that one is ready. */
export interface Desk {
  readonly head: Letterhead
  readonly wakeSender: () => void
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
  const { store, ids, clock, afterCommit } = room
  await store.addMessage({
    ...addressed,
    ...write(letter, desk.head),
    id: ids.next('msg'),
    channel: 'email',
    customerId,
    orderId: orderId ?? null,
    at: toTimestamp(clock.now()),
  })
  afterCommit(desk.wakeSender)
}
