import type { showTrace as contract } from '@souk/contracts/ops'
import { refuse, type TraceSpan } from '@souk/kit/contract'
import type { OpsVerb } from './room.ts'

export const showTrace: OpsVerb<typeof contract> = async ({ traceId }, { recollection }) => {
  const { items, unavailable } = await recollection.spansOf(traceId)
  if (items.length > 0) return { traceId, spans: inOrder(items), unavailable }
  const missing = unavailable.length > 0 ? ` ${unavailable.join(', ')} did not answer.` : ''
  return refuse('not_found', {
    detail: `Nobody remembers this trace: it was not recorded, or newer ones took its place.${missing}`,
  })
}

/** Each span once, in the order they began, as far as the clocks of several machines agree. */
function inOrder(spans: readonly TraceSpan[]): TraceSpan[] {
  const once = new Map(spans.map((span) => [span.spanId, span]))
  return [...once.values()].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
}
