import type { searchProducts } from '@souk/contracts/search'
import type { Sent } from '@souk/kit/contract'

type Query = Sent<typeof searchProducts>

const SORTS = ['relevance', 'newest', 'price', '-price', 'title'] as const
const ATTRIBUTE = 'attr.'
const PAGE = 24
const OPEN_END = 9_000_000_000

/** What an address of a list asks the search for: facets stand in it as they are named in answers. */
export function queryOf(asked: URLSearchParams, within: { category?: string } = {}): Query {
  const price = /^(\d{1,10})-(\d{0,10})$/.exec(asked.get('price') ?? '')
  const sort = SORTS.find((one) => one === asked.get('sort'))
  const attr = attributesOf(asked)
  const category = within.category ?? asked.get('category') ?? undefined
  return {
    limit: PAGE,
    q: (asked.get('q') ?? '').slice(0, 200),
    ...(category && { category }),
    ...(asked.has('cursor') && { cursor: String(asked.get('cursor')) }),
    ...(price && { minPrice: Number(price[1]), maxPrice: Number(price[2] || OPEN_END) }),
    ...(asked.get('availability') === 'in_stock' && { inStock: true }),
    ...(Object.keys(attr).length > 0 && { attr }),
    ...(sort && { sort }),
  }
}

function attributesOf(asked: URLSearchParams): Record<string, string[]> {
  const names = [...new Set(asked.keys())].filter((name) => name.startsWith(ATTRIBUTE))
  return Object.fromEntries(names.map((name) => [name.slice(ATTRIBUTE.length), asked.getAll(name)]))
}
