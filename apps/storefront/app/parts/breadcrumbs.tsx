import { Link } from 'react-router'

interface Step {
  readonly id: string
  readonly slug: string
  readonly name: string
}

export function Breadcrumbs({ trail, here }: { trail: readonly Step[]; here?: string }) {
  if (trail.length === 0) return null
  return (
    <nav aria-label="Where this is" className="mb-5 text-sm text-soft">
      <ol className="flex flex-wrap gap-x-2">
        <li>
          <Link to="/" className="underline hover:text-clay">
            Shop
          </Link>
        </li>
        {trail.map(({ id, slug, name }) => (
          <li key={id}>
            <span aria-hidden="true">› </span>
            {name === here ? (
              <span aria-current="page">{name}</span>
            ) : (
              <Link to={`/categories/${slug}`} className="underline hover:text-clay">
                {name}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
