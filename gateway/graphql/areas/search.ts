import { recommendForProduct, recommendForShopper } from '@souk/contracts/recommendations'
import { searchProducts, suggestSearches } from '@souk/contracts/search'
import { type Area, connection, list } from '../area.ts'

const type = 'Recommendation'

export const search: Area = {
  queries: {
    search: connection(searchProducts, { type: 'Product', list: 'Search' }),
    searchSuggestions: list(suggestSearches, { type: 'SearchSuggestion' }),
    recommendations: list(recommendForShopper, { type, named: { limit: 'first' } }),
    productRecommendations: list(recommendForProduct, {
      ...{ type, named: { id: 'productId', limit: 'first' } },
    }),
  },
}
