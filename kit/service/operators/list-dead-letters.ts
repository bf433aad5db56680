import type { DeadLetter, OperatorsCalls } from '../../contract/operators.ts'
import type { ParkedEvent } from '../../messaging/parked.ts'
import { HIDDEN, veiledFault, veiledFields, veiledName } from '../../telemetry/veil.ts'
import type { Query } from '../definition.ts'
import { letterId, placeOf } from './dead-letter-id.ts'
import type { Desk } from './desk.ts'
import type { OperatorsStore } from './operators-store.ts'

export const listDeadLetters =
  (desk: Desk): Query<OperatorsCalls['listDeadLetters'], OperatorsStore> =>
  async ({ type, cursor, limit }, { store }) => {
    const before = cursor === undefined ? undefined : placeIn(desk, cursor)
    const found = await store.listDeadLetters({ type, before, limit: limit + 1 })
    const items = found.slice(0, limit).map((event) => viewOf(desk, event))
    return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null }
  }

/** Letters with one event are ordered by their consumers, the last of the alphabet first. */
function placeIn({ service }: Desk, cursor: string) {
  const { consumer, eventId } = placeOf(cursor)
  return { id: eventId, isIncluded: service < consumer }
}

function viewOf({ service, shown }: Desk, event: ParkedEvent): DeadLetter {
  const { id, type, subject, source, data, time, attempts, error } = event
  return {
    id: letterId({ consumer: service, eventId: id }),
    consumer: service,
    eventId: id,
    type,
    subject: data ? veiledName(subject, data, shown) : HIDDEN,
    source,
    time: time.toISOString(),
    data: data && veiledFields(data, shown),
    attempts,
    error: error === null ? null : veiledFault(error),
    firstTriedAt: event.first_tried_at?.toISOString() ?? null,
    lastTriedAt: event.last_tried_at?.toISOString() ?? null,
  }
}
