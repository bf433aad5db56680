/** A page of the API: `nextCursor` opens the next one. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextCursor: string | null
}

export interface NumberedPage<Item> {
  readonly items: readonly Item[]
  readonly hasNextPage: boolean
}

type ReadPage<Item> = (cursor: string | undefined) => Promise<Page<Item>>

const REMEMBERED_QUERIES = 100

/**
 * Lists of the API are walked by cursors, pages of the back office have numbers: this remembers where each page of a
 * query begins. A page whose beginning is not known, as after a reload, is reached from the nearest one before it.
 */
export function pageNumbers() {
  const beginnings = new Map<string, Map<number, string | undefined>>()

  function beginningsOf(query: string): Map<number, string | undefined> {
    const known = beginnings.get(query) ?? new Map([[1, undefined]])
    beginnings.delete(query)
    beginnings.set(query, known)
    for (const oldest of beginnings.keys()) {
      if (beginnings.size <= REMEMBERED_QUERIES) break
      beginnings.delete(oldest)
    }
    return known
  }

  return async function turnTo<Item>(
    { query, page }: { query: string; page: number },
    read: ReadPage<Item>,
  ): Promise<NumberedPage<Item>> {
    const known = beginningsOf(query)
    let at = Math.max(...[...known.keys()].filter((one) => one <= page))
    for (;;) {
      const { items, nextCursor } = await read(known.get(at))
      if (nextCursor !== null) known.set(at + 1, nextCursor)
      if (at === page) return { items, hasNextPage: nextCursor !== null }
      if (nextCursor === null) return { items: [], hasNextPage: false }
      at += 1
    }
  }
}
