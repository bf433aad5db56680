import type { Queryable } from '@souk/kit/database'
import type { Contact } from '../domain/order-reader.ts'
import type { OrderTemplate } from '../domain/templates/order-letters.ts'

export interface OrderContact {
  orderId: string
  customerId: string | null
  version: number
  /** Null: the reader was erased. */
  contact: Contact | null
}

export interface CustomerFacts {
  customerId: string
  email: string
  locale: string
  at: string
}

export interface EarlyNews {
  eventId: string
  template: OrderTemplate
  fact: unknown
}

/** Whom to write to. */
export function contacts(sql: Queryable) {
  return {
    async findOrderContact(orderId: string): Promise<(OrderContact & { locale: string | null }) | undefined> {
      const [row] = await sql<(OrderContact & { locale: string | null })[]>`
        select o.order_id as "orderId", o.customer_id as "customerId", o.version, o.contact, c.locale
        from order_contact o left join customer_contact c on c.customer_id = o.customer_id
        where o.order_id = ${orderId}`
      return row
    },

    /** Keeps the newest version; of an erased customer, and once forgotten, nothing but that there was an order. */
    async saveOrderContact({ orderId, customerId, version, contact }: OrderContact): Promise<void> {
      await sql`
        insert into order_contact (order_id, customer_id, version, contact)
        select ${orderId}, ${customerId}, ${version},
          case when exists (select from customer_contact c where c.customer_id = ${customerId} and c.is_erased)
            then null else ${sql.json(contact as never)}::jsonb end
        on conflict (order_id) do update set version = excluded.version, contact = excluded.contact
          where order_contact.version < excluded.version and order_contact.contact is not null`
    },

    async keepEarlyNews(orderId: string, { eventId, template, fact }: EarlyNews): Promise<void> {
      await sql`
        insert into early_news (event_id, order_id, template, fact)
        values (${eventId}, ${orderId}, ${template}, ${sql.json(fact as never)})
        on conflict (event_id) do nothing`
    },

    /** Hands out what was kept for an order, oldest first, and keeps it no longer. */
    async takeEarlyNews(orderId: string): Promise<EarlyNews[]> {
      const rows = await sql<(EarlyNews & { position: number })[]>`
        delete from early_news where order_id = ${orderId}
        returning event_id as "eventId", template, fact, position`
      return [...rows].sort((a, b) => a.position - b.position)
    },

    /** Keeps the newest of what is known; tells whether the customer may be written to. */
    async saveCustomer({ customerId, email, locale, at }: CustomerFacts): Promise<{ isErased: boolean }> {
      await sql`
        insert into customer_contact (customer_id, email, locale, at)
        values (${customerId}, ${email}, ${locale}, ${at})
        on conflict (customer_id) do update set email = excluded.email, locale = excluded.locale, at = excluded.at
          where customer_contact.at <= excluded.at and not customer_contact.is_erased`
      const [row] = await sql<{ isErased: boolean }[]>`
        select is_erased as "isErased" from customer_contact where customer_id = ${customerId}`
      return { isErased: row?.isErased ?? false }
    },

    /**
     * Forgets a customer: their contacts, what was written to them or is about to be. What waits to be sent to
     * the same address for a guest's order goes out: somebody with that address is waiting for it.
     */
    async eraseCustomer(customerId: string, at: string): Promise<string[]> {
      await sql`
        delete from message m where m.customer_id = ${customerId} or (
          m.status <> 'queued' and lower(m.recipient) = (
            select lower(email) from customer_contact where customer_id = ${customerId}))`
      await sql`
        delete from early_news where order_id in (
          select order_id from order_contact where customer_id = ${customerId})`
      const orders = await sql<{ orderId: string }[]>`
        update order_contact set contact = null where customer_id = ${customerId} returning order_id as "orderId"`
      await sql`
        insert into customer_contact (customer_id, at, is_erased) values (${customerId}, ${at}, true)
        on conflict (customer_id) do update set email = null, locale = null, at = excluded.at, is_erased = true`
      return orders.map(({ orderId }) => orderId)
    },
  }
}
