import { expect, it } from 'vitest'
import { readGauges } from './quiet.ts'

const SERVICES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'orders']
const page = (services: readonly string[], more: readonly string[] = []) =>
  [
    ...services.flatMap((service) => [
      `souk_event_lag_seconds{service="${service}",queue="outbox"} 0`,
      `souk_event_lag_seconds{service="${service}",queue="inbox"} 0`,
      `souk_parked_events{service="${service}"} ${service === 'h' ? 2 : 0}`,
    ]),
    'souk_unfinished{service="d",what="mails"} 3',
    ...more,
  ].join('\n')

it('tells what is under way and what was given up', () => {
  const sagas = [
    'souk_sagas{service="orders",saga="checkout",state="completed"} 7',
    'souk_sagas{service="orders",saga="checkout",state="stuck"} 1',
  ]
  expect(readGauges(page(SERVICES, sagas))).toEqual({
    queues: {},
    parked: { h: 2 },
    unfinished: { 'd mails': 3 },
    sagas: { 'orders checkout stuck': 1 },
  })
})

it('does not take a service that is silent for a quiet one', () => {
  expect(() => readGauges(page(SERVICES.slice(1)))).toThrow('8 services instead of 9')
})
