import type { Services, Topology } from '../asking/answers.ts'
import { useAnswer } from '../asking/use-answer.ts'
import { Loading } from '../parts/loading.tsx'
import { Unavailable } from '../parts/unavailable.tsx'
import { LagTable } from './lag-table.tsx'
import { ParkedEvents } from './parked-events.tsx'
import { SubscriberTable } from './subscriber-table.tsx'

const EVERY_MS = 3_000

/** Whether events arrive: what waits, what was given up, and how long the others take. */
export function EventsPage() {
  const services = useAnswer<Services>('/ops/services', EVERY_MS)
  const topology = useAnswer<Topology>('/ops/topology', EVERY_MS)
  return (
    <>
      <p>
        An event is stored with what it tells of, sent to each service that hears it, and applied there once.
        One that cannot be applied in eight attempts is parked here until somebody mends the cause and replays
        it.
      </p>
      <h2>Parked</h2>
      <ParkedEvents />
      <h2>Waiting</h2>
      {services.answer ? <LagTable services={services.answer} /> : <Loading trouble={services.trouble} />}
      <h2>Applied in the last minute</h2>
      {topology.answer ? (
        <>
          <Unavailable names={topology.answer.unavailable} />
          <SubscriberTable topology={topology.answer} />
        </>
      ) : (
        <Loading trouble={topology.trouble} />
      )}
    </>
  )
}
