export const pages = ['map', 'events', 'checkouts', 'traces', 'audit', 'drills'] as const
export type Page = (typeof pages)[number]

export type Query = Readonly<Record<string, string>>

/** Where in the control room somebody is: a page, perhaps one thing of it, and what was chosen there. */
export interface Place {
  readonly page: Page
  readonly id: string | undefined
  readonly query: Query
}

/** The place a hash names, such as `#/traces/4bf9…?service=orders`; the map where it names none. */
export function placeOf(hash: string): Place {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const [page, id] = path.split('/')
  return {
    page: pages.find((known) => known === page) ?? 'map',
    id: id ? decoded(id) : undefined,
    query: Object.fromEntries(new URLSearchParams(search)),
  }
}

/** The same, as a link has it. What is empty is left out. */
export function hrefTo(
  page: Page,
  { id, query = {} }: { id?: string | undefined; query?: Query } = {},
): string {
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString()
  return `#/${page}${id === undefined ? '' : `/${encodeURIComponent(id)}`}${search && `?${search}`}`
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
