import type { Place } from '../places/place.ts'
import { choose } from '../places/use-place.ts'
import { curveBetween } from './curve.ts'
import { layOut } from './lay-out.ts'
import { NodeBox, type Resident } from './node-box.tsx'
import { RoadLine } from './road-line.tsx'
import type { Road } from './roads.ts'
import { useWidth } from './use-width.ts'

interface PictureProps {
  readonly residents: readonly Resident[]
  readonly roads: readonly Road[]
  readonly place: Place
}

/** The shop as a map. Whoever does not see it has the same in tables. */
export function Picture({ residents, roads, place }: PictureProps) {
  const [width, measure] = useWidth()
  const nodes = residents.map(({ node }) => node)
  const { seats, height } = layOut(nodes, width)
  const { at } = place.query
  const hrefOf = (id: string) => choose(place, { at: id === at ? undefined : id })
  const isNear = nearTo(at)
  // In an order that traffic does not change: what is moved within the page begins its motion anew.
  const drawn = roads.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return (
    <section className="map" ref={measure} style={{ height }} aria-label="Map of the shop">
      {width > 0 && (
        <svg width={width} height={height} aria-hidden="true">
          {drawn.map((road) => {
            const [from, to] = [seats.get(road.from), seats.get(road.to)]
            if (!from || !to) return null
            const emphasis = at === undefined ? 'plain' : isNear(road) ? 'chosen' : 'dim'
            return (
              <RoadLine
                key={road.id}
                road={road}
                curve={curveBetween(from, to, road.kind)}
                href={hrefOf(road.id)}
                emphasis={emphasis}
              />
            )
          })}
        </svg>
      )}
      {residents.map((resident) => {
        const { id } = resident.node
        const seat = seats.get(id)
        const isTouched =
          id === at || roads.some((road) => isNear(road) && (road.from === id || road.to === id))
        return (
          seat && (
            <NodeBox
              key={id}
              resident={resident}
              seat={seat}
              href={hrefOf(id)}
              isChosen={id === at}
              isDim={at !== undefined && !isTouched}
            />
          )
        )
      })}
    </section>
  )
}

/** Whether a road is what was chosen, or leads to or from it. */
const nearTo =
  (at: string | undefined) =>
  ({ id, from, to }: Road): boolean =>
    id === at || from === at || to === at
