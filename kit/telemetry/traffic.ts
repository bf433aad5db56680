import type { Edge, EdgeTraffic } from '../contract/recollection.ts'
import type { Clock } from '../runtime/clock.ts'
import { LATENCY_BUCKETS, latencyBucket } from './latency.ts'
import { type RollingMinute, rollingMinute } from './rolling-minute.ts'

/** `refused`: answered, and not as wished. `fault`: not answered, or not applied. */
export type Course = 'ok' | 'refused' | 'fault'

/** Counts one thing that went over an edge; for an event `ms` is how long after its announcement it was applied. */
export type Count = (course: Course, ms: number) => void

/** What goes from whom to whom, whether its trace is recorded or not. */
export interface Traffic {
  /** A counter bound to its edge once: the hot path only counts. */
  over(edge: Edge): Count
  /** Edges over which something went in the last minute. */
  lastMinute(): EdgeTraffic[]
}

interface Seen {
  readonly edge: Edge
  readonly count: Count
  /** Two and a half kilobytes, so only where something goes. */
  minute?: RollingMinute
}

const COURSES: readonly Course[] = ['ok', 'refused', 'fault']

export function createTraffic(clock: Clock): Traffic {
  const edges = new Map<string, Seen>()
  const open = (edge: Edge): Seen => {
    const seen: Seen = {
      edge,
      count(course, ms) {
        const now = clock.now()
        seen.minute ??= rollingMinute(COURSES.length + LATENCY_BUCKETS)
        seen.minute.add(COURSES.indexOf(course), now)
        seen.minute.add(COURSES.length + latencyBucket(ms), now)
      },
    }
    return seen
  }
  return {
    over(edge) {
      const key = `${edge.kind} ${edge.from} ${edge.to} ${edge.name}`
      const known = edges.get(key) ?? open(edge)
      edges.set(key, known)
      return known.count
    },
    lastMinute() {
      const now = clock.now()
      return [...edges.values()].flatMap(({ edge, minute }) => {
        const [ok = 0, refused = 0, faults = 0, ...took] = minute?.sums(now) ?? []
        return ok + refused + faults > 0 ? [{ ...edge, ok, refused, faults, took }] : []
      })
    },
  }
}
