import { fileURLToPath } from 'node:url'
import type { Queryable } from '../../database/index.ts'
import { on, service } from '../../service/index.ts'
import { thingsPut } from './toy.ts'

const migrations = fileURLToPath(new URL('../tables/ear', import.meta.url))

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
