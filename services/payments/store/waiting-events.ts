import type { Queryable } from '@souk/kit/database'
import type { Report } from '../domain/report.ts'
import type { Told } from './payments-store.ts'

export interface Waiting {
  provider: string
  eventId: string
  orderId: string
  report: Report
}

/** Events about orders nobody has asked money for here. */
export function waitingEvents(sql: Queryable) {
  return {
    /** Keeps an event with what it reports, the first time it is heard. */
    async addWaiting({ provider, eventId, type, paymentId, facts, at }: Told, report: Report): Promise<void> {
      await sql`
        with heard as (
          insert into provider_event (provider, event_id, type, payment_id, facts, received_at)
          values (${provider}, ${eventId}, ${type}, ${paymentId}, ${sql.json(facts as never)}, ${at})
          on conflict (provider, event_id) do nothing
          returning provider, event_id, received_at)
        insert into provider_event_waiting (provider, event_id, order_id, report, received_at)
        select provider, event_id, ${report.orderId}, ${sql.json(report as never)}, received_at from heard`
    },

    /** Those whose order has a payment by now, oldest first. */
    async listRipe(limit: number): Promise<Waiting[]> {
      return await sql<Waiting[]>`
        select w.provider, w.event_id as "eventId", w.order_id as "orderId", w.report
        from provider_event_waiting w
        where exists (select from payment p where p.order_id = w.order_id)
        order by w.received_at limit ${limit}`
    },

    async removeWaiting({ provider, eventId }: Waiting): Promise<void> {
      await sql`delete from provider_event_waiting where provider = ${provider} and event_id = ${eventId}`
    },
  }
}
