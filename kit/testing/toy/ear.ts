import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Queryable } from '../../database/index.ts'
import { on, service } from '../../service/index.ts'
import { thingsPut } from './toy.ts'

const migrations = mkdtempSync(join(tmpdir(), 'souk-ear-'))
// No unique key: what is applied twice shall be seen twice.
writeFileSync(
  join(migrations, '0001_ear.sql'),
  `create table heard (position bigint generated always as identity primary key,
     event_id text not null, shelf text not null, count int not null);`,
)

const earStore = (sql: Queryable) => ({
  note: (eventId: string, shelf: string, count: number) =>
    sql`insert into heard (event_id, shelf, count) values (${eventId}, ${shelf}, ${count})`,
})
type EarStore = ReturnType<typeof earStore>

/** What a test does to an ear while it hears: be slow, or throw. */
export type Meddle = (fact: { shelf: string; count: number; poison: boolean }) => Promise<void> | void

/** A service that does nothing but hear the toy, and keeps a row for each event it applied. */
export const ear = (name: string, meddle: Meddle = () => {}) =>
  service<EarStore>({
    name,
    migrations,
    store: earStore,
    answers: [],
    hears: [
      on<typeof thingsPut.type, typeof thingsPut.data, EarStore>(
        thingsPut,
        async (fact, { store, event }) => {
          await store.note(event.id, fact.shelf, fact.count)
          await meddle(fact)
        },
      ),
    ],
  })
