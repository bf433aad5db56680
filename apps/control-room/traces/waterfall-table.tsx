import { duration } from '../words/numbers.ts'
import { saysOfKind, spanKinds } from './span-kind.ts'
import { SpanRow } from './span-row.tsx'
import type { Waterfall } from './waterfall.ts'

/** The waterfall as a table, whose last column draws it. */
export function WaterfallTable({ fallen: { rows, folds } }: { fallen: Waterfall }) {
  return (
    <>
      <ul className="legend" aria-label="Colours">
        {spanKinds.map((kind) => (
          <li key={kind} className={`swatch ${kind}`}>
            {saysOfKind[kind]}
          </li>
        ))}
        <li className="swatch waits">An event on its way</li>
      </ul>
      {folds.length > 0 && (
        <p className="aside">
          Folded, as nothing happened there: {folds.map(({ ms }) => duration(ms)).join(', ')}.
        </p>
      )}
      <table className="waterfall">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col" className="number">
              After
            </th>
            <th scope="col" className="number">
              Took
            </th>
            <th scope="col">When</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <SpanRow key={row.span.spanId} row={row} folds={folds} />
          ))}
        </tbody>
      </table>
    </>
  )
}
