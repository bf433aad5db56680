import type { Transaction } from '../database/connect.ts'

/** What is to be erased: the fields, and what stands there instead; nothing where a field goes altogether. */
export type Instead = Readonly<Record<string, string | undefined>>

export interface Forgetting {
  /** Things that belong to the one to be forgotten, themselves among them. */
  readonly ids: readonly string[]
  /** Fields of events and memories that name such things. */
  readonly links: readonly string[]
  readonly instead: Instead
  /** Whose stored answers go, as idempotency keys name them. */
  readonly principal: string
}

type Row = { key: string; data: Record<string, unknown> }

/**
 * Erases somebody from what the kit keeps in a service’s database: events sent and heard, whatever became of them, and
 * sagas that do nothing any more. Rows stay, so that what was delivered stays provable; what is said in them of the
 * person goes. Reads all of the events kept, seven days of them. Returns how many rows it changed.
 */
export async function forgetInRecords(tx: Transaction, forgetting: Forgetting): Promise<number> {
  const { links, instead, principal } = forgetting
  const ids = [...new Set([...forgetting.ids, ...(await linkedTo(tx, forgetting))])]
  const isTheirs = (column: 'data' | 'memory', subject: 'subject' | 'key') => tx`
    (${tx(subject)} = any(${ids}) or exists (
      select from unnest(${links as string[]}::text[]) as link where ${tx(column)} ->> link = any(${ids})))`
  let changed = 0
  for (const table of ['outbox', 'inbox'] as const) {
    const rows = await tx<Row[]>`
      select id as key, data from ${tx(table)} where ${isTheirs('data', 'subject')} for update`
    for (const { key, data } of rows) {
      await tx`update ${tx(table)} set data = ${tx.json(erased(data, instead) as never)} where id = ${key}`
      if (table === 'inbox')
        await tx`update inbox set error = 'erased' where id = ${key} and error is not null`
    }
    changed += rows.length
  }
  const sagas = await tx<Row[]>`
    select id as key, memory as data from saga
    where state in ('completed', 'undone', 'stuck') and ${isTheirs('memory', 'key')} for update`
  for (const { key, data } of sagas)
    await tx`update saga set memory = ${tx.json(erased(data, instead) as never)} where id = ${key}`
  await tx`delete from idempotency where principal = ${principal}`
  return changed + sagas.length
}

/** What events and sagas of theirs name beside them, such as their orders. */
async function linkedTo(tx: Transaction, { ids, links }: Forgetting): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    with known as (
      select data from outbox union all select data from inbox union all select memory from saga),
    theirs as (
      select data from known where exists (
        select from unnest(${links as string[]}::text[]) as link where data ->> link = any(${ids as string[]})))
    select distinct data ->> link as id from theirs, unnest(${links as string[]}::text[]) as link
    where data ->> link is not null`
  return rows.map(({ id }) => id)
}

/** The same without what the fields hold, however deep. */
function erased(value: unknown, instead: Instead): unknown {
  if (Array.isArray(value)) return value.map((one) => erased(one, instead))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).flatMap(([field, inner]) => {
    if (!Object.hasOwn(instead, field)) return [[field, erased(inner, instead)]]
    if (typeof inner !== 'string') return [[field, erased(inner, instead)]]
    return instead[field] === undefined ? [] : [[field, instead[field]]]
  })
  return Object.fromEntries(kept)
}
