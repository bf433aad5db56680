import type { showTopology as contract, ServiceState, Topology } from '@souk/contracts/ops'
import type { OpsVerb } from './room.ts'
import { sumTraffic } from './sum-traffic.ts'

export const showTopology: OpsVerb<typeof contract> = async (_input, { recollection, states }) => {
  const [traffic, services] = await Promise.all([recollection.traffic(), states()])
  const edges = sumTraffic(traffic.items)
  return { nodes: nodesOf(services, edges), edges, unavailable: traffic.unavailable }
}

/** Every service, whether it speaks or not, and whoever else does. */
function nodesOf(services: readonly ServiceState[], edges: Topology['edges']): Topology['nodes'] {
  const known = new Set(['gateway', ...services.map(({ name }) => name)])
  const others = new Set(edges.flatMap(({ from, to }) => [from, to]).filter((id) => !known.has(id)))
  return [
    { id: 'gateway', kind: 'gateway', eventLag: null },
    ...services.map(({ name: id, eventLag }) => ({ id, kind: 'service' as const, eventLag })),
    ...[...others].sort().map((id) => ({ id, kind: 'outside' as const, eventLag: null })),
  ]
}
