import type { exportFromNotifications as contract } from '@souk/contracts/export'
import type { Query } from '@souk/kit/service'
import type { NotificationsStore } from '../store/notifications-store.ts'

export const exportCustomer: Query<typeof contract, NotificationsStore> = async (
  { customerId },
  { store },
) => ({ parts: { messages: await store.messagesOf(customerId) } })
