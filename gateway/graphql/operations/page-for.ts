import type { Refusal } from '@souk/kit/contract'
import type { Answered } from '../../asking.ts'

export interface Window {
  readonly first: number
  readonly after?: string | null
}

export interface Page {
  readonly items: readonly unknown[]
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
  readonly startCursor: string | null
  readonly endCursor: string | null
  /** What is answered beside the items, of the whole list. */
  readonly more: Readonly<Record<string, unknown>>
  /** Behind the item at that place. */
  readonly cursorOf: (at: number) => string
}

/** Behind which item of which page a list goes on. */
interface Place {
  readonly page: string | undefined
  readonly item: string
}

type AskPage = (asked: { limit: number; cursor: string | undefined }) => Promise<Answered>

/** The most a contract shows at once. */
const MOST = 100

/**
 * A page behind any of a list's items. Contracts tell only where the next page begins; behind an item within a page its
 * page is asked for again and what comes before is left out, so that nothing is shown twice when the list grew.
 */
export async function pageFor(
  { first, after }: Window,
  ask: AskPage,
): Promise<Page | { refusal: Refusal } | 'no such place'> {
  const place = readPlace(after)
  if (place === 'no such place') return place
  const reply = await ask({ limit: place.item === undefined ? first : MOST, cursor: place.page })
  if (!reply.ok) return reply
  const { items, nextCursor, ...more } = reply.body as { items: unknown[]; nextCursor: string | null }
  if (place.item === undefined) return pageOf({ items, page: place.page, next: nextCursor, more })
  const from = 1 + items.findIndex((item, index) => keyOf(item, index) === place.item)
  if (from === 0) return 'no such place'
  const rest = items.slice(from, from + first)
  const isCut = from + rest.length < items.length
  return pageOf({ items: rest, page: place.page, next: nextCursor, more, from, isCut })
}

interface Part {
  readonly items: readonly unknown[]
  readonly page: string | undefined
  readonly next: string | null
  readonly more: Page['more']
  /** Where in its page the part begins, and whether it ends before its page does. */
  readonly from?: number
  readonly isCut?: boolean
}

function pageOf({ items, page, next, more, from = 0, isCut = false }: Part): Page {
  const last = items.length - 1
  const cursorOf = (at: number) =>
    at === last && next !== null && !isCut ? next : writePlace({ page, item: keyOf(items[at], from + at) })
  return {
    items,
    hasNextPage: isCut || next !== null,
    hasPreviousPage: page !== undefined || from > 0,
    startCursor: items.length > 0 ? cursorOf(0) : null,
    endCursor: items.length > 0 ? cursorOf(last) : next,
    more,
    cursorOf,
  }
}

const keyOf = (item: unknown, index: number): string => String((item as { id?: unknown }).id ?? index)

/** No contract's cursor begins so. */
const MARK = '~'

const writePlace = ({ page, item }: Place): string =>
  MARK + Buffer.from(JSON.stringify([page ?? null, item])).toString('base64url')

type Behind = { readonly page: string | undefined; readonly item?: string }

function readPlace(after: string | null | undefined): Behind | 'no such place' {
  if (after === null || after === undefined) return { page: undefined }
  if (!after.startsWith(MARK)) return { page: after }
  try {
    const [page, item] = JSON.parse(Buffer.from(after.slice(1), 'base64url').toString('utf8'))
    return typeof item === 'string' ? { page: page ?? undefined, item } : 'no such place'
  } catch {
    return 'no such place'
  }
}
