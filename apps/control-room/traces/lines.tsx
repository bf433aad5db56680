import type { LogLine, Logs } from '../asking/answers.ts'
import { useAnswer } from '../asking/use-answer.ts'
import { Json } from '../parts/json.tsx'
import { Loading } from '../parts/loading.tsx'
import { Unavailable } from '../parts/unavailable.tsx'
import { clockTime } from '../words/moments.ts'

const EVERY_MS = 5_000

/** What the log says of one trace, in the order it happened. */
export function Lines({ traceId }: { traceId: string }) {
  const path = `/ops/logs?traceId=${encodeURIComponent(traceId)}&limit=100`
  const { answer, trouble } = useAnswer<Logs>(path, EVERY_MS)
  if (!answer) return <Loading trouble={trouble} />
  return (
    <>
      <Unavailable names={answer.unavailable} />
      {answer.items.length === 0 && (
        <p className="aside">Nothing, from level info up. What the log had may have been forgotten.</p>
      )}
      {answer.nextCursor !== null && <p className="aside">These are the newest hundred; there are more.</p>}
      <ol className="plain log">
        {answer.items.toReversed().map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ol>
    </>
  )
}

const TONE = { debug: '', info: '', warn: 'warn', error: 'bad', fatal: 'bad' } as const

function Line({ line: { at, level, service, message, fault, fields } }: { line: LogLine }) {
  const hasMore = Object.keys(fields).length > 0
  return (
    <li>
      <time dateTime={at}>{clockTime(at)}</time> <strong className={TONE[level]}>{level}</strong> {service}:{' '}
      {message}
      {fault && (
        <details>
          <summary>
            {fault.type}: {fault.message}
          </summary>
          <pre>{fault.stack}</pre>
        </details>
      )}
      {hasMore && (
        <details>
          <summary>Fields</summary>
          <Json label="Fields" value={fields} />
        </details>
      )}
    </li>
  )
}
