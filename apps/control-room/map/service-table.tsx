import type { ServiceState, TopologyNode } from '../asking/answers.ts'
import { TableScroll } from '../parts/table-scroll.tsx'
import type { Place } from '../places/place.ts'
import { choose } from '../places/use-place.ts'
import { count, duration, lag, rate } from '../words/numbers.ts'
import type { Resident } from './node-box.tsx'

/** The nodes of the map as a table. */
export function ServiceTable({ residents, place }: { residents: readonly Resident[]; place: Place }) {
  return (
    <TableScroll label="Services and who speaks with them">
      <table>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col">State</th>
            <th scope="col" className="number">
              Instances
            </th>
            <th scope="col" className="number">
              Event lag
            </th>
            <th scope="col" className="number">
              In
            </th>
            <th scope="col" className="number">
              Faults in
            </th>
            <th scope="col" className="number">
              Slowest p95
            </th>
          </tr>
        </thead>
        <tbody>
          {residents.map((resident) => (
            <ServiceRow key={resident.node.id} resident={resident} place={place} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

function ServiceRow({ resident: { node, state, traffic }, place }: { resident: Resident; place: Place }) {
  const { faults, perSecond, slowestP95Ms, count: seen } = traffic.in
  return (
    <tr aria-current={place.query.at === node.id ? 'true' : undefined}>
      <th scope="row">
        <a href={choose(place, { at: node.id })}>{node.id}</a>
      </th>
      <StateCell kind={node.kind} health={state?.health} />
      <td className="number">{state ? state.instances.length : ''}</td>
      <td className="number">{node.eventLag === null ? '' : lag(node.eventLag)}</td>
      <td className="number">{rate(perSecond)}</td>
      <td className={faults > 0 ? 'number word bad' : 'number'}>{count(faults)}</td>
      <td className="number">{seen > 0 ? duration(slowestP95Ms) : ''}</td>
    </tr>
  )
}

/** Strangers are not ours to watch; the gateway runs, or nothing of this had come. */
function StateCell({
  kind,
  health,
}: {
  kind: TopologyNode['kind']
  health: ServiceState['health'] | undefined
}) {
  if (kind === 'outside') return <td>outside</td>
  const isAway = health === 'unavailable'
  return <td className={isAway ? 'word bad' : 'word good'}>{isAway ? 'not answering' : 'running'}</td>
}
