import { money } from '@souk/contracts/money'
import { type Refusal, refuse } from '@souk/kit/contract'
import type { EditPlan } from './edit.ts'
import { type Act, changed, type Order, type Return } from './order.ts'
import { dueOf } from './payments.ts'
import { statusOf } from './statuses.ts'

/** Goods that come back for others: what was paid for them counts towards the order as it is now. */
export interface Exchange {
  returnId: string
  lines: Return['lines']
  /** In minor units. */
  credit: number
}

export interface Edit {
  id: string
  plan: EditPlan
  reason?: string | undefined
  exchange?: Exchange | undefined
}

/** Whether an order can be edited now. One edit at a time; and none while somebody is paying what is due. */
export function editable(
  order: Order,
  { isExchange }: { isExchange: boolean },
): Refusal<'order_not_editable' | 'order_being_edited' | 'payment_in_progress'> | undefined {
  const open = ['confirmed', 'processing', 'on_hold', ...(isExchange ? ['completed'] : [])]
  if (!open.includes(order.status))
    return refuse('order_not_editable', { detail: `The order is ${order.status}.` })
  if (order.editing)
    return refuse('order_being_edited', { detail: 'Another edit is under way; try again in a moment.' })
  return order.attempts?.some(({ state }) => state === 'open')
    ? refuse('payment_in_progress', { detail: 'The customer is paying just now; try again in a while.' })
    : undefined
}

/** From here on nobody packs or refunds what the edit takes away. */
export function bookEdit(order: Order, { id, plan }: Edit, request: string): Order {
  const lines = order.lines.map(({ id: lineId, quantity }) => {
    const after = plan.lines.find((line) => line.id === lineId)?.quantity ?? 0
    return { lineId, quantity: Math.min(quantity, after) }
  })
  return { ...order, editing: { id, request, lines }, version: order.version + 1 }
}

export function dropEdit(order: Order, id: string): Order {
  if (order.editing?.id !== id) return order
  const { editing: _, ...others } = order
  return { ...others, version: order.version + 1 }
}

/** The order becomes what was planned. What it was before stays on it. */
export function applyEdit(order: Order, edit: Edit, act: Act): Order | Refusal<'order_cancelled'> {
  if (order.status === 'cancelled') return refuse('order_cancelled')
  if (order.editing?.id !== edit.id) return order
  const { plan, exchange } = edit
  const entry = {
    id: edit.id,
    request: order.editing.request,
    before: order.totals,
    credit: exchange?.credit ?? 0,
  }
  const { editing: _, ...others } = order
  const next: Order = {
    ...others,
    lines: plan.lines,
    totals: plan.totals,
    taxes: plan.taxes,
    ...(order.status === 'completed' && { wasCompleted: true }),
    edits: [...(order.edits ?? []), entry],
    returns: exchange ? [...order.returns, returnOf(exchange)] : order.returns,
    ...(exchange && { exchanges: [...(order.exchanges ?? []), { editId: edit.id, ...exchange }] }),
  }
  const status = order.status === 'on_hold' ? 'on_hold' : statusOf({ ...next, status: 'confirmed' })
  return changed(
    others,
    { ...next, status },
    { ...act, type: exchange ? 'exchanged' : 'edited', detail: told(order, next, edit.reason) },
  )
}

/** Whoever exchanges goods has agreed to take them back. */
const returnOf = ({ returnId, lines }: Exchange): Return => ({
  id: returnId,
  status: 'approved',
  lines: [...lines],
})

function told(before: Order, after: Order, reason: string | undefined): string {
  const text = ({ amount, currency }: { amount: number; currency: string }) => `${amount} ${currency}`
  const due = dueOf(after)
  return [
    reason,
    `${text(before.totals.total)} → ${text(after.totals.total)}`,
    due > 0 ? `due ${text(money(due, after.currency))}` : undefined,
  ]
    .filter(Boolean)
    .join('; ')
}
