import type { Trace } from '../asking/answers.ts'
import { useAnswer } from '../asking/use-answer.ts'
import { Loading } from '../parts/loading.tsx'
import { Unavailable } from '../parts/unavailable.tsx'
import { dayAndTime } from '../words/moments.ts'
import { count, duration, plural } from '../words/numbers.ts'
import { Lines } from './lines.tsx'
import { saysOfKind } from './span-kind.ts'
import { statementsIn, sumsOf } from './sums.ts'
import { type Waterfall, waterfall } from './waterfall.ts'
import { WaterfallTable } from './waterfall-table.tsx'

const EVERY_MS = 5_000

/** One request with all that followed from it: calls, events, the database, the outside; and what the log says of it. */
export function TracePage({ id }: { id: string }) {
  const { answer: trace, trouble } = useAnswer<Trace>(`/ops/traces/${encodeURIComponent(id)}`, EVERY_MS)
  return (
    <>
      <h2>
        Trace <code>{id}</code>
      </h2>
      {trace ? <Fallen trace={trace} /> : <Loading trouble={trouble} />}
      <h2>Log</h2>
      <Lines traceId={id} />
    </>
  )
}

function Fallen({ trace: { spans, unavailable } }: { trace: Trace }) {
  const fallen = waterfall(spans)
  return (
    <>
      <Unavailable names={unavailable} />
      <Sums fallen={fallen} />
      <WaterfallTable fallen={fallen} />
    </>
  )
}

function Sums({ fallen: { rows, durationMs } }: { fallen: Waterfall }) {
  const first = rows[0]?.span
  const errors = rows.filter(({ span }) => span.status === 'error').length
  return (
    <dl className="facts">
      <div>
        <dt>Began</dt>
        <dd>{first && dayAndTime(first.start)}</dd>
      </div>
      <div>
        <dt>Took, with all that followed</dt>
        <dd>{duration(durationMs)}</dd>
      </div>
      <div>
        <dt>Errors</dt>
        <dd className={errors > 0 ? 'bad' : ''}>{count(errors)}</dd>
      </div>
      {sumsOf(rows).map(({ kind, spans, ms }) => (
        <div key={kind}>
          <dt>{saysOfKind[kind]}</dt>
          <dd>
            {duration(ms)} in {count(spans)}
            {kind === 'database' && `, ${plural(statementsIn(rows), 'statement')}`}
          </dd>
        </div>
      ))}
    </dl>
  )
}
