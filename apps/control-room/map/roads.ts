import type { Edge } from '../asking/answers.ts'

/** What went over one or several edges in the last minute. */
export interface Traffic {
  readonly perSecond: number
  readonly count: number
  readonly refusals: number
  readonly faults: number
  /** The 95th percentile of the slowest of them: percentiles do not add up. */
  readonly slowestP95Ms: number
}

/** Everything of one kind that goes from one to another. */
export interface Road extends Traffic {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly kind: Edge['kind']
  /** The busiest first. */
  readonly edges: readonly Edge[]
}

const roadId = ({ from, to, kind }: Pick<Edge, 'from' | 'to' | 'kind'>): string => `${from}~${to}~${kind}`

/** This page asks as well, and would draw itself. */
const isOurOwn = ({ name }: Edge): boolean =>
  name.startsWith('operators-') || /^[A-Z]+ \/(admin\/)?ops\b/.test(name)

/** The edges between each two, as one road for calls and one for events; the busiest first. */
export function roadsIn(edges: readonly Edge[]): Road[] {
  const seen = edges.filter((edge) => !isOurOwn(edge))
  return [...Map.groupBy(seen, roadId)]
    .map(([id, same]) => {
      const { from, to, kind } = same[0] as Edge
      return {
        ...{ id, from, to, kind },
        ...trafficOf(same),
        edges: same.toSorted((a, b) => b.count - a.count),
      }
    })
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
}

function trafficOf(edges: readonly Omit<Edge, 'p50Ms'>[]): Traffic {
  const sum = (of: (edge: Omit<Edge, 'p50Ms'>) => number) =>
    edges.reduce((total, edge) => total + of(edge), 0)
  return {
    count: sum(({ count }) => count),
    perSecond: sum(({ perSecond }) => perSecond),
    refusals: sum(({ refusals }) => refusals),
    faults: sum(({ faults }) => faults),
    slowestP95Ms: Math.max(0, ...edges.map(({ p95Ms }) => p95Ms)),
  }
}

/** What came to a service in the last minute, and what it sent on. */
export function trafficAt(id: string, roads: readonly Road[]): { in: Traffic; out: Traffic } {
  const edgesOf = (side: 'from' | 'to') =>
    roads.filter((road) => road[side] === id).flatMap(({ edges }) => edges)
  return { in: trafficOf(edgesOf('to')), out: trafficOf(edgesOf('from')) }
}
