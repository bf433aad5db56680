import { Link, useSearchParams } from 'react-router'
import { Facets } from './facets.tsx'
import { type Card, ProductGrid } from './product-card.tsx'

interface Props {
  readonly products: readonly Card[]
  readonly facets: Parameters<typeof Facets>[0]['facets']
  readonly total: number
  readonly nextCursor: string | null
  /** A list of one category is not narrowed by categories above it. */
  readonly hides?: readonly string[]
}

const SORTS = [
  ['relevance', 'Best match'],
  ['newest', 'Newest'],
  ['price', 'Cheapest first'],
  ['-price', 'Dearest first'],
  ['title', 'By name'],
] as const

export function Listing({ products, facets, total, nextCursor, hides = [] }: Props) {
  const [asked] = useSearchParams()
  return (
    <div className="grid grid-cols-1 gap-8 lg:grid-cols-[15rem_1fr]">
      <Facets facets={facets.filter(({ name }) => !hides.includes(name))} />
      <div>
        <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
          <p className="text-soft" role="status">
            {total === 1 ? 'One thing' : `${total.toLocaleString('en')} things`}
          </p>
          <Sorts />
        </div>
        {products.length > 0 ? (
          <ProductGrid products={products} isFirst />
        ) : (
          <p className="panel p-8 text-center">
            Nothing fits all of this.{' '}
            <Link to="?" className="text-clay underline">
              Start over
            </Link>{' '}
            with fewer wishes.
          </p>
        )}
        <nav aria-label="Pages" className="mt-10 flex justify-center gap-4">
          {asked.has('cursor') && (
            <Link className="button-quiet" to={`?${without(asked, 'cursor')}`}>
              Back to the start
            </Link>
          )}
          {nextCursor && (
            <Link className="button" rel="next" to={`?${withOne(asked, 'cursor', nextCursor)}`}>
              More
            </Link>
          )}
        </nav>
      </div>
    </div>
  )
}

function Sorts() {
  const [asked] = useSearchParams()
  const now = asked.get('sort') ?? 'relevance'
  return (
    <ul className="flex flex-wrap gap-x-4 text-sm" aria-label="Sorted by">
      {SORTS.map(([value, title]) => (
        <li key={value}>
          <Link
            to={`?${withOne(without(asked, 'cursor'), 'sort', value)}`}
            preventScrollReset
            aria-current={now === value ? 'true' : undefined}
            className="inline-block py-1.5 text-soft underline hover:text-clay aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
          >
            {title}
          </Link>
        </li>
      ))}
    </ul>
  )
}

const without = (asked: URLSearchParams, name: string): URLSearchParams => {
  const left = new URLSearchParams(asked)
  left.delete(name)
  return left
}
const withOne = (asked: URLSearchParams, name: string, value: string): URLSearchParams => {
  const all = new URLSearchParams(asked)
  all.set(name, value)
  return all
}
