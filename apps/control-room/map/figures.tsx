import type { ReactNode } from 'react'
import { TableScroll } from '../parts/table-scroll.tsx'
import { hrefTo } from '../places/place.ts'
import { count, duration, lag, plural, rate } from '../words/numbers.ts'
import { EdgeRows } from './edge-rows.tsx'
import type { Resident } from './node-box.tsx'
import type { Road, Traffic } from './roads.ts'

interface FiguresProps {
  readonly at: string
  readonly residents: readonly Resident[]
  readonly roads: readonly Road[]
}

/** What is known of the one part of the map that was chosen. */
export function Figures({ at, residents, roads }: FiguresProps) {
  const resident = residents.find(({ node }) => node.id === at)
  if (resident) return <NodeFigures resident={resident} roads={roads} />
  const road = roads.find(({ id }) => id === at)
  if (road) return <RoadFigures road={road} />
  return <p className="aside">Nothing went along there in the last minute.</p>
}

function NodeFigures({
  resident: { node, state, traffic },
  roads,
}: {
  resident: Resident
  roads: readonly Road[]
}) {
  const edges = roads
    .filter(({ from, to }) => from === node.id || to === node.id)
    .flatMap((road) => road.edges)
  return (
    <>
      <h2>{node.id}</h2>
      <dl className="facts">
        {state && <Fact name="State">{state.health === 'ok' ? 'running' : 'not answering'}</Fact>}
        {state && <Fact name="Version">{state.version}</Fact>}
        {node.eventLag !== null && <Fact name="Oldest waiting event">{lag(node.eventLag)}</Fact>}
        <TrafficFacts name="In" traffic={traffic.in} />
        <TrafficFacts name="Out" traffic={traffic.out} />
      </dl>
      {state && <Instances state={state} />}
      {node.kind !== 'outside' && (
        <p>
          <a href={hrefTo('traces', { query: { service: node.id } })}>Traces through {node.id}</a>,{' '}
          <a href={hrefTo('traces', { query: { service: node.id, errors: 'true' } })}>those with errors</a>
        </p>
      )}
      <EdgeTable edges={edges} of={node.id} />
    </>
  )
}

function RoadFigures({ road }: { road: Road }) {
  return (
    <>
      <h2>
        {road.from} → {road.to}, {road.kind === 'call' ? 'calls' : 'events'}
      </h2>
      <dl className="facts">
        <TrafficFacts name={road.kind === 'call' ? 'Asked' : 'Applied'} traffic={road} />
      </dl>
      <EdgeTable edges={road.edges} of={`${road.from} → ${road.to}`} />
    </>
  )
}

function TrafficFacts({ name, traffic }: { name: string; traffic: Traffic }) {
  return (
    <Fact name={name}>
      {traffic.count === 0
        ? 'nothing in the last minute'
        : `${rate(traffic.perSecond)}, ${count(traffic.refusals)} refused, ${plural(traffic.faults, 'fault')}, 95 % within ${duration(traffic.slowestP95Ms)} (the slowest)`}
    </Fact>
  )
}

function Instances({ state: { name, instances } }: { state: NonNullable<Resident['state']> }) {
  return (
    <ul className="instances" aria-label={`Instances of ${name}`}>
      {instances.map(({ id, address, version, health }) => (
        <li key={id}>
          <code>{id}</code> at {address}, version {version}:{' '}
          <span className={health === 'ok' ? 'word good' : 'word bad'}>
            {health === 'ok' ? 'running' : 'not answering'}
          </span>
        </li>
      ))}
    </ul>
  )
}

function EdgeTable({ edges, of }: { edges: Road['edges']; of: string }) {
  if (edges.length === 0) return null
  return (
    <TableScroll label={`What went by ${of}`}>
      <EdgeRows edges={edges.toSorted((a, b) => b.count - a.count)} />
    </TableScroll>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
