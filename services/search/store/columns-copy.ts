import type { Availability } from '@souk/contracts/values'
import type { Queryable } from '@souk/kit/database'
import { type Columns, type Known, newColumns } from '../domain/columns.ts'

/** Told to every replica with the numbers of products that read differently, or that another slot is searched. */
export const INDEX_CHANGED = 'search_index_changed'
export const SWITCHED = 'switched'

const PORTION = 2_000
/** By how much at hand; a product has that of its best variant. */
const WORDS: readonly Availability[] = ['in_stock', 'low_stock', 'backorder', 'out_of_stock']

/** The columns of the slot that is searched, in memory. */
export interface Copy {
  readonly slot: number
  readonly columns: Columns
}

export interface ColumnsCopy {
  /** What the database tells: of a change, or that it may have told of some in vain. */
  heard(payload: string): void
  missed(): void
  /** The copy with all that was heard of. A new one is read in the background, while the one there goes on being searched. */
  read(sql: Queryable): Promise<Copy>
}

export function columnsCopy(): ColumnsCopy {
  let copy: Copy | undefined
  let loading: Promise<Copy> | undefined
  let isOutdated = false
  const changed = new Set<number>()
  const changedMeanwhile = new Set<number>()
  const outdate = () => {
    isOutdated = true
  }
  const load = (sql: Queryable) => {
    loading ??= readWhole(sql)
      .then((read) => {
        for (const no of changedMeanwhile) changed.add(no)
        copy = read
        return read
      })
      .catch((fault) => {
        isOutdated = true
        throw fault
      })
      .finally(() => {
        loading = undefined
        changedMeanwhile.clear()
      })
    return loading
  }
  return {
    heard(payload) {
      if (payload === SWITCHED) return outdate()
      for (const no of payload.split(',').map(Number)) {
        changed.add(no)
        if (loading) changedMeanwhile.add(no)
      }
    },
    missed: outdate,
    async read(sql) {
      if (isOutdated && !loading) {
        isOutdated = false
        // Whoever waits for the first copy hears of a fault; the next search tries again.
        load(sql).catch(() => {})
      }
      const now = copy ?? (await load(sql))
      if (changed.size > 0) await refresh(now, changed, sql)
      return now
    },
  }
}

async function readWhole(sql: Queryable): Promise<Copy> {
  const [state] = await sql<{ slot: number }[]>`select current_slot as slot from index_state`
  const { slot } = state as { slot: number }
  const columns = newColumns()
  for (let after = 0; ; ) {
    const rows = await sql<KnownRow[]>`
      select ${columnsOf(sql)} from entry e where slot = ${slot} and no > ${after} order by no limit ${PORTION}`
    for (const row of rows) columns.put(toKnown(row))
    const last = rows.at(-1)
    if (!last) return { slot, columns }
    after = last.no
  }
}

async function refresh({ slot, columns }: Copy, changed: Set<number>, sql: Queryable): Promise<void> {
  const nos = [...changed]
  changed.clear()
  try {
    const rows = await sql<KnownRow[]>`
      select ${columnsOf(sql)} from entry e where slot = ${slot} and no = any(${nos})`
    const there = new Set(rows.map(({ no }) => no))
    for (const no of nos) if (!there.has(no)) columns.drop(no)
    for (const row of rows) columns.put(toKnown(row))
  } catch (fault) {
    for (const no of nos) changed.add(no)
    throw fault
  }
}

type KnownRow = Omit<Known, 'availability'> & { best: number | null }

const columnsOf = (sql: Queryable) => sql`
  e.no, e.product_id as id, e.title_key as "titleKey", e.facts, (
    select min(array_position(${WORDS as string[]}::text[], a.word)) from availability a
    where a.sku = any(e.skus)) as best`

const toKnown = ({ best, ...row }: KnownRow): Known => ({
  ...row,
  availability: WORDS[(best ?? WORDS.length) - 1] ?? 'out_of_stock',
})
