import { showCategory } from '@souk/contracts/catalog'
import { Link } from 'react-router'
import { Breadcrumbs } from '../parts/breadcrumbs.tsx'
import { Listing } from '../parts/listing.tsx'
import { found } from '../server/found.ts'
import { searchPage } from '../server/search-page.ts'
import { visitorContext } from '../server/visitor.ts'
import type { Route } from './+types/category'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const visitor = context.get(visitorContext)
  const [category, page] = await Promise.all([
    visitor.ask(showCategory, { idOrSlug: params.slug }),
    searchPage(new URL(request.url).searchParams, visitor, { category: params.slug }),
  ])
  return { category: found<typeof showCategory>(category), page, origin: visitor.origin }
}

export const meta = ({ loaderData }: Route.MetaArgs) =>
  loaderData
    ? [
        { title: `${loaderData.category.name} · Souk` },
        {
          tagName: 'link',
          rel: 'canonical',
          href: `${loaderData.origin}/categories/${loaderData.category.slug}`,
        },
      ]
    : [{ title: 'Not found · Souk' }]

export default function CategoryPage({ loaderData: { category, page } }: Route.ComponentProps) {
  return (
    <>
      <Breadcrumbs trail={category.breadcrumbs} here={category.name} />
      <h1 className="mb-4 text-(length:--text-xxl)">{category.name}</h1>
      {category.children.length > 0 && (
        <ul className="mb-6 flex flex-wrap gap-2" aria-label={`In ${category.name}`}>
          {category.children.map(({ slug, name }) => (
            <li key={slug}>
              <Link to={`/categories/${slug}`} className="button-quiet">
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Listing {...page} hides={['category']} />
    </>
  )
}
