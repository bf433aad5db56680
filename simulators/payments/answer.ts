import { type Payment, view } from './payment.ts'

export type Answer = { readonly status: number; readonly body: string }

/** The 200 that shows a payment and the ledger row that this request wrote. */
export function paymentAnswer(
  payment: Payment,
  { publicUrl, transactionId }: { publicUrl: string; transactionId: string },
): Answer {
  return { status: 200, body: JSON.stringify({ ...view(payment, publicUrl), transactionId }) }
}

/** The provider's error shape: `{error: {code, message}}`. */
export function refusalAnswer(no: { refused: string; status: number; message: string }): Answer {
  return { status: no.status, body: JSON.stringify({ error: { code: no.refused, message: no.message } }) }
}
