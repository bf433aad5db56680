import { expect, it } from 'vitest'
import { NOWHERE, shop } from '../../embedded/services.ts'
import { readGauges } from './quiet.ts'

const SERVICES = shop(NOWHERE).map(({ name }) => name)
const page = (services: readonly string[], more: readonly string[] = []) =>
  [
    ...services.flatMap((service) => [
      `souk_event_lag_seconds{service="${service}",queue="outbox"} 0`,
      `souk_event_lag_seconds{service="${service}",queue="inbox"} 0`,
      `souk_parked_events{service="${service}"} ${service === 'search' ? 2 : 0}`,
    ]),
    'souk_unfinished{service="notifications",what="mails"} 3',
    ...more,
  ].join('\n')

it('tells what is under way and what was given up', () => {
  const sagas = [
    'souk_sagas{service="orders",saga="checkout",state="completed"} 7',
    'souk_sagas{service="orders",saga="checkout",state="stuck"} 1',
  ]
  expect(readGauges(page(SERVICES, sagas))).toEqual({
    queues: {},
    parked: { search: 2 },
    unfinished: { 'notifications mails': 3 },
    sagas: { 'orders checkout stuck': 1 },
  })
})

it('does not take a service that is silent for a quiet one', () => {
  expect(() => readGauges(page(SERVICES.slice(1)))).toThrow(
    `${SERVICES.length - 1} services instead of ${SERVICES.length}`,
  )
})
