import { LedgerRow } from '@souk/contracts/payments'
import { z } from 'zod'
import { CALLED_OFF } from '../domain/payment.ts'
import type { Cause, Report } from '../domain/report.ts'
import type { LedgerPage } from './provider.ts'

const amount = z.int().min(0)

/** A payment as the sandbox tells it; more fields may come and are not read. */
const PaymentView = z.object({
  id: z.string(),
  status: z.enum(['requires_action', 'processing', 'authorized', 'captured', 'voided', 'declined']),
  amount,
  currency: z.string(),
  reference: z.string(),
  orderId: z.string(),
  capturedAmount: amount,
  refundedAmount: amount,
  voidedAmount: amount,
  declineReason: z.string().optional(),
  redirectUrl: z.string().optional(),
  /** Of the request that led here, in answers and events. */
  transactionId: z.string().optional(),
  idempotencyKey: z.string().optional(),
})
export type PaymentView = z.infer<typeof PaymentView>

export const isPaymentView = (given: unknown): given is PaymentView => PaymentView.safeParse(given).success

export function toReport(view: PaymentView, cause: Cause | null): Omit<Report, 'source'> {
  const { id, reference, orderId, amount, currency, capturedAmount, voidedAmount, refundedAmount } = view
  return {
    reference,
    orderId,
    providerId: id,
    ...outcomeOf(view),
    amount: { amount, currency },
    captured: capturedAmount,
    voided: voidedAmount,
    refunded: refundedAmount,
    redirectUrl: view.redirectUrl ?? null,
    cause,
  }
}

/** Voided without an amount: it was called off while it was pending, and nothing had been held. */
function outcomeOf({ status, voidedAmount, declineReason }: PaymentView): Pick<Report, 'state' | 'failure'> {
  if (status === 'requires_action' || status === 'processing') return { state: status, failure: null }
  if (status === 'declined') return { state: 'failed', failure: declineReason ?? 'declined' }
  if (status === 'voided' && voidedAmount === 0) return { state: 'failed', failure: CALLED_OFF }
  return { state: 'succeeded', failure: null }
}

const Ledger = z.object({
  items: z.array(z.object(LedgerRow.shape)),
  nextCursor: z.string().nullable(),
})

/** A page of the sandbox’s book; throws when it has another form. */
export const ledgerPage = (given: unknown): LedgerPage => Ledger.parse(given)
