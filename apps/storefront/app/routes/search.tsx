import { Listing } from '../parts/listing.tsx'
import { searchPage } from '../server/search-page.ts'
import { visitorContext } from '../server/visitor.ts'
import type { Route } from './+types/search'

export async function loader({ request, context }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams
  return { q: asked.get('q') ?? '', ...(await searchPage(asked, context.get(visitorContext))) }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.q || 'Everything'} · Souk` },
  { name: 'robots', content: 'noindex' },
]

export default function SearchPage({ loaderData: { q, corrected, ...page } }: Route.ComponentProps) {
  return (
    <>
      <h1 className="mb-2 text-(length:--text-xxl)">{q ? `“${q}”` : 'Everything'}</h1>
      {corrected && (
        <p className="mb-4 text-soft">
          Nothing is called exactly that. This is what we have for <strong>{corrected}</strong>.
        </p>
      )}
      <Listing {...page} />
    </>
  )
}
