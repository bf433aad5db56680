import { connect } from '../../database/index.ts'
import { guest, type Stage } from '../stage.ts'
import { put } from './toy.ts'

export interface Effect {
  readonly eventId: string
  readonly shelf: string
  readonly count: number
}

/** Puts one to five things on each shelf, in that order; shelves are filled side by side. */
export async function fillShelves(stage: Stage, shelves: readonly string[]): Promise<void> {
  const fill = async (shelf: string) => {
    for (const count of [1, 2, 3, 4, 5]) await stage.reply(put, { shelf, count }, { as: guest })
  }
  await Promise.all(shelves.map(fill))
}

/** What an ear applied, in that order. */
export async function effectsOn(stage: Stage, ear: string): Promise<Effect[]> {
  return [
    ...(await query<Effect>(
      stage,
      ear,
      'select event_id as "eventId", shelf, count from heard order by position',
    )),
  ]
}

/** The rows an owner of that service's tables would see. */
export async function query<Row>(stage: Stage, service: string, statement: string): Promise<Row[]> {
  const sql = connect(stage.databaseOf(service), { connections: 1 })
  try {
    return (await sql.unsafe(statement)) as unknown as Row[]
  } finally {
    await sql.end()
  }
}

/** Works until nothing is unpublished and nothing waits, not even for its next attempt. */
export async function becomesQuiet(
  stage: Stage,
  services: readonly string[],
  withinMs = 15_000,
): Promise<void> {
  const until = performance.now() + withinMs
  for (;;) {
    await stage.settle()
    const left = await Promise.all(
      services.map((name) =>
        query<{ count: number }>(
          stage,
          name,
          `select (select count(*) from outbox where published_at is null)::int
             + (select count(*) from inbox where state = 'waiting')::int as count`,
        ),
      ),
    )
    if (left.every(([row]) => row?.count === 0)) return
    if (performance.now() > until) throw new Error(`not quiet within ${withinMs} ms: ${JSON.stringify(left)}`)
  }
}
