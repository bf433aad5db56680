import type { Offender } from '../asking/answers.ts'
import { hrefTo } from '../places/place.ts'
import { dayAndTime } from '../words/moments.ts'

/** What is wrong with one thing, and what happened to it. */
export function OffenderShown({ offender: { about, says, timeline } }: { offender: Offender }) {
  return (
    <div className="panel">
      <p>{says}</p>
      {about.startsWith('ord_') && (
        <p>
          <a href={hrefTo('traces', { query: { order: about } })}>Traces of this order</a>
        </p>
      )}
      {timeline.length > 0 && (
        <details>
          <summary>What happened to {about}</summary>
          <ol className="plain happened">
            {timeline.map(({ at, source, what }) => (
              <li key={`${at} ${source} ${what}`}>
                <time dateTime={at}>{dayAndTime(at)}</time> <span className="aside">{source}</span> {what}
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  )
}
