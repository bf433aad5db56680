import { call, event, page, pageQuery, text, timestamp } from '@souk/kit/contract'
import { z } from 'zod'
import { MessageId, OrderId } from './values.ts'

export const Message = z.strictObject({
  id: MessageId,
  channel: z.enum(['email']),
  template: z.string(),
  recipient: z.string(),
  subject: z.string(),
  orderId: OrderId.optional(),
  status: z.enum(['queued', 'sent', 'failed']),
  attempts: z.int(),
  sentAt: timestamp.nullable(),
  createdAt: timestamp,
})
export type Message = z.infer<typeof Message>

export const listNotifications = call('notifications.list-notifications', 'GET /admin/v1/notifications', {
  summary: 'What was told to whom, newest first.',
  access: 'staff:notifications:read',
  query: z.strictObject({ ...pageQuery, orderId: OrderId.optional(), recipient: text(254).optional() }),
  answers: { 200: page(Message) },
})

export const retryNotification = call(
  'notifications.retry-notification',
  'POST /admin/v1/notifications/{id}/retry',
  {
    summary: 'Tries a message again that could not be delivered.',
    access: 'staff:notifications:write',
    params: z.strictObject({ id: MessageId }),
    answers: { 200: Message },
    refusals: { wrong_status: { status: 409, title: 'Only a message that failed is tried again.' } },
    idempotency: 'accepted',
  },
)

const messageFacts = z.strictObject({
  messageId: MessageId,
  template: z.string(),
  orderId: OrderId.optional(),
  at: timestamp,
})
export const messageSent = event(
  'notifications.message-sent.v1',
  'A message left for its reader.',
  messageFacts,
  'messageId',
)
export const messageFailed = event(
  'notifications.message-failed.v1',
  'A message could not be delivered.',
  messageFacts,
  'messageId',
)
