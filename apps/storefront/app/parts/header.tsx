import { useEffect } from 'react'
import { Link, NavLink, useFetcher, useLocation } from 'react-router'
import type { loader as countLoader } from '../routes/cart-count.ts'
import { SearchForm } from './search-form.tsx'

interface Named {
  readonly slug: string
  readonly name: string
}

export function Header({ categories }: { categories: readonly Named[] }) {
  return (
    <header className="border-b border-line bg-card">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 gap-y-3 px-4 py-3">
        <Link to="/" className="flex items-center gap-2 font-serif text-2xl font-semibold text-ink">
          <Arch />
          Souk
        </Link>
        <SearchForm />
        <Link to="/account" className="ml-auto px-1 py-2 underline hover:text-clay sm:ml-0">
          Account
        </Link>
        <CartLink />
      </div>
      {categories.length > 0 && (
        <nav aria-label="Categories" className="mx-auto max-w-6xl overflow-x-auto px-4">
          <ul className="flex gap-5 whitespace-nowrap pb-2">
            {categories.map(({ slug, name }) => (
              <li key={slug}>
                <NavLink
                  to={`/categories/${slug}`}
                  className="inline-block border-b-2 border-transparent py-1.5 text-soft hover:text-clay aria-[current=page]:border-clay aria-[current=page]:text-ink"
                >
                  {name}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  )
}

const Arch = () => (
  <svg viewBox="0 0 16 16" className="size-6" aria-hidden="true">
    <path d="M2 14V7a6 6 0 0 1 12 0v7z" fill="var(--clay)" />
    <path d="M5 14V8a3 3 0 0 1 6 0v6z" fill="var(--card)" />
  </svg>
)

/** How much is in the cart is asked for by the browser: pages are the same for everybody and can be kept. */
function CartLink() {
  const { load, data } = useFetcher<typeof countLoader>()
  const { key } = useLocation()
  // Every move may have put something in: `at` names it, so that the answer of an earlier one is not taken for it.
  useEffect(() => void load(`/cart/count?at=${key}`), [load, key])
  const count = data?.count ?? 0
  return (
    <Link to="/cart" className="button-quiet gap-2">
      Cart
      {count > 0 && (
        <span className="rounded-full bg-clay px-2 text-sm text-on-clay">
          {count}
          <span className="sr-only"> {count === 1 ? 'item' : 'items'}</span>
        </span>
      )}
    </Link>
  )
}
