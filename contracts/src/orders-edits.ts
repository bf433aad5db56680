import { call } from '@souk/kit/contract'
import { z } from 'zod'
import { Money, Price } from './money.ts'
import { byId, Order, OrderLine, orderAnswers, orderToken, payWith, ReturnReason } from './orders-values.ts'
import { LineId, Quantity, Reason, Sku, Totals } from './values.ts'

/** At the shop’s price of today unless it says one of its own. */
const NewLine = z.strictObject({ sku: Sku, quantity: Quantity, unitPrice: Price.optional() })
/** How many of a line there shall be; none takes it out. */
const ChangedLine = z.strictObject({ lineId: LineId, quantity: z.int().min(0).max(999) })
const lines = z
  .array(z.union([ChangedLine, NewLine]))
  .min(1)
  .max(100)

const unfit = {
  order_not_editable: { status: 409, title: 'The order is not in a state for that.' },
  order_being_edited: { status: 409, title: 'The order is being edited by somebody else.' },
  payment_in_progress: { status: 409, title: 'Somebody is paying for the order just now.' },
  edit_below_fulfilled: { status: 422, title: 'Some of that is packed, sent or refunded already.' },
  edit_empties_order: { status: 422, title: 'Nothing would be left of the order.' },
  unknown_line: { status: 422, title: 'The order has no such line.' },
  unknown_sku: { status: 422, title: 'The shop does not sell that.' },
  amount_too_large: { status: 422, title: 'That is more than an order can hold.' },
} as const
const outOfStock = { status: 409, title: 'Some lines exceed what is left.' } as const

export const editOrder = call('orders.edit-order', 'POST /admin/v1/orders/{id}/edits', {
  summary:
    'Changes what an order holds, all of it or nothing: adds lines, changes quantities, takes lines out. What is owed no more goes back; what is owed on top is due.',
  access: 'staff:orders:write',
  params: byId,
  body: z.strictObject({ lines, reason: Reason.optional() }),
  answers: { 201: Order },
  refusals: { ...unfit, out_of_stock: outOfStock },
  idempotency: 'required',
})

export const previewEdit = call('orders.preview-edit', 'POST /admin/v1/orders/{id}/edits/preview', {
  summary: 'What an edit would make of an order, what would be due then and what would go back.',
  access: 'staff:orders:read',
  params: byId,
  body: z.strictObject({ lines }),
  answers: {
    200: z.strictObject({
      before: Totals,
      after: Totals,
      lines: z.array(OrderLine),
      amountDue: Money,
      refund: Money,
    }),
  },
  refusals: unfit,
})

export const exchangeOrder = call('orders.exchange-order', 'POST /admin/v1/orders/{id}/exchanges', {
  summary:
    'Takes goods back for others on the same order: a return that is approved, new lines, and what was paid counts. The difference is due or goes back.',
  access: 'staff:orders:write',
  params: byId,
  body: z.strictObject({
    returnLines: z
      .array(
        z.strictObject({
          lineId: LineId,
          quantity: Quantity,
          reason: Reason,
          reasonCode: ReturnReason.optional(),
        }),
      )
      .min(1)
      .max(100),
    newLines: z.array(NewLine).min(1).max(100),
    reason: Reason.optional(),
  }),
  answers: { 201: Order },
  refusals: {
    ...unfit,
    out_of_stock: outOfStock,
    return_exceeds_shipped: { status: 422, title: 'More than was shipped and not yet returned.' },
  },
  idempotency: 'required',
})

export const payOrder = call('orders.pay-order', 'POST /store/v1/orders/{id}/payments', {
  summary: 'Pays what is due on an order after it was changed.',
  access: 'anyone',
  params: byId,
  query: orderToken,
  body: payWith,
  answers: orderAnswers,
  refusals: {
    nothing_due: { status: 409, title: 'There is nothing to pay.' },
    payment_in_progress: unfit.payment_in_progress,
    order_being_edited: unfit.order_being_edited,
    order_cancelled: { status: 409, title: 'The order was cancelled meanwhile.' },
    payment_declined: { status: 402, title: 'The payment was declined.' },
    payment_expired: { status: 409, title: 'The payment took too long and was undone.' },
    payment_method_unknown: { status: 422, title: 'There is no such way to pay here.' },
  },
  idempotency: 'required',
})
