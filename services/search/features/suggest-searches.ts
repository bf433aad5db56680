import type { suggestSearches as contract } from '@souk/contracts/search'
import type { Query } from '@souk/kit/service'
import { tidied } from '../domain/fold.ts'
import type { SearchStore } from '../store/search-store.ts'

const MOST = 10

export const suggestSearches: Query<typeof contract, SearchStore> = async ({ q }, { store }) => {
  const typed = tidied(q)
  if (typed === '') return { items: [] }
  const [past, found] = await Promise.all([store.listPastQueries(typed), store.index.suggest(typed)])
  const queries = past.map((text) => ({ text, kind: 'query' as const }))
  return { items: [...queries, ...found].slice(0, MOST) }
}
