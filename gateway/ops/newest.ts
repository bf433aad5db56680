/** Where an item stands in a list over all services. */
export type Place = readonly [string, string]

const byPlace = (a: Place, b: Place): number => compare(a[0], b[0]) || compare(a[1], b[1])
/** By code points, as the databases order them. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

interface Merge<Item> {
  readonly placeOf: (item: Item) => Place
  readonly cursorOf: (item: Item) => string
  readonly limit: number
}

/** Pages of several services that began at the same cursor, as one page of all: newest first, nothing twice or left out. */
export function newest<Item>(
  pages: readonly { readonly items: readonly Item[]; readonly nextCursor: string | null }[],
  { placeOf, cursorOf, limit }: Merge<Item>,
): { items: Item[]; nextCursor: string | null } {
  const all = pages.flatMap(({ items }) => items).sort((a, b) => byPlace(placeOf(b), placeOf(a)))
  const items = all.slice(0, limit)
  const last = items.at(-1)
  const isMore = all.length > limit || pages.some(({ nextCursor }) => nextCursor !== null)
  return { items, nextCursor: last && isMore ? cursorOf(last) : null }
}

/** Whether a place comes after the one a cursor names, which is written as `first~second`. */
export function olderThan(cursor: string | undefined): (place: Place) => boolean {
  if (cursor === undefined) return () => true
  const [first = '', second = ''] = cursor.split('~')
  return (place) => byPlace(place, [first, second]) < 0
}
