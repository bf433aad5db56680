import { call } from '@souk/kit/contract'
import { z } from 'zod'
import { byId, Disposition, Order, orderToken, ReturnReason, reasonBody } from './orders-values.ts'
import { LineId, OrderId, Reason, ReturnId } from './values.ts'

const units = { lineId: LineId, quantity: z.int().min(1).max(999) }

export const requestReturn = call('orders.request-return', 'POST /store/v1/orders/{id}/returns', {
  summary: 'Asks to send goods back that were shipped.',
  access: 'anyone',
  params: byId,
  query: orderToken,
  body: z.strictObject({
    lines: z
      .array(z.strictObject({ ...units, reason: Reason, reasonCode: ReturnReason.optional() }))
      .min(1)
      .max(100),
  }),
  answers: { 201: Order },
  refusals: {
    return_exceeds_shipped: { status: 422, title: 'More than was shipped and not yet returned.' },
    return_window_closed: { status: 422, title: 'The time to send it back is over.' },
    returns_by_shop_only: {
      status: 403,
      title: 'Returns cannot be asked for here just now: write to the shop, which opens them for you.',
    },
  },
  idempotency: 'accepted',
  flag: { name: 'self_service_returns', refusal: 'returns_by_shop_only' },
})

const wrongStatus = { status: 409, title: 'The return is not in a state for that.' } as const

export const cancelReturn = call(
  'orders.cancel-return',
  'POST /store/v1/orders/{id}/returns/{returnId}/cancel',
  {
    summary: 'Takes back the wish to return goods, while nothing of them has arrived.',
    access: 'anyone',
    params: z.strictObject({ id: OrderId, returnId: ReturnId }),
    query: orderToken,
    answers: { 200: Order },
    refusals: { wrong_status: wrongStatus },
    idempotency: 'accepted',
  },
)

const returnCall = {
  access: 'staff:orders:write',
  params: z.strictObject({ id: ReturnId }),
  answers: { 200: Order },
  refusals: {
    wrong_status: wrongStatus,
    receipt_differs: { status: 422, title: 'That is not what was to come back.' },
  },
  idempotency: 'accepted',
} as const

export const approveReturn = call('orders.approve-return', 'POST /admin/v1/returns/{id}/approve', {
  ...returnCall,
  summary: 'The shopper may send the goods back.',
})

export const declineReturn = call('orders.decline-return', 'POST /admin/v1/returns/{id}/decline', {
  ...returnCall,
  summary: 'The goods are not taken back.',
  body: reasonBody,
})

export const receiveReturn = call('orders.receive-return', 'POST /admin/v1/returns/{id}/receive', {
  ...returnCall,
  summary: 'The goods arrived; what is found fit goes back on the shelf. Refunding is a step of its own.',
  body: z.strictObject({
    lines: z
      .array(
        z.strictObject({
          ...units,
          /** Of what is inspected right away. */
          disposition: Disposition.optional(),
        }),
      )
      .min(1)
      .max(200),
    /** The rest is on its way; otherwise what did not arrive is dropped from the return. */
    moreToCome: z.boolean().optional(),
  }),
})

export const inspectReturn = call('orders.inspect-return', 'POST /admin/v1/returns/{id}/inspect', {
  ...returnCall,
  summary: 'Says what becomes of goods that arrived; what is fit goes back on the shelf.',
  body: z.strictObject({
    lines: z
      .array(z.strictObject({ ...units, disposition: Disposition }))
      .min(1)
      .max(200),
  }),
})

export const closeReturn = call('orders.close-return', 'POST /admin/v1/returns/{id}/close', {
  ...returnCall,
  summary: 'Nothing more is to come of a return; everything that arrived was inspected.',
})
