import type { CarrierEntry, ReadCarrierPage } from './sources.ts'

/**
 * The labels carriers sold, as they were before our snapshots and after them. Of those there before, we must know: a
 * label is stored here before it is asked for. What we say was bought must be there after.
 */
export interface CarrierBook {
  readonly before: readonly CarrierEntry[]
  readonly after: readonly CarrierEntry[]
}

export async function readCarrierBook(readPage: ReadCarrierPage): Promise<CarrierEntry[]> {
  const entries: CarrierEntry[] = []
  for (let cursor: string | null = null; ; ) {
    const page: Awaited<ReturnType<ReadCarrierPage>> = await readPage(cursor)
    entries.push(...page.items)
    if (page.nextCursor === null) return entries
    cursor = page.nextCursor
  }
}

/** The labels where the carriers serve them over HTTP. */
export const carriersOverHttp =
  (carriersUrl: string): ReadCarrierPage =>
  async (cursor) => {
    const query = new URLSearchParams(cursor === null ? {} : { cursor })
    const answer = await fetch(`${carriersUrl}/ledger?${query}`)
    if (!answer.ok) throw new Error(`the carriers do not show their book: ${answer.status}`)
    return (await answer.json()) as Awaited<ReturnType<ReadCarrierPage>>
  }
