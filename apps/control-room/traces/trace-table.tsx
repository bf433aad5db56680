import type { TraceSummary } from '../asking/answers.ts'
import { Ago } from '../parts/moment.tsx'
import { TableScroll } from '../parts/table-scroll.tsx'
import { TraceLink } from '../parts/trace-link.tsx'
import { count, duration } from '../words/numbers.ts'

export function TraceTable({ traces }: { traces: readonly TraceSummary[] }) {
  return (
    <TableScroll label="Traces">
      <table>
        <thead>
          <tr>
            <th scope="col">Trace</th>
            <th scope="col">Began</th>
            <th scope="col">With</th>
            <th scope="col" className="number">
              Took
            </th>
            <th scope="col" className="number">
              Spans
            </th>
            <th scope="col" className="number">
              Errors
            </th>
            <th scope="col">Through</th>
          </tr>
        </thead>
        <tbody>
          {traces.map(({ traceId, start, service, name, durationMs, spans, errors, services }) => (
            <tr key={traceId}>
              <th scope="row">
                <TraceLink id={traceId} />
              </th>
              <td className="word">
                <Ago at={start} />
              </td>
              <td>
                {service} <code>{name}</code>
              </td>
              <td className="number">{duration(durationMs)}</td>
              <td className="number">{count(spans)}</td>
              <td className={errors > 0 ? 'number word bad' : 'number'}>{count(errors)}</td>
              <td className="aside">{services.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
