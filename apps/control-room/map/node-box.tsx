import type { ServiceState, TopologyNode } from '../asking/answers.ts'
import { isLagging, lag, rate } from '../words/numbers.ts'
import { NODE_HEIGHT, type Seat } from './lay-out.ts'
import type { Traffic } from './roads.ts'

export interface Resident {
  readonly node: TopologyNode
  /** Of a service; nothing of the gateway and of strangers. */
  readonly state: ServiceState | undefined
  readonly traffic: { readonly in: Traffic; readonly out: Traffic }
}

interface NodeBoxProps {
  readonly resident: Resident
  readonly seat: Seat
  readonly href: string
  readonly isChosen: boolean
  readonly isDim: boolean
}

/** One part of the shop at its place on the map. */
export function NodeBox({ resident, seat, href, isChosen, isDim }: NodeBoxProps) {
  const { node, state } = resident
  const isAway = state?.health === 'unavailable'
  const position = {
    left: seat.x - seat.width / 2,
    top: seat.y - NODE_HEIGHT / 2,
    width: seat.width,
    height: NODE_HEIGHT,
  }
  return (
    <a
      className={`node ${node.kind}${isAway ? ' away' : ''}${isDim ? ' dim' : ''}`}
      href={href}
      style={position}
      aria-current={isChosen ? 'true' : undefined}
    >
      <strong>
        {node.id}
        {state && state.instances.length > 1 && <span className="many"> ×{state.instances.length}</span>}
      </strong>
      <small>{isAway ? 'not answering' : stateOf(resident)}</small>
    </a>
  )
}

/** What most wants to be seen: what waits, else what comes in, else what goes out. */
function stateOf({ node: { eventLag }, traffic }: Resident): string {
  if (eventLag !== null && isLagging(eventLag)) return `events wait ${lag(eventLag)}`
  if (traffic.in.count > 0) return `${rate(traffic.in.perSecond)} in`
  return traffic.out.count > 0 ? `${rate(traffic.out.perSecond)} out` : 'quiet'
}
