import { messageFailed, messageSent } from '@souk/contracts/notifications'
import { seconds, toTimestamp } from '@souk/kit/runtime'
import type { FeatureRoom, ProcessRoom } from '@souk/kit/service'
import { nextAttemptIn } from '../domain/back-off.ts'
import type { Handover, Mailer } from '../providers/mailer.ts'
import type { DueMessage } from '../store/messages.ts'
import type { NotificationsStore } from '../store/notifications-store.ts'

/** Woken whenever a message is stored. */
export const SEND_MESSAGES = 'send-messages'
const AT_ONCE = 8
/** Longer than a mailer may take: until then nobody else takes the message from a process that lives. */
const HELD_MS = seconds(45)

/**
 * Sends what is due, a few at once, and notes in one transaction how they went; returns how many were tried. No
 * transaction is open while a server is spoken to. A process that dies between sending and noting leaves
 * messages that are sent again: under the same Message-ID, so that the copy can be recognised.
 */
export const sendMessages =
  (mailer: Mailer, from: string) =>
  async (room: ProcessRoom<NotificationsStore>): Promise<number> => {
    const now = room.clock.now()
    const held = {
      now: toTimestamp(now),
      until: toTimestamp(now + HELD_MS),
      limit: AT_ONCE,
      holder: room.holder,
    }
    const due = await room.store.claimDue(held)
    if (due.length === 0) return 0
    const outcomes = await Promise.all(due.map((message) => handOver(mailer, { ...message, from }, room)))
    await room.transaction((inside) =>
      Promise.all(due.map((message, index) => note(message, outcomes[index] as Attempt, inside))),
    )
    return due.length
  }

type Attempt = Handover | { readonly isAccepted?: never; readonly fault: string }

async function handOver(
  mailer: Mailer,
  message: DueMessage & { from: string },
  { speak }: ProcessRoom<NotificationsStore>,
): Promise<Attempt> {
  const { id, from, recipient: to, subject, text, html } = message
  try {
    const send = () => mailer.send({ id, from, to, subject, text, html })
    return await speak({ to: 'mailer', verb: 'send' }, send, courseOf)
  } catch (fault) {
    return { fault: fault instanceof Error ? fault.message : String(fault) }
  }
}

const courseOf = ({ isAccepted }: Handover) => (isAccepted ? 'ok' : 'refused')

async function note(
  { id, template, orderId, attempts }: DueMessage,
  outcome: Attempt,
  { store, clock, publish }: FeatureRoom<NotificationsStore>,
): Promise<void> {
  const at = toTimestamp(clock.now())
  const facts = { messageId: id, template, ...(orderId !== null && { orderId }), at }
  if (outcome.isAccepted === true) {
    if (await store.markSent(id, at)) publish(messageSent(facts))
    return
  }
  const reason = ('reason' in outcome ? outcome.reason : outcome.fault).slice(0, 2_000)
  const wait = 'reason' in outcome ? undefined : nextAttemptIn(attempts)
  if (wait !== undefined) return await store.postpone(id, toTimestamp(clock.now() + wait), reason)
  if (await store.markFailed(id, reason)) publish(messageFailed(facts))
}
