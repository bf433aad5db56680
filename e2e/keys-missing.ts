import type { Memory } from '@souk/kit/telemetry'
import { partiesOf } from '../fleet/parties.ts'

/** Whom services asked in the last minute for whom they would have no key in a fleet: in one process nobody needs any. */
export function keysMissing(memory: Memory, services: readonly string[]): string[] {
  const asks = new Map(partiesOf(services).map((party) => [party.name, new Set(party.asks)]))
  const edges = memory.traffic.lastMinute().filter(({ kind, to }) => kind === 'call' && asks.has(to))
  const missing = edges.filter(({ from, to }) => from !== to && asks.has(from) && !asks.get(from)?.has(to))
  return missing.map(
    ({ from, to, name }) => `${from} asks ${to} for ${name}, and fleet/parties.ts gives it no key`,
  )
}
