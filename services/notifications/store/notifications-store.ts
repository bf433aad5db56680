import type { Queryable } from '@souk/kit/database'
import { contacts } from './contacts.ts'
import { messages } from './messages.ts'

export type NotificationsStore = ReturnType<typeof notificationsStore>

export const notificationsStore = (sql: Queryable) => ({ ...contacts(sql), ...messages(sql) })
