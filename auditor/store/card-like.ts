import type { Queryable } from '@souk/kit/database'

/** Where people’s and strangers’ words are stored, by service; every service has the kit’s own tables besides. */
const PLACES: Readonly<Record<string, readonly Place[]>> = {
  orders: [{ table: 'orders', id: 'id', text: 'document::text' }],
  carts: [{ table: 'cart', id: 'id', text: 'document::text' }],
  payments: [
    { table: 'provider_event', id: 'event_id', text: 'facts::text' },
    { table: 'payment_transaction', id: 'id', text: "concat_ws(' ', failure, reason)" },
    { table: 'payment', id: 'id', text: "concat_ws(' ', failure, cancel_reason, redirect_url)" },
  ],
  notifications: [{ table: 'message', id: 'id', text: "concat_ws(' ', subject, text, html, error)" }],
}

const EVERYWHERE: readonly Place[] = [
  { table: 'outbox', id: 'id', text: 'data::text' },
  { table: 'inbox', id: 'id', text: "data::text || coalesce(error, '')" },
  { table: 'saga', id: 'key', text: "memory::text || coalesce(error, '') || coalesce(refusal::text, '')" },
  { table: 'saga_journal', id: 'saga_id', text: 'detail' },
]

export interface Place {
  readonly table: string
  readonly id: string
  readonly text: string
}

export const placesOf = (service: string): readonly Place[] => [...EVERYWHERE, ...(PLACES[service] ?? [])]

/** As networks issue them: a leading digit or two, the length that goes with it, in one piece or in fours. */
const CARD_LIKE = [
  '4[0-9]{3}[ -]?[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}',
  '5[1-5][0-9]{2}[ -]?[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}',
  '2[2-7][0-9]{2}[ -]?[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}',
  '3[47][0-9]{2}[ -]?[0-9]{6}[ -]?[0-9]{5}',
  '6[05][0-9]{2}[ -]?[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}',
].join('|')

export async function countRows(sql: Queryable, { table }: Place): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*) as count from ${sql(table)}`
  return row?.count ?? 0
}

/** Rows with digits that look like a card’s number, standing by themselves: within an id they are chance. */
export const cardLike = (sql: Queryable, { table, id, text }: Place) => sql<{ id: string; digits: string }[]>`
  select ${sql(id)} as id, (regexp_match(${sql.unsafe(text)}, ${`(?<![0-9A-Za-z_])(${CARD_LIKE})(?![0-9A-Za-z_])`}))[1] as digits
  from ${sql(table)}
  where ${sql.unsafe(text)} ~ ${`(?<![0-9A-Za-z_])(${CARD_LIKE})(?![0-9A-Za-z_])`}`
