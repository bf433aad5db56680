import { useState } from 'react'
import type { Services, Topology } from '../asking/answers.ts'
import { useAnswer } from '../asking/use-answer.ts'
import { Loading } from '../parts/loading.tsx'
import { Unavailable } from '../parts/unavailable.tsx'
import type { Place } from '../places/place.ts'
import { choose } from '../places/use-place.ts'
import { Chosen } from './chosen.tsx'
import { Figures } from './figures.tsx'
import type { Resident } from './node-box.tsx'
import { Picture } from './picture.tsx'
import { RoadTable } from './road-table.tsx'
import { type Road, roadsIn, trafficAt } from './roads.ts'
import { ServiceTable } from './service-table.tsx'

const MAP_EVERY_MS = 2_000
const SERVICES_EVERY_MS = 5_000

/** Who runs, and who speaks with whom just now. */
export function MapPage({ place }: { place: Place }) {
  const { answer: topology, trouble } = useAnswer<Topology>('/ops/topology', MAP_EVERY_MS)
  const { answer: services } = useAnswer<Services>('/ops/services', SERVICES_EVERY_MS)
  const [shown, show] = useState({ call: true, event: true })
  if (!topology) return <Loading trouble={trouble} />
  const all = roadsIn(topology.edges)
  const roads = all.filter(({ kind }) => shown[kind])
  const residents = residentsOf(topology, services, all)
  const { at } = place.query
  return (
    <>
      <fieldset className="choices">
        <legend>Show</legend>
        {(['call', 'event'] as const).map((kind) => (
          <label key={kind} className={`key ${kind}`}>
            <input
              type="checkbox"
              checked={shown[kind]}
              onChange={({ target }) => show({ ...shown, [kind]: target.checked })}
            />
            {kind === 'call' ? 'Calls' : 'Events'}
          </label>
        ))}
        <span className="aside">The last minute. What this page itself asks is left out.</span>
      </fieldset>
      <Unavailable names={topology.unavailable} />
      <Picture residents={residents} roads={roads} place={place} />
      {at !== undefined && (
        <Chosen key={at}>
          <Figures at={at} residents={residents} roads={all} />
          <a className="button quiet" href={choose(place, { at: undefined })}>
            Close
          </a>
        </Chosen>
      )}
      <h2>Parts</h2>
      <ServiceTable residents={residents} place={place} />
      <h2>Between them</h2>
      <RoadTable roads={roads} place={place} />
    </>
  )
}

const residentsOf = (
  topology: Topology,
  services: Services | undefined,
  roads: readonly Road[],
): Resident[] =>
  topology.nodes
    .map((node) => ({
      node,
      state: services?.items.find(({ name }) => name === node.id),
      traffic: trafficAt(node.id, roads),
    }))
    .sort((a, b) => RANK[a.node.kind] - RANK[b.node.kind])

const RANK = { gateway: 0, service: 1, outside: 2 } as const
