import { Link, useSearchParams } from 'react-router'
import { narrowed } from './narrowed.ts'

interface Facet {
  readonly name: string
  readonly values: readonly {
    readonly value: string
    readonly count: number
    readonly title?: string | undefined
  }[]
}

const OWN = ['category', 'price', 'availability']
const TITLES: Record<string, string> = { category: 'Category', price: 'Price', availability: 'Availability' }
const SHOWN = 8

/** Each value is an address, so that narrowing needs no script and can be kept, shared and gone back from. */
export function Facets({ facets }: { facets: readonly Facet[] }) {
  return (
    <details className="facets panel h-fit p-4 lg:border-0 lg:bg-transparent lg:p-0" open>
      <summary className="font-semibold lg:sr-only">Narrow it down</summary>
      {facets.map((facet) => (
        <FacetList key={facet.name} facet={facet} />
      ))}
    </details>
  )
}

function FacetList({ facet: { name, values } }: { facet: Facet }) {
  const [asked] = useSearchParams()
  const parameter = OWN.includes(name) ? name : `attr.${name}`
  const counted = values.filter(({ count, value }) => count > 0 || asked.getAll(parameter).includes(value))
  if (counted.length === 0) return null
  return (
    <section className="mt-5" aria-labelledby={`facet-${name}`}>
      <h2 id={`facet-${name}`} className="font-sans text-sm font-semibold">
        {TITLES[name] ?? name}
      </h2>
      <ul className="mt-1">
        {counted.slice(0, SHOWN).map(({ value, count, title }) => {
          const isChosen = asked.getAll(parameter).includes(value)
          return (
            <li key={value}>
              <Link
                to={`?${narrowed(asked, { parameter, value, isAlone: OWN.includes(name) })}`}
                preventScrollReset
                aria-current={isChosen ? 'true' : undefined}
                className="flex justify-between gap-2 py-1 hover:text-clay aria-[current]:font-semibold aria-[current]:text-clay"
              >
                <span>
                  <span aria-hidden="true">{isChosen ? '☑ ' : '☐ '}</span>
                  {title ?? value}
                </span>
                <span className="text-soft">{count}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
