import type { ConsumerInfo, JetStreamClient } from '@nats-io/jetstream'
import { STREAM } from './names.ts'
import { ACKNOWLEDGES_WITHIN_MS } from './prepare-broker.ts'

const LOOKS_AGAIN_MS = 250
/** The broker looks for what is due again now and then. */
const DUE_LATE_BY_MS = 300

interface Waiting {
  readonly broker: JetStreamClient
  readonly consumer: string
  readonly isOver: () => boolean
  readonly rest: (ms: number) => Promise<unknown>
}

/**
 * Waits for the consumer to be made, and for what it brought somebody who died, or lost on the way, to be due again:
 * asked earlier, it would bring what follows first. Where another replica holds some it waits in vain, and once.
 */
export async function untilBroughtAgain(waiting: Waiting): Promise<ConsumerInfo | undefined> {
  const { broker, consumer, isOver, rest } = waiting
  const manager = await broker.jetstreamManager(false)
  while (!isOver()) {
    const found = await manager.consumers.info(STREAM, consumer).catch(() => undefined)
    if (found) {
      if (found.num_ack_pending > 0) await rest(ACKNOWLEDGES_WITHIN_MS + DUE_LATE_BY_MS)
      return isOver() ? undefined : found
    }
    await rest(LOOKS_AGAIN_MS)
  }
  return undefined
}
