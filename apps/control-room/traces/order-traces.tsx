import type { Order } from '../asking/answers.ts'
import { useAnswer } from '../asking/use-answer.ts'
import { Loading } from '../parts/loading.tsx'
import { TableScroll } from '../parts/table-scroll.tsx'
import { TraceLink } from '../parts/trace-link.tsx'
import { SignIn } from '../staff/sign-in.tsx'
import type { SignedIn } from '../staff/use-staff.ts'
import { dayAndTime } from '../words/moments.ts'

const EVERY_MS = 10_000

/** What happened to an order, each with the trace it happened under. */
export function OrderTraces({ order, signedIn }: { order: string; signedIn: SignedIn }) {
  const path = `/admin/v1/orders/${encodeURIComponent(order)}`
  const { answer, trouble } = useAnswer<Pick<Order, 'number' | 'timeline'>>(path, EVERY_MS)
  if (answer) return <TimelineTable order={answer} />
  const isForStaff = trouble?.kind === 'refused' && trouble.problem.status === 401
  return isForStaff ? <SignIn why={STAFF_ONLY} signedIn={signedIn} /> : <Loading trouble={trouble} />
}

const STAFF_ONLY =
  'Orders are for staff, on the shop’s own machine too. Sign in with the scope orders:read to find traces by order; without, search by trace id.'

function TimelineTable({ order: { number, timeline } }: { order: Pick<Order, 'number' | 'timeline'> }) {
  return (
    <>
      <h2>Order {number}</h2>
      <TableScroll label={`Timeline of order ${number}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">What</th>
              <th scope="col">By</th>
              <th scope="col">Trace</th>
            </tr>
          </thead>
          <tbody>
            {timeline.map(({ at, type, actor, detail, traceId }) => (
              <tr key={`${at} ${type}`}>
                <td className="word">{dayAndTime(at)}</td>
                <th scope="row">
                  {type} {detail && <span className="aside">{detail}</span>}
                </th>
                <td>{actor}</td>
                <td>{traceId && <TraceLink id={traceId} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  )
}
