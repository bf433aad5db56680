import type { Message } from '@souk/contracts/notifications'
import type { Queryable } from '@souk/kit/database'

export interface NewMessage {
  id: string
  eventId: string
  channel: Message['channel']
  recipient: string
  template: string
  customerId: string | null
  orderId: string | null
  subject: string
  text: string
  html: string
  at: string
}

/** A message this process holds for sending. */
export interface DueMessage {
  id: string
  recipient: string
  template: string
  orderId: string | null
  subject: string
  text: string
  html: string
  attempts: number
}

export type MessageRow = Omit<Message, 'orderId' | 'sentAt' | 'createdAt'> & {
  position: number
  orderId: string | null
  sentAt: Date | null
  createdAt: Date
}

/** What is to be sent, and what was. */
export function messages(sql: Queryable) {
  const shown = sql`
    position, id, channel, template, recipient, subject, order_id as "orderId", status, attempts,
    sent_at as "sentAt", created_at as "createdAt"`

  return {
    /** What was written to a customer, oldest first; what stood in it is gone once it is sent. */
    async messagesOf(customerId: string) {
      return await sql`
        select id, channel, template, recipient, subject, order_id as "orderId", status, sent_at as "sentAt",
          created_at as "createdAt"
        from message where customer_id = ${customerId} order by position`
    },

    /** False when this event was told to this reader already. */
    async addMessage(added: NewMessage): Promise<boolean> {
      const rows = await sql`
        insert into message (id, event_id, channel, recipient, template, customer_id, order_id, subject, text, html,
          status, due_at, created_at)
        values (${added.id}, ${added.eventId}, ${added.channel}, ${added.recipient}, ${added.template},
          ${added.customerId}, ${added.orderId}, ${added.subject}, ${added.text}, ${added.html},
          'queued', ${added.at}, ${added.at})
        on conflict on constraint message_once do nothing`
      return rows.count === 1
    },

    /** Takes messages that are due: until then, or until their holder is gone, nobody else does. */
    async claimDue({
      now,
      until,
      limit,
      holder,
    }: {
      now: string
      until: string
      limit: number
      holder: string
    }): Promise<DueMessage[]> {
      return await sql<DueMessage[]>`
        update message set attempts = attempts + 1, due_at = ${until}, holder = ${holder}
        where id in (
          select id from message where status = 'queued'
            and (due_at <= ${now} or (holder is not null and holder <> ${holder} and is_gone(holder)))
          order by due_at, position limit ${limit} for update skip locked)
        returning id, recipient, template, order_id as "orderId", subject, text, html, attempts`
    },

    /** What waits, or was held by a process that died, is due now. */
    async freeHeld(): Promise<void> {
      await sql`update message set due_at = created_at, holder = null where status = 'queued'`
    },

    async countQueued(): Promise<number> {
      const [row] = await sql<
        { count: number }[]
      >`select count(*) as count from message where status = 'queued'`
      return row?.count ?? 0
    },

    /** False when it is no longer there or somebody else has noted it. */
    async markSent(id: string, at: string): Promise<boolean> {
      const rows = await sql`
        update message set status = 'sent', sent_at = ${at}, text = null, html = null, error = null
        where id = ${id} and status = 'queued'`
      return rows.count === 1
    },

    async postpone(id: string, dueAt: string, error: string): Promise<void> {
      await sql`update message set due_at = ${dueAt}, holder = null, error = ${error} where id = ${id} and status = 'queued'`
    },

    async markFailed(id: string, error: string): Promise<boolean> {
      const rows = await sql`
        update message set status = 'failed', error = ${error} where id = ${id} and status = 'queued'`
      return rows.count === 1
    },

    async lockMessage(id: string): Promise<MessageRow | undefined> {
      const [row] = await sql<MessageRow[]>`select ${shown} from message where id = ${id} for update`
      return row
    },

    async queueAgain(id: string, at: string): Promise<void> {
      await sql`update message set status = 'queued', attempts = 0, due_at = ${at}, holder = null where id = ${id}`
    },

    async listMessages(which: {
      before: number
      limit: number
      orderId: string | undefined
      recipient: string | undefined
    }): Promise<MessageRow[]> {
      const { before, limit, orderId, recipient } = which
      return await sql<MessageRow[]>`
        select ${shown} from message where position < ${before}
          ${orderId === undefined ? sql`` : sql`and order_id = ${orderId}`}
          ${recipient === undefined ? sql`` : sql`and lower(recipient) = lower(${recipient})`}
        order by position desc limit ${limit}`
    },
  }
}
