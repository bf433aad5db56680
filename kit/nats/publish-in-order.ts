import { jetstream } from '@nats-io/jetstream'
import type { NatsConnection } from '@nats-io/transport-node'
import type { StoredEvent } from '../contract/event.ts'
import { writeCloudEvent } from './cloud-event.ts'
import { subjectOf } from './names.ts'

/** What is under way at once, not yet acknowledged. */
const MOST_EVENTS = 256
const MOST_BYTES = 2 ** 20
const ACKNOWLEDGED_WITHIN_MS = 5_000
/** Subject, headers and what the protocol adds to a payload. */
const ENVELOPE_BYTES = 1_024

interface Parcel {
  readonly id: string
  readonly subject: string
  readonly payload: Uint8Array
}

/**
 * Resolves when the broker has acknowledged every event. A block leaves in one go, without a turn of the event loop
 * in between, so all of it is written to one connection: when that breaks, what is missing is its end and never a
 * hole, and publishing everything once more keeps the order. The broker drops what it knows by the event's id.
 */
export async function publishInOrder(
  connection: NatsConnection,
  events: readonly StoredEvent[],
): Promise<void> {
  const broker = jetstream(connection, { timeout: ACKNOWLEDGED_WITHIN_MS })
  const most = (connection.info?.max_payload ?? Number.POSITIVE_INFINITY) - ENVELOPE_BYTES
  const parcels = events.map(wrap)
  for (const { id, payload } of parcels)
    if (payload.length > most)
      throw new RangeError(
        `${id} weighs ${payload.length} bytes and the broker takes ${most}: raise its max_payload`,
      )
  for (const block of blocksOf(parcels)) {
    const acknowledgements = block.map(({ id, subject, payload }) =>
      broker.publish(subject, payload, { msgID: id }),
    )
    for (const one of await Promise.allSettled(acknowledgements))
      if (one.status === 'rejected') throw one.reason
  }
}

const wrap = (event: StoredEvent): Parcel => ({
  id: event.id,
  subject: subjectOf(event),
  payload: Buffer.from(writeCloudEvent(event)),
})

function* blocksOf(parcels: readonly Parcel[]): Generator<Parcel[]> {
  let block: Parcel[] = []
  let bytes = 0
  for (const parcel of parcels) {
    if (block.length > 0 && (block.length === MOST_EVENTS || bytes + parcel.payload.length > MOST_BYTES)) {
      yield block
      block = []
      bytes = 0
    }
    block.push(parcel)
    bytes += parcel.payload.length
  }
  if (block.length > 0) yield block
}
