import type { Queryable } from '@souk/kit/database'
import type { Found, SearchIndex } from '../domain/search-index.ts'
import type { ColumnsCopy } from './columns-copy.ts'
import { pastQueries } from './past-queries.ts'
import { postgresIndex } from './postgres-index.ts'
import { rebuildStore } from './rebuild-store.ts'
import { sameAnswers } from './same-answers.ts'
import { staleStore } from './stale-store.ts'

export type SearchStore = { readonly index: SearchIndex } & ReturnType<typeof staleStore> &
  ReturnType<typeof rebuildStore> &
  ReturnType<typeof pastQueries>

export const searchStore = (copy: ColumnsCopy) => {
  const answers = sameAnswers<Found>()
  return (sql: Queryable): SearchStore => ({
    index: postgresIndex(sql, { copy, answers }),
    ...staleStore(sql),
    ...rebuildStore(sql),
    ...pastQueries(sql),
  })
}
