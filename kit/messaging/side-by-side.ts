import type { StoredEvent } from '../contract/event.ts'
import type { Transaction } from '../database/connect.ts'

/** Keeps work for when the transaction is durable; where it is undone the work is forgotten. */
export type AfterCommit = (work: () => void) => void

/** Applies one event inside `tx`; throws when it cannot. */
export type Apply = (tx: Transaction, event: StoredEvent, afterCommit: AfterCommit) => Promise<void>

/** Events with different keys touch different rows: they are applied side by side. Without a key, alone. */
export type KeyOf = (event: StoredEvent) => string | undefined

export const alone: KeyOf = () => undefined

interface Batch {
  readonly events: readonly StoredEvent[]
  readonly apply: (tx: Transaction, event: StoredEvent) => Promise<void>
  readonly keyOf: KeyOf
}

/** Applies a batch in one transaction, as much of it side by side as its keys allow. */
export async function applyInPortions(tx: Transaction, { events, apply, keyOf }: Batch): Promise<void> {
  for (const portion of portionsOf(events, keyOf)) await applySideBySide(tx, portion, apply)
}

/** What may be applied side by side: events of one key in their order. */
type Portion = Map<string, StoredEvent[]>

/** Portions follow one another: an event without a key waits for all before it, and all after it wait for it. */
function portionsOf(events: readonly StoredEvent[], keyOf: KeyOf): Portion[] {
  const portions: Portion[] = []
  let open: Portion | undefined
  for (const event of events) {
    const key = keyOf(event)
    if (key === undefined) {
      portions.push(new Map([['', [event]]]))
      open = undefined
      continue
    }
    if (!open) {
      open = new Map()
      portions.push(open)
    }
    open.set(key, [...(open.get(key) ?? []), event])
  }
  return portions
}

/**
 * Their statements share the transaction's connection and need not wait for each other's answers. They begin in
 * the order of their keys, as shared transactions do, so that none of them locks rows crosswise with another.
 */
async function applySideBySide(tx: Transaction, portion: Portion, apply: Batch['apply']): Promise<void> {
  const inOrder = [...portion.entries()].sort(([a], [b]) => (a < b ? -1 : 1))
  const rows = inOrder.map(async ([, events]) => {
    for (const event of events) await apply(tx, event)
  })
  // All have ended before the transaction may: none still writes while it is rolled back.
  const ended = await Promise.allSettled(rows)
  for (const one of ended) if (one.status === 'rejected') throw one.reason
}
