import type { FeatureRoom, ProcessRoom } from '@souk/kit/service'
import { change } from '../domain/change.ts'
import type { Payment, Transaction } from '../domain/payment.ts'
import type { Part } from '../domain/plan.ts'
import type { Providers } from '../providers/providers.ts'
import type { PaymentsStore } from '../store/payments-store.ts'
import { keepLocked } from './keep.ts'
import { newId } from './note.ts'
import { asked, move } from './proceed.ts'

/** A movement of one payment that is stored as asked for, or was before. */
export interface Reserved {
  readonly payment: Payment
  readonly transaction: Transaction
}

type Wish = Pick<Transaction, 'kind' | 'requestId' | 'reason'>

/** What the same request reserved before: all of it in one transaction, so this is all of it. */
export const requested = (
  payments: readonly Payment[],
  { kind, requestId }: Pick<Wish, 'kind' | 'requestId'>,
): Reserved[] =>
  payments.flatMap((payment) => {
    const transaction = payment.transactions.find((one) => one.kind === kind && one.requestId === requestId)
    return transaction ? [{ payment, transaction }] : []
  })

/** Stores each part as asked for; the payments are locked by the caller. */
export async function reserveParts(
  parts: readonly Part[],
  wish: Wish,
  room: FeatureRoom<PaymentsStore>,
): Promise<Reserved[]> {
  const reserved: Reserved[] = []
  for (const { payment, amount } of parts) {
    const transaction = asked({ ...wish, id: newId(room.ids)(wish.kind), amount }, payment)
    reserved.push({ transaction, payment: await keepLocked(change(payment, [transaction]), room) })
  }
  return reserved
}

/** Asks the providers for what is not answered yet, one after the other. */
export async function moveAll(
  parts: readonly Reserved[],
  { providers, room }: { providers: Providers; room: ProcessRoom<PaymentsStore> },
): Promise<{ payment: Payment; outcome: Transaction }[]> {
  const moved = []
  for (const { payment: before, transaction } of parts) {
    const payment =
      transaction.state === 'asked'
        ? await move(transaction, before, { provider: providers.of(before), room })
        : before
    const outcome = payment.transactions.find(({ id }) => id === transaction.id) ?? transaction
    moved.push({ payment, outcome })
  }
  return moved
}
