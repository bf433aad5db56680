import type { searchProducts as contract } from '@souk/contracts/search'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import { readCursor, writeCursor } from '../domain/order.ts'
import type { SearchStore } from '../store/search-store.ts'
import type { Tally } from './keep-past-queries.ts'

export const searchProducts =
  (shopCurrency: string, tally: Tally): Query<typeof contract, SearchStore> =>
  async ({ q, sort, cursor, currency = shopCurrency, ...filters }, { store }) => {
    const after = cursor === undefined ? undefined : readCursor(sort, cursor)
    if (cursor !== undefined && !after)
      return refuse('invalid_cursor', { detail: 'Start again without a cursor.' })
    const typed = q?.trim() || undefined
    const found = await store.index.find({ ...filters, q: typed, currency, order: sort, after })
    const { items, facets, total, next, corrected } = found
    if (typed !== undefined && total > 0 && corrected === undefined && !after) tally.note(typed)
    return {
      items,
      facets,
      total,
      nextCursor: next ? writeCursor(sort, next) : null,
      ...(corrected !== undefined && { corrected }),
    }
  }
