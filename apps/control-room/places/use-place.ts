import { useMemo, useSyncExternalStore } from 'react'
import { hrefTo, type Page, type Place, placeOf, type Query } from './place.ts'

function listen(changed: () => void): () => void {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}

/** Where we are; the address bar is the only place that remembers it. */
export function usePlace(): Place {
  const hash = useSyncExternalStore(listen, () => location.hash)
  return useMemo(() => placeOf(hash), [hash])
}

export function goTo(page: Page, there: { id?: string | undefined; query?: Query } = {}): void {
  location.hash = hrefTo(page, there)
}

/** Chooses something on the page we are at. `undefined` takes a choice back. */
export function choose(place: Place, choice: Readonly<Record<string, string | undefined>>): string {
  const query = Object.entries({ ...place.query, ...choice }).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  )
  return hrefTo(place.page, { id: place.id, query: Object.fromEntries(query) })
}
