import type { listNotifications as contract, Message } from '@souk/contracts/notifications'
import type { Query } from '@souk/kit/service'
import type { MessageRow } from '../store/messages.ts'
import type { NotificationsStore } from '../store/notifications-store.ts'

export const listNotifications: Query<typeof contract, NotificationsStore> = async (
  { limit, cursor, orderId, recipient },
  { store },
) => {
  const position = Number.parseInt(cursor ?? '', 36)
  const before = Number.isSafeInteger(position) ? position : Number.MAX_SAFE_INTEGER
  const rows = await store.listMessages({ before, limit: limit + 1, orderId, recipient })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { items: rows.slice(0, limit).map(shown), nextCursor: last ? last.position.toString(36) : null }
}

/** A message as staff read it; what it says stays between the shop and its reader. */
export const shown = ({ position: _, orderId, sentAt, createdAt, ...message }: MessageRow): Message => ({
  ...message,
  ...(orderId !== null && { orderId }),
  sentAt: sentAt?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
})
