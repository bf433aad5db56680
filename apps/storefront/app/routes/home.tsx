import { listCollectionProducts, listCollections, listProducts } from '@souk/contracts/catalog'
import { Link } from 'react-router'
import { ProductGrid } from '../parts/product-card.tsx'
import { toCard } from '../server/cards.ts'
import { found } from '../server/found.ts'
import { visitorContext } from '../server/visitor.ts'
import type { Route } from './+types/home'

const SHELVES = 3
const ON_A_SHELF = 4

export async function loader({ context }: Route.LoaderArgs) {
  const { ask } = context.get(visitorContext)
  const [collections, newest] = await Promise.all([
    ask(listCollections, { limit: SHELVES }),
    ask(listProducts, { limit: 8, sort: 'newest' }),
  ])
  const shelves = found<typeof listCollections>(collections).items.map(
    async ({ slug, title, description }) => {
      const products = await ask(listCollectionProducts, { idOrSlug: slug, limit: ON_A_SHELF })
      return { slug, title, description, products: products.ok ? products.body.items.map(toCard) : [] }
    },
  )
  return {
    shelves: (await Promise.all(shelves)).filter(({ products }) => products.length > 0),
    newest: found<typeof listProducts>(newest).items.map(toCard),
  }
}

export const meta: Route.MetaFunction = () => [
  { title: 'Souk' },
  { name: 'description', content: 'Things well made, for every day.' },
]

export default function Home({ loaderData: { shelves, newest } }: Route.ComponentProps) {
  return (
    <>
      <section className="mb-12 rounded-m bg-sunken px-6 py-12 sm:px-12">
        <h1 className="text-(length:--text-xxl) leading-tight">Things well made, for every day</h1>
        <p className="mt-3 max-w-prose text-soft">
          Browse the stalls, or search for what you have in mind. What is shown as in stock is in stock.
        </p>
      </section>
      {shelves.map(({ slug, title, products }, index) => (
        <section key={slug} className="mb-14" aria-labelledby={`shelf-${slug}`}>
          <div className="mb-4 flex items-baseline justify-between gap-4">
            <h2 id={`shelf-${slug}`} className="text-2xl">
              {title}
            </h2>
            <Link to={`/collections/${slug}`} className="text-clay underline">
              See all<span className="sr-only"> of {title}</span>
            </Link>
          </div>
          <ProductGrid products={products} isFirst={index === 0} />
        </section>
      ))}
      <section aria-labelledby="newest">
        <h2 id="newest" className="mb-4 text-2xl">
          New in the shop
        </h2>
        <ProductGrid products={newest} isFirst={shelves.length === 0} />
      </section>
    </>
  )
}
