import type { retryNotification as contract } from '@souk/contracts/notifications'
import { refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import type { NotificationsStore } from '../store/notifications-store.ts'
import { shown } from './list-notifications.ts'
import { SEND_MESSAGES } from './send-messages.ts'

export const retryNotification: Feature<typeof contract, NotificationsStore> = async (
  { id },
  { store, clock, wake },
) => {
  const message = await store.lockMessage(id)
  if (!message) return refuse('not_found')
  if (message.status !== 'failed')
    return refuse('wrong_status', { detail: `The message is ${message.status}.` })
  await store.queueAgain(id, toTimestamp(clock.now()))
  wake(SEND_MESSAGES)
  return shown({ ...message, status: 'queued', attempts: 0 })
}
