/** How results are ordered; `relevance` without words is `newest`. */
export type Order = 'relevance' | 'newest' | 'price' | '-price' | 'title'

/** The last result of a page: the next one begins behind it. */
export interface Place {
  /** Its score, price or title key; nothing where the id alone orders. Ids are ordered by time of creation. */
  readonly key: string | number
  readonly id: string
}

const UPWARDS: ReadonlySet<Order> = new Set(['price', 'title'])

/** Whether one comes before the other. No two have the same id, so none is repeated or skipped. */
export function comesBefore(order: Order): (one: Place, other: Place) => boolean {
  return UPWARDS.has(order)
    ? (one, other) => (one.key === other.key ? one.id < other.id : one.key < other.key)
    : (one, other) => (one.key === other.key ? one.id > other.id : one.key > other.key)
}

/** Keeps the first so many of what it is offered, in order. */
export function firstOf<T extends Place>(count: number, isBefore: (one: Place, other: Place) => boolean) {
  const kept: T[] = []
  return {
    kept,
    offer(one: T) {
      const last = kept.at(-1)
      if (kept.length === count && last && !isBefore(one, last)) return
      let at = kept.length
      while (at > 0 && isBefore(one, kept[at - 1] as T)) at--
      kept.splice(at, 0, one)
      if (kept.length > count) kept.pop()
    },
  }
}

export const writeCursor = (order: Order, { key, id }: Place): string =>
  Buffer.from(JSON.stringify([order, key, id])).toString('base64url')

/** The place a cursor names, or nothing when it is not one of this order. */
export function readCursor(order: Order, cursor: string): Place | undefined {
  const [of, key, id] = parts(cursor)
  const isKey = order === 'title' || order === 'newest' ? typeof key === 'string' : Number.isFinite(key)
  return of === order && isKey && typeof id === 'string' ? { key: key as string | number, id } : undefined
}

function parts(cursor: string): unknown[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(read) ? read : []
  } catch {
    return []
  }
}
