import { hrefTo } from '../places/place.ts'
import { duration } from '../words/numbers.ts'
import type { Fold } from './time-scale.ts'
import type { Bar, Row } from './waterfall.ts'

/** One span: what, when, how long, and what else it tells. */
export function SpanRow({ row, folds }: { row: Row; folds: readonly Fold[] }) {
  const { span, kind, depth, startsAfterMs, waited } = row
  const refusal = span.attributes['souk.refusal']
  return (
    <tr className={span.status === 'error' ? 'failed' : ''}>
      <th
        scope="row"
        aria-label={`${span.service} ${span.name}`}
        style={{ paddingLeft: `${0.75 + Math.min(depth, 12) * 0.8}rem` }}
      >
        <details>
          <summary>
            <span className="who">{span.service}</span> {span.name}
            {refusal !== undefined && <span className="warn"> refused: {refusal}</span>}
            {span.status === 'error' && <span className="bad"> failed: {span.fault}</span>}
          </summary>
          <Attributes row={row} />
        </details>
      </th>
      <td className="number">{duration(startsAfterMs)}</td>
      <td className="number">{duration(span.durationMs)}</td>
      <td className="when">
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          {folds.map(({ left, width }) => (
            <rect key={left} className="fold" x={100 * left} width={100 * width} y={0} height={10} />
          ))}
          {waited && <rect className="waits" {...placed(waited.bar)} y={4} height={2} />}
          <rect className={span.status === 'error' ? 'error' : kind} {...placed(row.bar)} y={1} height={8} />
        </svg>
      </td>
    </tr>
  )
}

const NARROWEST = 0.3
const placed = ({ left, width }: Bar) => ({
  x: Math.min(100 * left, 100 - NARROWEST),
  width: Math.max(100 * width, NARROWEST),
})

function Attributes({ row: { span, waited } }: { row: Row }) {
  const saga = span.attributes['souk.saga.id']
  return (
    <dl className="attributes">
      {waited && (
        <div>
          <dt>on its way</dt>
          <dd>{duration(waited.ms)}</dd>
        </div>
      )}
      {Object.entries(span.attributes).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value === saga ? (
              <a href={hrefTo('checkouts', { id: String(saga) })}>{String(saga)}</a>
            ) : (
              String(value)
            )}
          </dd>
        </div>
      ))}
      <div>
        <dt>span</dt>
        <dd>{span.spanId}</dd>
      </div>
    </dl>
  )
}
