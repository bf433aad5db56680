import { listCollectionProducts, showCollection } from '@souk/contracts/catalog'
import { Link } from 'react-router'
import { ProductGrid } from '../parts/product-card.tsx'
import { toCard } from '../server/cards.ts'
import { found } from '../server/found.ts'
import { visitorContext } from '../server/visitor.ts'
import type { Route } from './+types/collection'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { ask } = context.get(visitorContext)
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined
  const [collection, products] = await Promise.all([
    ask(showCollection, { idOrSlug: params.slug }),
    ask(listCollectionProducts, { idOrSlug: params.slug, limit: 24, ...(cursor && { cursor }) }),
  ])
  const { title, description } = found<typeof showCollection>(collection)
  const { items, nextCursor } = found<typeof listCollectionProducts>(products)
  return { title, description, products: items.map(toCard), nextCursor }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.title ?? 'Not found'} · Souk` },
]

export default function CollectionPage({ loaderData }: Route.ComponentProps) {
  const { title, products, nextCursor } = loaderData
  return (
    <>
      <h1 className="mb-6 text-(length:--text-xxl)">{title}</h1>
      <ProductGrid products={products} isFirst />
      {nextCursor && (
        <p className="mt-10 text-center">
          <Link className="button" rel="next" to={`?cursor=${encodeURIComponent(nextCursor)}`}>
            More
          </Link>
        </p>
      )}
    </>
  )
}
