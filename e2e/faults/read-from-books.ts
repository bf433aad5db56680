import type { AuditSources } from '@souk/auditor'
import { connect, type DatabaseAddress } from '@souk/kit/database'
import { systemClock } from '@souk/kit/runtime'
import type { ServiceDefinition } from '@souk/kit/service'
import { openBooks } from '../../embedded/audit-place.ts'
import { auditorOf } from '../../embedded/audit-shop.ts'
import { NOWHERE, shop } from '../../embedded/services.ts'
import type { UnderWay } from './quiet.ts'
import type { Row } from './whole-state.ts'
import type { Witness } from './witness.ts'

type Books = Pick<AuditSources, 'databases' | 'providerLedger' | 'carrierLedger'>

export const SERVICES = shop(NOWHERE)

/** The databases and the provider's ledger: they tell of a shop of many processes what none of these could. */
export const readFromBooks = (books: Books): Witness => ({
  underWay: () => underWay(books),
  audit: (anyOrder) =>
    auditorOf({ ...books, services: SERVICES, clock: systemClock })({ isStrict: true, anyOrder }),
})

/** The same of the shop in a data folder, which may have another database at each look. */
export function readFromFolder(data: string): Witness {
  const names = SERVICES.map(({ name }) => name)
  const opened = async <T>(ask: (witness: Witness) => Promise<T>): Promise<T> => {
    const { close, ...books } = await openBooks(data, names)
    return await ask(readFromBooks(books)).finally(close)
  }
  return {
    underWay: () => opened((witness) => witness.underWay()),
    audit: (anyOrder) => opened((witness) => witness.audit(anyOrder)),
  }
}

interface Seen {
  readonly name: string
  readonly hears: ReadonlySet<string>
  readonly queues: Row
  readonly sagas: readonly Row[]
  readonly unfinished: readonly (readonly [what: string, count: number])[]
  /** How many events of each type. */
  readonly announced: ReadonlyMap<string, number>
  readonly stored: ReadonlyMap<string, number>
}

const QUEUES = `
  select (select count(*) from outbox where published_at is null) as outbox,
    (select count(*) from inbox where state = 'waiting') as inbox,
    (select count(*) from inbox where state = 'parked') as parked`
const SAGAS = `
  select name || ' ' || state as name, count(*) as count from saga
  where state not in ('completed', 'undone') group by 1`

async function lookAt(definition: ServiceDefinition, { databases }: Books): Promise<Seen> {
  const { name, hears = [], unfinished = {} } = definition
  const sql = connect(databases.get(name) as DatabaseAddress, { connections: 1 })
  const byType = async (table: 'outbox' | 'inbox') => {
    const rows = await sql`select type, count(*) as count from ${sql(table)} group by type`
    return new Map(rows.map(({ type, count }) => [String(type), Number(count)]))
  }
  try {
    const store = definition.store(sql)
    const counts = Object.entries(unfinished).map(
      async ([what, count]) => [what, await count(store)] as const,
    )
    return {
      ...{ name, hears: new Set(hears.map(({ event }) => event.type)) },
      queues: (await sql.unsafe<Row[]>(QUEUES))[0] as Row,
      sagas: await sql.unsafe<Row[]>(SAGAS),
      unfinished: await Promise.all(counts),
      ...{ announced: await byType('outbox'), stored: await byType('inbox') },
    }
  } finally {
    await sql.end()
  }
}

async function underWay(books: Books): Promise<UnderWay> {
  const all = await Promise.all(SERVICES.map((one) => lookAt(one, books)))
  const announced = new Map<string, number>()
  // What staff do is told by every service, so that one type has many producers.
  for (const [type, count] of all.flatMap((one) => [...one.announced]))
    announced.set(type, (announced.get(type) ?? 0) + count)
  const ofEach = (counted: (one: Seen) => readonly (readonly [what: string, count: unknown])[]) =>
    Object.fromEntries(
      all.flatMap((one) =>
        counted(one).flatMap(([what, count]) =>
          Number(count) === 0 ? [] : [[`${one.name} ${what}`, Number(count)]],
        ),
      ),
    )
  return {
    queues: ofEach((one) => [
      ['outbox', one.queues.outbox],
      ['inbox', one.queues.inbox],
      ['on the way', missing(one, announced)],
    ]),
    sagas: ofEach(({ sagas }) => sagas.map(({ name, count }) => [String(name), count])),
    parked: ofEach(({ queues }) => [['parked', queues.parked]]),
    unfinished: ofEach(({ unfinished }) => unfinished),
  }
}

/** How many events were announced to it that are not in its inbox: those the broker has are in no table. */
const missing = ({ hears, stored }: Seen, announced: ReadonlyMap<string, number>): number =>
  [...hears].reduce((sum, type) => sum + (announced.get(type) ?? 0) - (stored.get(type) ?? 0), 0)
