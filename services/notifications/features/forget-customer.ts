import type { EventRoom } from '@souk/kit/service'
import type { NotificationsStore } from '../store/notifications-store.ts'

/** An erased customer's contacts and mails go with them. Returns the ids of their orders. */
export async function forgetCustomer(
  { customerId, at }: { customerId: string; at: string },
  { store }: EventRoom<NotificationsStore>,
): Promise<string[]> {
  return await store.eraseCustomer(customerId, at)
}
