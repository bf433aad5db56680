import { plural } from '../words/numbers.ts'
import type { Curve } from './curve.ts'
import { pulseOf, thicknessOf } from './pulse.ts'
import type { Road } from './roads.ts'

interface RoadLineProps {
  readonly road: Road
  readonly curve: Curve
  readonly href: string
  readonly emphasis: 'plain' | 'chosen' | 'dim'
}

/** One road, to be pointed at; whoever uses a keyboard chooses it in the table below. */
export function RoadLine({ road, curve: { path, middle }, href, emphasis }: RoadLineProps) {
  const { kind, faults, perSecond } = road
  return (
    <a href={href} tabIndex={-1} className={`road ${kind} ${emphasis}${faults > 0 ? ' faulty' : ''}`}>
      <title>{`${road.from} → ${road.to}`}</title>
      <path className="reach" d={path} />
      <path className="line" d={path} strokeWidth={thicknessOf(perSecond)} />
      <Dots path={path} perSecond={perSecond} />
      {faults > 0 && (
        <text x={middle.x} y={middle.y - 6} textAnchor="middle">
          {plural(faults, 'fault')}
        </text>
      )}
    </a>
  )
}

const TURNS = [0, 1, 2, 3]

/** What goes along it, as dots; CSS leaves them out where motion is not wanted. */
function Dots({ path, perSecond }: { path: string; perSecond: number }) {
  const pulse = pulseOf(perSecond)
  if (!pulse) return null
  return TURNS.slice(0, pulse.dots).map((turn) => (
    <circle
      key={turn}
      className="dot"
      r={3.2}
      style={{
        offsetPath: `path("${path}")`,
        animationDuration: `${pulse.seconds}s`,
        animationDelay: `-${(pulse.seconds * turn) / pulse.dots}s`,
      }}
    />
  ))
}
