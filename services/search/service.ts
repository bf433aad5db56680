import {
  categoryChanged,
  productChanged,
  productDeleted,
  productPublished,
  productUnpublished,
} from '@souk/contracts/catalog'
import { customerErasure } from '@souk/contracts/erasure'
import { availabilityChanged } from '@souk/contracts/inventory'
import * as contract from '@souk/contracts/search'
import { seconds } from '@souk/kit/runtime'
import {
  does,
  every,
  forgets,
  migrationsBeside,
  on,
  type ServiceDefinition,
  service,
  shows,
} from '@souk/kit/service'
import { advanceRebuild } from './features/advance-rebuild.ts'
import { hearAvailability, hearCategory, hearProduct } from './features/hear.ts'
import { keepPastQueries, newTally } from './features/keep-past-queries.ts'
import { rebuildIndex, showRebuild } from './features/rebuild-index.ts'
import { refreshEntries } from './features/refresh-entries.ts'
import { REBUILD, REFRESH } from './features/repeated.ts'
import { searchProducts } from './features/search-products.ts'
import { suggestSearches } from './features/suggest-searches.ts'
import { columnsCopy, INDEX_CHANGED } from './store/columns-copy.ts'
import { type SearchStore, searchStore } from './store/search-store.ts'

/** `currency` is the shop's: that of a search that names none. Each value has its own copy of the columns in memory. */
export function search({ currency }: { currency: string }): ServiceDefinition {
  const copy = columnsCopy()
  const tally = newTally()
  return service<SearchStore>({
    name: 'search',
    migrations: migrationsBeside(import.meta.url),
    store: searchStore(copy),
    answers: [
      shows(contract.searchProducts, searchProducts(currency, tally)),
      shows(contract.suggestSearches, suggestSearches),
      does(contract.rebuildIndex, rebuildIndex),
      shows(contract.showRebuild, showRebuild),
    ],
    hears: [
      on(productPublished, hearProduct),
      on(productChanged, hearProduct),
      on(productUnpublished, hearProduct),
      on(productDeleted, hearProduct),
      on(categoryChanged, hearCategory),
      on(availabilityChanged, hearAvailability),
      forgets(customerErasure),
    ],
    repeats: [
      every(seconds(5), REFRESH, refreshEntries),
      every(seconds(5), REBUILD, advanceRebuild),
      every(seconds(10), 'keep-past-queries', keepPastQueries(tally)),
    ],
    listens: [{ channel: INDEX_CHANGED, heard: copy.heard, missed: copy.missed }],
  })
}
