/** How lists of products are ordered; `relevance` without a search is `newest`, `position` somebody’s own order. */
export type Order = 'newest' | 'price' | '-price' | 'title' | 'position'

/** The last row of a page: the next one begins behind it. */
export interface Place {
  /** Price, title key or position; nothing where the id alone orders. */
  key: string | number
  id: string
}

export const writeCursor = (order: Order, { key, id }: Place): string =>
  Buffer.from(JSON.stringify([order, key, id])).toString('base64url')

/** The place a cursor names, or nothing when it is not one of this order. */
export function readCursor(order: Order, cursor: string): Place | undefined {
  const [of, key, id] = parts(cursor)
  if (of !== order || typeof id !== 'string' || !/^\w{1,60}$/.test(id)) return undefined
  if (order !== 'newest' && order !== 'title')
    return typeof key === 'number' && Number.isSafeInteger(key) ? { key, id } : undefined
  return typeof key === 'string' && !key.includes('\0') && key.isWellFormed() ? { key, id } : undefined
}

function parts(cursor: string): unknown[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(read) ? read : []
  } catch {
    return []
  }
}
