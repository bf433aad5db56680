import type { Place } from '../places/place.ts'
import { choose } from '../places/use-place.ts'
import { SagaList } from './saga-list.tsx'
import { SagaPage } from './saga-page.tsx'
import { sagaViews } from './saga-views.ts'

/** The long processes of the shop, checkouts above all; or one of them. */
export function SagasPage({ place }: { place: Place }) {
  if (place.id !== undefined) return <SagaPage key={place.id} id={place.id} />
  const view = sagaViews.find(({ id }) => id === place.query.view) ?? sagaViews[0]
  return (
    <>
      <p>
        A checkout is a saga: steps in order, and beside each the undo that takes it back. So are
        cancellations, edits and whatever else takes several services.
      </p>
      <nav className="tabs" aria-label="Which sagas">
        {sagaViews.map(({ id, title }) => (
          <a key={id} href={choose(place, { view: id })} aria-current={id === view?.id ? 'page' : undefined}>
            {title}
          </a>
        ))}
      </nav>
      {view?.states.map((state) => (
        <SagaList key={state} state={state} />
      ))}
    </>
  )
}
