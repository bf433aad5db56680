import type { Sabotage } from './sabotage.ts'

const ROOMS = 'kit/service/room-maker.ts'
const DOOR_TESTS = ['kit/service/door.test.ts']
const MESSAGING_TESTS = ['kit/messaging/messaging.test.ts']

export const messageSabotages: Sabotage[] = [
  {
    title: 'an event delivered twice is applied twice',
    edits: [
      {
        file: 'kit/messaging/inbox.ts',
        find: '\n  on conflict (id) do nothing`',
        put: '`',
      },
      {
        file: 'kit/database/migrations/0000_kit.sql',
        find: '  id          text not null unique,\n  type        text not null,\n  subject     text not null,\n  source',
        put: '  id          text not null,\n  type        text not null,\n  subject     text not null,\n  source',
      },
    ],
    caughtBy: MESSAGING_TESTS,
  },
  {
    title: 'the relay looks above the last position it saw',
    edits: [
      {
        file: 'kit/messaging/outbox.ts',
        find: 'where published_at is null and (select',
        put: 'where position > (select coalesce(max(position), 0) from outbox where published_at is not null) and (select',
      },
    ],
    caughtBy: MESSAGING_TESTS,
  },
  {
    title: 'the relay does not note what it has sent',
    edits: [
      {
        file: 'kit/messaging/outbox.ts',
        find: 'update outbox set published_at = now() where position in (',
        put: 'update outbox set published_at = null where position in (',
      },
    ],
    caughtBy: MESSAGING_TESTS,
  },
  {
    title: 'an event is announced before its transaction commits, or does not',
    edits: [
      {
        file: ROOMS,
        find: '{ definition, environment, owner, isHeard, wake, committed, started }',
        put: '{ definition, environment, owner, isHeard, wake, committed, started, sql }',
      },
      {
        file: ROOMS,
        find: 'if (events.length > 0) last(() => storeInOutbox(tx, events, isHeard))',
        put: `if (events.length > 0) {
        const stored = storeInOutbox(sql as unknown as Transaction, events, isHeard).execute()
        last(() => stored as unknown as ReturnType<typeof storeInOutbox>)
      }`,
      },
    ],
    caughtBy: DOOR_TESTS,
  },
  {
    title: 'an idempotency key answers whatever is asked with it',
    edits: [
      {
        file: 'kit/service/idempotency.ts',
        find: "  if (row.fingerprint !== fingerprint) return { ok: false, refusal: refuse('idempotency_key_reused') }\n",
        put: '',
      },
    ],
    caughtBy: DOOR_TESTS,
  },
  {
    title: 'an idempotency key opens another shopper’s answer',
    edits: [
      {
        file: 'kit/service/caller.ts',
        find: "case 'guest':\n      return ",
        put: "case 'guest':\n      if (resource !== '') return 'shopper'\n      return ",
      },
      {
        file: 'kit/service/caller.ts',
        find: "case 'customer':\n      return ",
        put: "case 'customer':\n      if (resource !== '') return 'shopper'\n      return ",
      },
    ],
    caughtBy: DOOR_TESTS,
  },
  {
    title: 'an order is mailed each time it is heard of',
    edits: [
      {
        file: 'services/notifications/features/hear-order.ts',
        find: '{ eventId: room.event.id, template, fact: order }',
        put: "{ eventId: room.ids.next('evt'), template, fact: order }",
      },
    ],
    caughtBy: ['services/notifications/service.test.ts'],
  },
]
