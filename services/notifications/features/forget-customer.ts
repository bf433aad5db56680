import type { EventRoom } from '@souk/kit/service'
import type { NotificationsStore } from '../store/notifications-store.ts'

/** An erased customer's contacts and mails go with them. */
export async function forgetCustomer(
  { customerId, at }: { customerId: string; at: string },
  { store }: EventRoom<NotificationsStore>,
): Promise<void> {
  await store.eraseCustomer(customerId, at)
}
