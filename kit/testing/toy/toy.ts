import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { answer, call, event, nothing, refuse, rendered, text } from '../../contract/index.ts'
import type { Queryable } from '../../database/index.ts'
import { conducts, does, on, service, shows } from '../../service/index.ts'

/** A service of the smallest kind: shelves with so many things on each. The kit's tests are about the kit, not about it. */
export const put = call('toy.put', 'POST /toy/{shelf}/things', {
  summary: 'Puts things on a shelf.',
  access: 'anyone',
  params: z.strictObject({ shelf: text(40) }),
  body: z.strictObject({ count: z.int().min(1).max(10), note: text(20).optional() }),
  answers: { 201: z.strictObject({ shelf: z.string(), count: z.int() }) },
  refusals: { shelf_full: { status: 409, title: 'Nothing more fits on the shelf.' } },
  idempotency: 'accepted',
})

export const show = call('toy.show', 'GET /toy/{shelf}', {
  summary: 'How many things are on a shelf.',
  access: 'anyone',
  params: z.strictObject({ shelf: text(40) }),
  query: z.strictObject({ times: z.int().min(1).max(9).default(1) }),
  answers: { 200: z.strictObject({ shelf: z.string(), count: z.int() }) },
})

export const showRendered = call('toy.show-rendered', 'GET /toy/{shelf}/page', {
  summary: 'The same as bytes.',
  access: 'anyone',
  params: z.strictObject({ shelf: text(40) }),
  answers: { 200: z.strictObject({ shelf: z.string() }) },
  caching: 'revalidate',
})

export const clear = call('toy.clear', 'DELETE /toy/{shelf}', {
  summary: 'Empties a shelf.',
  access: 'staff:toy:write',
  params: z.strictObject({ shelf: text(40) }),
  answers: { 204: nothing },
})

export const charge = call('toy.charge', 'POST /toy/{shelf}/charges', {
  summary: 'A process with a key, of which every run counts.',
  access: 'anyone',
  params: z.strictObject({ shelf: text(40) }),
  body: z.strictObject({ fails: z.boolean().default(false) }),
  answers: { 200: z.strictObject({ run: z.int() }) },
  idempotency: 'required',
})

export const thingsPut = event(
  'toy.things-put.v1',
  'Things were put on a shelf.',
  z.strictObject({ shelf: text(40), count: z.int(), poison: z.boolean().default(false) }),
  'shelf',
)

const migrations = fileURLToPath(new URL('../tables/toy', import.meta.url))

const toyStore = (sql: Queryable) => ({
  async put(name: string, count: number): Promise<number> {
    const [row] = await sql<{ count: number }[]>`
      insert into shelf values (${name}, ${count}) on conflict (name) do update set count = shelf.count + ${count} returning count`
    return row?.count ?? 0
  },
  async count(name: string): Promise<number> {
    const [row] = await sql<{ count: number }[]>`select count from shelf where name = ${name}`
    return row?.count ?? 0
  },
  clear: (name: string) => sql`delete from shelf where name = ${name}`,
  hear: (shelf: string, count: number) => sql`insert into heard (shelf, count) values (${shelf}, ${count})`,
  async heard(shelf: string): Promise<number[]> {
    const rows = await sql<
      { count: number }[]
    >`select count from heard where shelf = ${shelf} order by position`
    return rows.map(({ count }) => count)
  },
})
type ToyStore = ReturnType<typeof toyStore>

export const heardOn = call('toy.heard-on', 'GET /toy/{shelf}/heard', {
  summary: 'What was heard of a shelf, in the order it was applied.',
  access: 'anyone',
  params: z.strictObject({ shelf: text(40) }),
  answers: { 200: z.strictObject({ counts: z.array(z.int()) }) },
})

/** `isPoisoned` decides whether its ear chokes on what was marked as poison. */
export const toy = (ear: { isPoisoned: boolean } = { isPoisoned: true }) => {
  let runs = 0
  return service<ToyStore>({
    name: 'toy',
    migrations,
    store: toyStore,
    answers: [
      does<typeof put, ToyStore>(put, async ({ shelf, count, note }, { store, publish }) => {
        publish(thingsPut({ shelf, count, poison: note === 'poison' }))
        const total = await store.put(shelf, count)
        return total > 15
          ? refuse('shelf_full', { detail: `Only 15 fit; there would be ${total}.` })
          : answer(201, { shelf, count: total })
      }),
      shows<typeof show, ToyStore>(show, async ({ shelf, times }, { store }) => ({
        shelf,
        count: (await store.count(shelf)) * times,
      })),
      shows<typeof showRendered, ToyStore>(showRendered, ({ shelf }) =>
        rendered(Buffer.from(JSON.stringify({ shelf })), `"${shelf}"`),
      ),
      shows<typeof heardOn, ToyStore>(heardOn, async ({ shelf }, { store }) => ({
        counts: await store.heard(shelf),
      })),
      does<typeof clear, ToyStore>(clear, async ({ shelf }, { store }) => {
        await store.clear(shelf)
        return undefined
      }),
      conducts<typeof charge, ToyStore>(charge, async ({ fails }) => {
        runs++
        if (fails) throw new Error('the stranger did not answer')
        return { run: runs }
      }),
    ],
    hears: [
      on<typeof thingsPut.type, typeof thingsPut.data, ToyStore>(
        thingsPut,
        async ({ shelf, count, poison }, { store }) => {
          await store.hear(shelf, count)
          if (poison && ear.isPoisoned) throw new Error('this one does not go down')
        },
      ),
    ],
    announces: [thingsPut],
  })
}
