import { money } from '@souk/contracts/money'
import type { showPayment as contract } from '@souk/contracts/payments'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import { isStone } from '../domain/payment.ts'
import { toView } from '../domain/view.ts'
import type { PaymentsStore } from '../store/payments-store.ts'

export const showPayment: Query<typeof contract, PaymentsStore> = async ({ id }, { store }) => {
  const [payment, rows] = await Promise.all([store.findById(id), store.listTransactions(id)])
  if (!payment || isStone(payment)) return refuse('not_found', { detail: `There is no payment ${id}.` })
  const transactions = rows.map(({ amount, currency, requestId: _, at, ...row }) => ({
    ...row,
    amount: money(amount, currency),
    at: at.toISOString(),
  }))
  return { ...toView(payment), cancelReason: payment.cancelReason, doubt: payment.doubt, transactions }
}
