import { minutes } from '@souk/kit/runtime'
import type { ProcessRoom } from '@souk/kit/service'
import { change } from '../domain/change.ts'
import { CANCELLATION, nextStep, type Step } from '../domain/next-step.ts'
import { authorizationOf, type Payment, type Transaction } from '../domain/payment.ts'
import { voidKey } from '../domain/report.ts'
import type { Answer, Provider } from '../providers/provider.ts'
import type { Providers } from '../providers/providers.ts'
import type { PaymentsStore } from '../store/payments-store.ts'
import { askProvider } from './ask-provider.ts'
import { changeLocked, newId, note, unchanged } from './note.ts'

/** After this long a provider that has not heard of a payment never will. */
const LOST_AFTER_MS = minutes(1)
/** Repeat, void, refund, repeat, and room for a provider that was faster: enough for any payment. */
const MOST_STEPS = 8

type Room = ProcessRoom<PaymentsStore>

/** Asks the provider, step by step, until the payment is what it should be or nothing new is heard. */
export async function proceed(payment: Payment, providers: Providers, room: Room): Promise<Payment> {
  let now = payment
  for (let turn = 0; turn < MOST_STEPS; turn++) {
    const before = now.version
    now = await take(nextStep(now, room.clock.now()), now, { provider: providers.of(now), room })
    if (now.version === before) break
  }
  return now
}

interface With {
  readonly provider: Provider
  readonly room: Room
}

async function take(step: Step, payment: Payment, parts: With): Promise<Payment> {
  switch (step.do) {
    case 'nothing':
      return payment
    case 'find':
      return await find(payment, parts)
    case 'void': {
      const providerId = providerIdOf(payment)
      const answer = await askProvider(parts.provider, parts.room).void({ key: voidKey(payment), providerId })
      return answer.is === 'refused' ? await find(payment, parts) : await hear(answer, payment, parts)
    }
    case 'refund':
      return await promiseRefund(payment, parts.room)
    case 'repeat':
      return await move(step.transaction, payment, parts)
  }
}

/** Finds out what became of an attempt. One the provider never heard of is given up after a while. */
export async function find(payment: Payment, { provider, room }: With): Promise<Payment> {
  const finding = await askProvider(provider, room).find(payment.key)
  if (finding.is === 'known') return await note(payment, finding.report, room)
  if (finding.is === 'unknown')
    room.log.warn({ paymentId: payment.id, why: finding.why }, 'the provider could not be asked')
  const isLost = room.clock.now() - payment.askedAt > LOST_AFTER_MS
  return finding.is === 'absent' && isLost ? await giveUp(payment, room) : payment
}

/** The shop goes on without this payment, so should it turn up after all, it is given back. */
const giveUp = ({ id }: Payment, { transaction }: Room) =>
  transaction((room) =>
    changeLocked(id, room, (payment) => {
      const asked = authorizationOf(payment)
      if (asked.state !== 'asked') return unchanged(payment)
      const cancelReason = payment.cancelReason ?? 'it never reached the provider'
      return change(payment, [{ ...asked, state: 'absent', failure: 'never_reached_the_provider' }], {
        cancelReason,
      })
    }),
  )

/** Reserves what a cancelled payment has to give back; the next step asks for it. */
const promiseRefund = ({ id: paymentId }: Payment, { transaction, clock }: Room) =>
  transaction((room) =>
    changeLocked(paymentId, room, (payment) => {
      const step = nextStep(payment, clock.now())
      if (step.do !== 'refund') return unchanged(payment)
      const id = newId(room.ids)('refund')
      const requestId = `${CANCELLATION} ${id}`
      return change(payment, [
        asked({ id, kind: 'refund', amount: step.amount, requestId, reason: payment.cancelReason }, payment),
      ])
    }),
  )

/** Asks for a capture or refund that is stored as asked for. Its id is its key, so it may be asked again. */
export async function move(transaction: Transaction, payment: Payment, parts: With): Promise<Payment> {
  const { key, id: reference, amount, kind } = transaction
  const wish = { key, reference, amount, providerId: providerIdOf(payment) }
  const { capture, refund } = askProvider(parts.provider, parts.room)
  const answer = await (kind === 'capture' ? capture(wish) : refund(wish))
  if (answer.is !== 'refused') return await hear(answer, payment, parts)
  const failed = { ...transaction, state: 'failed' as const, failure: answer.code }
  const after = await parts.room.transaction((room) =>
    changeLocked(payment.id, room, (now) => {
      const isAsked = now.transactions.some(({ id, state }) => id === transaction.id && state === 'asked')
      return isAsked ? change(now, [failed]) : unchanged(now)
    }),
  )
  // Its book is not ours, or it would not refuse.
  return await find(after, parts)
}

async function hear(answer: Answer, payment: Payment, { provider, room }: With): Promise<Payment> {
  if (answer.is === 'known') {
    const after = await note(payment, answer.report, room)
    return after.doubt?.isOpen ? await find(after, { provider, room }) : after
  }
  if (answer.is === 'unknown')
    room.log.warn({ paymentId: payment.id, why: answer.why }, 'the provider’s answer is not known')
  return payment
}

function providerIdOf(payment: Payment): string {
  const { providerId } = authorizationOf(payment)
  if (providerId === null) throw new Error(`payment ${payment.id} is not known at its provider`)
  return providerId
}

type Wanted = Pick<Transaction, 'id' | 'kind' | 'amount' | 'requestId' | 'reason'>

/** A movement about to be asked for, under its own id as key. */
export const asked = (wanted: Wanted, { amount }: Payment): Transaction => ({
  ...wanted,
  key: wanted.id,
  currency: amount.currency,
  state: 'asked',
  providerId: null,
  failure: null,
})
