import type { listTraces as contract, TraceSummary } from '@souk/contracts/ops'
import type { Input, TracePart } from '@souk/kit/contract'
import { joinTraces } from './join-traces.ts'
import { newest, olderThan } from './newest.ts'
import type { OpsVerb } from './room.ts'

export const listTraces: OpsVerb<typeof contract> = async (wanted, { recollection }) => {
  const { items, unavailable } = await recollection.recentTraces()
  const isOlder = olderThan(wanted.cursor)
  const found = joinTraces(items as TracePart[]).filter(
    (trace) => isWanted(trace, wanted) && isOlder(placeOf(trace)),
  )
  const page = newest([{ items: found, nextCursor: null }], {
    placeOf,
    cursorOf: (trace) => placeOf(trace).join('~'),
    limit: wanted.limit,
  })
  return { ...page, unavailable }
}

const placeOf = ({ start, traceId }: TraceSummary) => [start, traceId] as const

function isWanted(trace: TraceSummary, wanted: Input<typeof contract>): boolean {
  const { errors, minDurationMs = 0, service } = wanted
  const isInErrors = errors === undefined || (errors === 'true') === trace.errors > 0
  return isInErrors && trace.durationMs >= minDurationMs && (!service || trace.services.includes(service))
}
