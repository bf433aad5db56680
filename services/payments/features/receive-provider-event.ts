import type { Readable } from 'node:stream'
import type { receiveProviderEvent as contract } from '@souk/contracts/payments'
import { refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { FeatureRoom, Process } from '@souk/kit/service'
import { isEmpty } from '../domain/change.ts'
import { merge } from '../domain/report.ts'
import type { Event } from '../providers/provider.ts'
import type { Providers } from '../providers/providers.ts'
import type { PaymentsStore } from '../store/payments-store.ts'
import { keepLocked } from './keep.ts'
import { newId } from './note.ts'

const MOST_BYTES = 65_536

/**
 * Takes a provider’s word for what happened, once its signature is found to fit. Twice, late, early or out of
 * order is harmless: a report is merged by what it says, not by when it came, and one about a payment not known
 * here is only kept, since authorizing asks the provider for the truth anyway.
 */
export const receiveProviderEvent =
  (providers: Providers): Process<typeof contract, PaymentsStore> =>
  async ({ provider: id }, room) => {
    const provider = providers.find(id)
    if (!provider || !room.upload) return refuse('not_found', { detail: 'There is no such provider here.' })
    const body = await readBounded(room.upload.stream)
    if (!body) return refuse('body_too_large', { detail: 'A notification may be 64 KiB.' })
    const event = provider.readEvent({ body, headers: room.upload.headers ?? {}, now: room.clock.now() })
    if (event.is === 'forged') return refuse('invalid_signature', { detail: event.why })
    await room.transaction((tx) => take(id, event, tx))
    return undefined
  }

/** The event and what follows from it are stored together: heard again, it finds itself and nothing else happens. */
async function take(
  provider: string,
  { id: eventId, type, report }: Extract<Event, { is: 'genuine' }>,
  room: FeatureRoom<PaymentsStore>,
): Promise<void> {
  const { store, clock, ids } = room
  const at = toTimestamp(clock.now())
  const facts = { provider, eventId, type, paymentId: report?.reference ?? null, facts: report ?? {}, at }
  const [isFirst, seen] = await Promise.all([
    store.addEvent(facts),
    report ? store.find(report.orderId) : undefined,
  ])
  if (!isFirst || !report || seen?.id !== report.reference) return
  // Mostly the answer has told it already: then there is nothing to wait for a lock for.
  if (isEmpty(merge(seen, report, newId(ids)))) return
  const payment = await store.lock(report.orderId)
  const made = payment && merge(payment, report, newId(ids))
  if (made && !isEmpty(made)) await keepLocked(made, room)
}

/** The whole body, or nothing when it is larger than any notification. */
async function readBounded(stream: Readable): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > MOST_BYTES) return undefined
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}
