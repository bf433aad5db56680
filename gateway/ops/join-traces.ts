import type { TraceSummary } from '@souk/contracts/ops'
import type { TracePart } from '@souk/kit/contract'

/** What several processes know of the same traces, one entry each. */
export const joinTraces = (parts: readonly TracePart[]): TraceSummary[] =>
  [...Map.groupBy(parts, ({ traceId }) => traceId).values()].map(joinOne)

function joinOne(parts: readonly TracePart[]): TraceSummary {
  const first = parts.reduce((a, b) => (b.start < a.start ? b : a))
  const end =
    parts
      .map((part) => part.end)
      .sort()
      .at(-1) ?? first.end
  const { traceId, service, name, start } = first
  return {
    ...{ traceId, service, name, start },
    durationMs: Date.parse(end) - Date.parse(start),
    spans: sum(parts, ({ spans }) => spans),
    errors: sum(parts, ({ errors }) => errors),
    services: [...new Set(parts.flatMap(({ services }) => services))].sort(),
  }
}

const sum = (parts: readonly TracePart[], of: (part: TracePart) => number): number =>
  parts.reduce((total, part) => total + of(part), 0)
