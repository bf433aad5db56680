import type { Place } from '../places/place.ts'
import type { SignedIn } from '../staff/use-staff.ts'
import { OrderTraces } from './order-traces.tsx'
import { Search } from './search.tsx'
import { TraceList } from './trace-list.tsx'
import { TracePage } from './trace-page.tsx'

/** What happened, and when: one request with all that followed from it, or a way to find it. */
export function TracesPage({ place, signedIn }: { place: Place; signedIn: SignedIn }) {
  const { id, query } = place
  return (
    <>
      <Search key={query.order ?? ''} said={query.order ?? ''} />
      {id !== undefined ? (
        <TracePage key={id} id={id} />
      ) : query.order ? (
        <OrderTraces key={query.order} order={query.order} signedIn={signedIn} />
      ) : (
        <TraceList place={place} />
      )}
    </>
  )
}
