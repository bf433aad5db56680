import type { Services } from '../asking/answers.ts'
import { TableScroll } from '../parts/table-scroll.tsx'
import { hrefTo } from '../places/place.ts'
import { isLagging, lag } from '../words/numbers.ts'

/** How long the oldest event of each service has waited to be sent or applied; who waits longest comes first. */
export function LagTable({ services }: { services: Services }) {
  const items = services.items.toSorted((a, b) => b.eventLag - a.eventLag)
  const longest = Math.max(1, ...items.map(({ eventLag }) => eventLag))
  return (
    <TableScroll label="Event lag of each service">
      <table className="lags">
        <thead>
          <tr>
            <th scope="col">Service</th>
            <th scope="col" className="number">
              Oldest event waits
            </th>
            <th scope="col">
              <span className="unseen">As a bar</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ name, eventLag }) => (
            <tr key={name}>
              <th scope="row">
                <a href={hrefTo('map', { query: { at: name } })}>{name}</a>
              </th>
              <td className={isLagging(eventLag) ? 'number word warn' : 'number'}>{lag(eventLag)}</td>
              <td className="bar-cell">
                {isLagging(eventLag) && (
                  <span className="bar" style={{ width: `${(100 * eventLag) / longest}%` }} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
