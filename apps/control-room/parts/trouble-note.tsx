import type { Trouble } from '../asking/ask.ts'
import { inWords } from '../words/trouble.ts'
import { TraceLink } from './trace-link.tsx'

/** What went wrong and what to do, with the trace to look into. */
export function TroubleNote({ trouble }: { trouble: Trouble }) {
  const { title, advice, traceId } = inWords(trouble)
  return (
    <div className="note bad" role="alert">
      <strong>{title}</strong> {advice}
      {traceId && (
        <>
          {' '}
          <TraceLink id={traceId}>Show its trace</TraceLink>
        </>
      )}
    </div>
  )
}
