import { TableScroll } from '../parts/table-scroll.tsx'
import type { Place } from '../places/place.ts'
import { choose } from '../places/use-place.ts'
import { count, duration, rate } from '../words/numbers.ts'
import type { Road } from './roads.ts'

/** The edges of the map as a table; a road is chosen here by keyboard. */
export function RoadTable({ roads, place }: { roads: readonly Road[]; place: Place }) {
  if (roads.length === 0)
    return (
      <p className="aside">
        Nothing went from one to another in the last minute. Open the shop and buy something.
      </p>
    )
  return (
    <TableScroll label="What goes from whom to whom">
      <table>
        <thead>
          <tr>
            <th scope="col">From → to</th>
            <th scope="col">Kind</th>
            <th scope="col" className="number">
              Rate
            </th>
            <th scope="col" className="number">
              Refused
            </th>
            <th scope="col" className="number">
              Faults
            </th>
            <th scope="col" className="number">
              Slowest p95
            </th>
          </tr>
        </thead>
        <tbody>
          {roads.map(({ id, from, to, kind, perSecond, refusals, faults, slowestP95Ms }) => (
            <tr key={id} aria-current={place.query.at === id ? 'true' : undefined}>
              <th scope="row">
                <a href={choose(place, { at: id })}>
                  {from} → {to}
                </a>
              </th>
              <td>{kind === 'call' ? 'calls' : 'events'}</td>
              <td className="number">{rate(perSecond)}</td>
              <td className="number">{count(refusals)}</td>
              <td className={faults > 0 ? 'number word bad' : 'number'}>{count(faults)}</td>
              <td className="number">{duration(slowestP95Ms)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
