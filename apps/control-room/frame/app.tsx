import type { Verdict } from '../asking/answers.ts'
import { refusedEntry } from '../asking/standing.ts'
import { useCourses } from '../asking/use-courses.ts'
import { useDeed } from '../asking/use-deed.ts'
import { AuditPage } from '../audit/audit-page.tsx'
import { DrillsPage } from '../drills/drills-page.tsx'
import { useFlashSale } from '../drills/use-flash-sale.ts'
import { EventsPage } from '../events/events-page.tsx'
import { MapPage } from '../map/map-page.tsx'
import type { Page, Place } from '../places/place.ts'
import { usePlace } from '../places/use-place.ts'
import { SagasPage } from '../sagas/sagas-page.tsx'
import { type SignedIn, useStaff } from '../staff/use-staff.ts'
import { TracesPage } from '../traces/traces-page.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { Heading } from './heading.tsx'
import { KeptOut } from './kept-out.tsx'
import { Mishap } from './mishap.tsx'
import { StandingNote } from './standing-note.tsx'

const TITLES: Readonly<Record<Page, string>> = {
  map: 'Live map',
  events: 'Events',
  checkouts: 'Checkouts',
  traces: 'Traces',
  audit: 'Auditor',
  drills: 'Drills',
}

/** The control room: one page of it, and above it how live that is. */
export function App() {
  const place = usePlace()
  const refusal = refusedEntry(useCourses())
  const signedIn = useStaff({ isForbidden: refusal?.status === 403 })
  const audit = useDeed<Verdict>()
  const flashSale = useFlashSale()
  return (
    <>
      <Header page={place.page} titles={TITLES} />
      <main>
        <StandingNote />
        {refusal ? (
          <KeptOut refusal={refusal} signedIn={signedIn} />
        ) : (
          <>
            <Heading place={place} title={TITLES[place.page]} />
            <Mishap key={`${place.page}/${place.id}`}>
              <Shown place={place} signedIn={signedIn} audit={audit} flashSale={flashSale} />
            </Mishap>
          </>
        )}
      </main>
      <Footer signedIn={signedIn} />
    </>
  )
}

interface ShownProps {
  readonly place: Place
  readonly signedIn: SignedIn
  readonly audit: ReturnType<typeof useDeed<Verdict>>
  readonly flashSale: ReturnType<typeof useFlashSale>
}

function Shown({ place, signedIn, audit, flashSale }: ShownProps) {
  switch (place.page) {
    case 'map':
      return <MapPage place={place} />
    case 'events':
      return <EventsPage />
    case 'checkouts':
      return <SagasPage place={place} />
    case 'traces':
      return <TracesPage place={place} signedIn={signedIn} />
    case 'audit':
      return <AuditPage audit={audit} />
    case 'drills':
      return <DrillsPage flashSale={flashSale} />
  }
}
