import type { ProviderBook } from './provider-book.ts'
import { eventsAbout } from './store/events.ts'
import { newestMovements } from './store/inventory.ts'
import { transactionsOf } from './store/payments.ts'
import { journalOf } from './store/sagas.ts'
import type { Snapshots } from './store/snapshot.ts'
import type { TimelineEntry } from './verdict.ts'

/** What every book knows of each of these orders, SKUs and carts, in order of time. */
export async function readTimelines(
  about: readonly string[],
  { snapshots, book }: { snapshots: Snapshots; book: ProviderBook },
): Promise<Map<string, TimelineEntry[]>> {
  const lines: (TimelineEntry & { about: string })[] = []
  const tell = (source: string, rows: readonly { about: string; at: Date; what: string }[]) => {
    for (const { at, ...row } of rows) lines.push({ ...row, source, at: at.toISOString() })
  }
  for (const service of snapshots.services)
    tell(`${service} events`, await eventsAbout(snapshots.of(service), about))
  tell('orders saga', await journalOf(snapshots.of('orders'), about))
  tell('payments', await transactionsOf(snapshots.of('payments'), about))
  tell(
    'inventory',
    (await newestMovements(snapshots.of('inventory'), about)).map(({ sku, ...row }) => ({
      ...row,
      about: sku,
    })),
  )
  tell(
    'provider',
    about.flatMap((id) => book.of(id).map(entryOf)),
  )
  lines.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const grouped = Map.groupBy(lines, (line) => line.about)
  return new Map([...grouped].map(([id, all]) => [id, gathered(all.map(({ about: _, ...line }) => line))]))
}

/** A saga that waits says so every few seconds: the same again is counted, not repeated. */
function gathered(lines: readonly TimelineEntry[]): TimelineEntry[] {
  const runs: { line: TimelineEntry; times: number }[] = []
  for (const line of lines) {
    const last = runs.at(-1)
    if (last?.line.source === line.source && last.line.what === line.what) last.times++
    else runs.push({ line, times: 1 })
  }
  return runs.map(({ line, times }) =>
    times === 1 ? line : { ...line, what: `${line.what} (${times} times)` },
  )
}

const entryOf = (entry: ReturnType<ProviderBook['of']>[number]) => ({
  about: entry.orderId,
  at: new Date(entry.at),
  what: `${entry.kind} ${entry.status} ${entry.amount} ${entry.currency} under ${entry.idempotencyKey}`,
})
