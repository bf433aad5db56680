import type { Readable } from 'node:stream'
import type { receiveProviderEvent as contract } from '@souk/contracts/payments'
import { refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { FeatureRoom, Process, ProcessRoom } from '@souk/kit/service'
import { isEmpty } from '../domain/change.ts'
import type { Payment } from '../domain/payment.ts'
import { isAbout, merge, type Report } from '../domain/report.ts'
import type { Event } from '../providers/provider.ts'
import type { Providers } from '../providers/providers.ts'
import type { PaymentsStore } from '../store/payments-store.ts'
import { keepLocked } from './keep.ts'
import { newId } from './note.ts'

const MOST_BYTES = 65_536

/**
 * Takes a provider’s word for what happened, once its signature is found to fit. Twice, late, early or out of
 * order is harmless: a report is merged by what it says, not by when it came, and one about a payment not known
 * here waits until it is.
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
    const facts = factsOf(id, event, room)
    const { report } = event
    const known = report ? await room.store.findAll(report.orderId) : []
    const payment = report && known.find((one) => isAbout(report, one))
    if (report && known.length === 0) await room.store.addWaiting(facts, report)
    // Mostly the answer has told it already: then it is only kept, and nothing waits for a lock.
    else if (report && payment && isNews(report, payment, room))
      await room.transaction((tx) => take(facts, { id: payment.id, report }, tx), report.orderId)
    else await room.store.addEvent(facts)
    return undefined
  }

type Genuine = Extract<Event, { is: 'genuine' }>

const factsOf = (
  provider: string,
  { id: eventId, type, report }: Genuine,
  { clock }: Pick<ProcessRoom<PaymentsStore>, 'clock'>,
) => ({
  provider,
  eventId,
  type,
  paymentId: report?.reference ?? null,
  facts: report ?? {},
  at: toTimestamp(clock.now()),
})

function isNews(report: Report, payment: Payment, { ids }: Pick<ProcessRoom<PaymentsStore>, 'ids'>): boolean {
  return !isEmpty(merge(payment, report, newId(ids)))
}

/** The event and what follows from it are stored together: heard again, it finds itself and nothing else happens. */
async function take(
  facts: ReturnType<typeof factsOf>,
  { id, report }: { id: string; report: Report },
  room: FeatureRoom<PaymentsStore>,
): Promise<void> {
  const { store, ids } = room
  const [isFirst, payment] = await Promise.all([store.addEvent(facts), store.lock(id)])
  if (!isFirst || !payment) return
  const made = merge(payment, report, newId(ids))
  if (!isEmpty(made)) await keepLocked(made, room)
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
