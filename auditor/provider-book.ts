import type { ProviderEntry, ReadLedgerPage } from './sources.ts'

/** The provider’s ledger by order. */
export interface ProviderBook {
  of(orderId: string): readonly BookEntry[]
  /** Orders the provider knows of. */
  orderIds(): Iterable<string>
  /** Reads on from where the first reading ended. */
  readOn(): Promise<void>
}

export interface BookEntry extends ProviderEntry {
  /** Written after our snapshots may have been taken: it can excuse us, and not accuse us. */
  readonly isLate: boolean
}

/**
 * Reads the provider’s ledger up to its end, before our snapshots are taken; `readOn` reads the rest after them.
 *
 * What was there before must be known to us, because a payment is stored before the provider is asked for it: whoever
 * finds a charge in the first reading finds our row in a snapshot taken later. What we say succeeded must be there by
 * the end of the second reading, because we say so only after the provider did. One reading alone would accuse
 * somebody: before the snapshots it lacks what they already know, after them it has what they cannot know yet.
 */
export async function openProviderBook(readPage: ReadLedgerPage): Promise<ProviderBook> {
  const entries = new Map<string, BookEntry>()
  let last: string | null = null
  const read = async (isLate: boolean) => {
    // The last page is read again: it may have grown, and what was pending in it may have an outcome.
    for (let cursor: string | null = last; ; ) {
      last = cursor
      const page = await readPage(cursor)
      for (const entry of page.items)
        entries.set(entry.id, { ...entry, isLate: isLate && (entries.get(entry.id)?.isLate ?? true) })
      if (page.nextCursor === null) break
      cursor = page.nextCursor
    }
    return Map.groupBy(entries.values(), ({ orderId }) => orderId)
  }
  let byOrder = await read(false)
  return {
    of: (orderId) => byOrder.get(orderId) ?? [],
    orderIds: () => byOrder.keys(),
    async readOn() {
      byOrder = await read(true)
    },
  }
}

/** The ledger where the sandbox serves it over HTTP. */
export const ledgerOverHttp =
  (sandboxUrl: string): ReadLedgerPage =>
  async (cursor) => {
    const query = new URLSearchParams({ limit: '100', ...(cursor !== null && { cursor }) })
    const answer = await fetch(`${sandboxUrl}/v1/ledger?${query}`)
    if (!answer.ok) throw new Error(`the provider does not show its ledger: ${answer.status}`)
    return (await answer.json()) as Awaited<ReturnType<ReadLedgerPage>>
  }
