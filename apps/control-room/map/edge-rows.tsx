import type { Edge } from '../asking/answers.ts'
import { hrefTo } from '../places/place.ts'
import { count, duration, rate } from '../words/numbers.ts'

/** Each verb and each event by itself, with its own percentiles. */
export function EdgeRows({ edges }: { edges: readonly Edge[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Verb or event</th>
          <th scope="col">From</th>
          <th scope="col">To</th>
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
            p50
          </th>
          <th scope="col" className="number">
            p95
          </th>
        </tr>
      </thead>
      <tbody>
        {edges.map(({ from, to, kind, name, perSecond, refusals, faults, p50Ms, p95Ms }) => (
          <tr key={`${kind} ${from} ${to} ${name}`}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td>
              <a href={hrefTo('map', { query: { at: from } })}>{from}</a>
            </td>
            <td>
              <a href={hrefTo('map', { query: { at: to } })}>{to}</a>
            </td>
            <td className="number">{rate(perSecond)}</td>
            <td className="number">{count(refusals)}</td>
            <td className={faults > 0 ? 'number word bad' : 'number'}>{count(faults)}</td>
            <td className="number">{duration(p50Ms)}</td>
            <td className="number">{duration(p95Ms)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
