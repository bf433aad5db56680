import { Actor } from '../parts/actor.tsx'
import { wordOf } from '../parts/status.tsx'
import { When } from '../parts/when.tsx'
import type { Order } from './order.ts'

type Entry = Order['timeline'][number]

/** Everything that was done to an order, the latest first. */
export function Timeline({ order }: { readonly order: Order }) {
  return (
    <ol className="timeline" reversed>
      {order.timeline.toReversed().map((entry) => (
        <li key={`${entry.at} ${entry.type} ${entry.detail ?? ''}`}>
          <Happened entry={entry} />
        </li>
      ))}
    </ol>
  )
}

function Happened({ entry: { at, type, actor, detail, traceId } }: { readonly entry: Entry }) {
  return (
    <>
      <p>
        <strong>{wordOf(type)}</strong>
        {detail && <> – {detail}</>}
      </p>
      <p className="hint">
        <When at={at} /> by <Actor actor={actor} />
        {traceId && (
          <>
            {' '}
            · <a href={`/admin/ops#/traces/${traceId}`}>trace</a>
          </>
        )}
      </p>
    </>
  )
}
