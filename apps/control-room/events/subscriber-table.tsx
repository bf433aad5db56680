import type { Topology } from '../asking/answers.ts'
import { TableScroll } from '../parts/table-scroll.tsx'
import { hrefTo } from '../places/place.ts'
import { count, duration, rate } from '../words/numbers.ts'
import { subscriptionsIn } from './subscriptions.ts'

/** What each subscriber applied in the last minute, and how long after it was announced. */
export function SubscriberTable({ topology }: { topology: Topology }) {
  const subscriptions = subscriptionsIn(topology.edges)
  if (subscriptions.length === 0) return <p className="aside">No event was applied in the last minute.</p>
  return (
    <TableScroll label="Events applied in the last minute">
      <table>
        <thead>
          <tr>
            <th scope="col">Subscriber</th>
            <th scope="col">Event</th>
            <th scope="col" className="number">
              Rate
            </th>
            <th scope="col" className="number">
              Faults
            </th>
            <th scope="col" className="number">
              Half within
            </th>
            <th scope="col" className="number">
              95 % within
            </th>
          </tr>
        </thead>
        <tbody>
          {subscriptions.map(({ from, to, name, perSecond, faults, p50Ms, p95Ms }) => (
            <tr key={`${from} ${to} ${name}`}>
              <th scope="row">
                <a href={hrefTo('map', { query: { at: `${from}~${to}~event` } })}>{to}</a>
              </th>
              <td>
                <code>{name}</code>
              </td>
              <td className="number">{rate(perSecond)}</td>
              <td className={faults > 0 ? 'number word bad' : 'number'}>{count(faults)}</td>
              <td className="number">{duration(p50Ms)}</td>
              <td className="number">{duration(p95Ms)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
