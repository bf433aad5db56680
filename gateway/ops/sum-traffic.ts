import type { Topology } from '@souk/contracts/ops'
import type { EdgeTraffic } from '@souk/kit/contract'
import { quantile } from '@souk/kit/telemetry'

type TopologyEdge = Topology['edges'][number]

const SECONDS = 60

/** What several processes saw of the same edges in the last minute, the busiest first. */
export const sumTraffic = (seen: readonly EdgeTraffic[]): TopologyEdge[] =>
  [...Map.groupBy(seen, ({ from, to, kind, name }) => `${kind} ${from} ${to} ${name}`).values()]
    .map((same) => toEdge(same.reduce(add)))
    .sort((a, b) => b.count - a.count)

const add = (a: EdgeTraffic, b: EdgeTraffic): EdgeTraffic => ({
  ...a,
  ok: a.ok + b.ok,
  refused: a.refused + b.refused,
  faults: a.faults + b.faults,
  took: a.took.map((count, bucket) => count + (b.took[bucket] ?? 0)),
})

function toEdge({ from, to, kind, name, ok, refused, faults, took }: EdgeTraffic): TopologyEdge {
  const count = ok + refused + faults
  return {
    ...{ from, to, kind, name, count },
    perSecond: rounded(count / SECONDS),
    refusals: refused,
    faults,
    p50Ms: rounded(quantile(took, 0.5) ?? 0),
    p95Ms: rounded(quantile(took, 0.95) ?? 0),
  }
}

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000
