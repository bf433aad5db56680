import type { Sql } from '../database/connect.ts'
import { countSagas } from '../saga/journal.ts'
import type { Metrics } from '../telemetry/metrics.ts'
import type { ServiceDefinition } from './definition.ts'

/** What a service's own tables tell at each scrape: how far events lag, what is parked or unfinished, where sagas stand. */
export function gauges<Store>(metrics: Metrics, definition: ServiceDefinition<Store>, sql: Sql): void {
  const { name: service, unfinished = {} } = definition
  metrics.gauge(
    'souk_event_lag_seconds',
    'Age of the oldest event not yet sent (outbox) or applied (inbox).',
    ['service', 'queue'],
    async () => {
      const { outbox, inbox } = await eventLag(sql)
      return [
        { labels: { service, queue: 'outbox' }, value: outbox },
        { labels: { service, queue: 'inbox' }, value: inbox },
      ]
    },
  )
  metrics.gauge(
    'souk_parked_events',
    'Events given up after repeated failure; an operator replays them.',
    ['service'],
    async () => {
      const [row] = await sql`select count(*) as count from inbox where state = 'parked'`
      return [{ labels: { service }, value: Number(row?.count) }]
    },
  )
  metrics.gauge('souk_sagas', 'Sagas by state.', ['service', 'saga', 'state'], async () =>
    (await countSagas(sql)).map(({ name, state, count }) => ({
      labels: { service, saga: name, state },
      value: count,
    })),
  )
  metrics.gauge(
    'souk_unfinished',
    'Work that waits for a stranger: payments whose outcome is not known, mails not yet sent.',
    ['service', 'what'],
    () => {
      const store = definition.store(sql)
      const counts = Object.entries(unfinished).map(async ([what, count]) => ({
        labels: { service, what },
        value: await count(store),
      }))
      return Promise.all(counts)
    },
  )
}

/** Seconds the oldest unsent and unapplied events have waited; 0 when there are none. */
export async function eventLag(sql: Sql): Promise<{ outbox: number; inbox: number }> {
  const [row] = await sql<{ outbox: number; inbox: number }[]>`
    select
      coalesce(extract(epoch from now() - (select min(time) from outbox where published_at is null)), 0)::float8 as outbox,
      coalesce(extract(epoch from now() - (select min(time) from inbox where state = 'waiting')), 0)::float8 as inbox`
  return row ?? { outbox: 0, inbox: 0 }
}
