import { problemOf } from '../data/ask.ts'

interface TroubleProps {
  readonly error: unknown
  readonly onRetry?: () => void
}

/** What went wrong, in the shop’s words, and a way on. */
export function Trouble({ error, onRetry }: TroubleProps) {
  const problem = problemOf(error)
  const sentence = error instanceof Error ? error.message : 'Something went wrong.'
  return (
    <div className="trouble" role="alert">
      <p>{sentence}</p>
      {problem?.traceId && (
        <p className="hint">
          Trace <code>{problem.traceId}</code>: whoever runs the shop can look it up.
        </p>
      )}
      {onRetry && (
        <button type="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  )
}
