import { call, page, pageQuery } from '@souk/kit/contract'
import { z } from 'zod'
import {
  byId,
  notCancellable,
  Order,
  orderAnswers,
  orderToken,
  payWith,
  reasonBody,
} from './orders-values.ts'
import { CartId } from './values.ts'

export { editOrder, exchangeOrder, payOrder, previewEdit } from './orders-edits.ts'
export {
  OrderFacts,
  orderCancelled,
  orderCompleted,
  orderConfirmed,
  orderEdited,
  returnApproved,
  returnDeclined,
  returnInspected,
  returnReceived,
  returnRequested,
} from './orders-events.ts'
export {
  approveReturn,
  cancelReturn,
  closeReturn,
  declineReturn,
  inspectReturn,
  receiveReturn,
  requestReturn,
} from './orders-returns.ts'
export {
  buyFulfilmentLabel,
  cancelOrder,
  captureOrder,
  createFulfilment,
  deliverFulfilment,
  holdOrder,
  listOrders,
  previewRefund,
  refundOrder,
  releaseHold,
  shipFulfilment,
  showOrderToStaff,
  showTimeline,
} from './orders-staff.ts'
export {
  Disposition,
  Order,
  OrderFulfilmentStatus,
  OrderLine,
  OrderPaymentStatus,
  OrderStatus,
  ReturnReason,
  ReturnStatus,
  TimelineEntry,
} from './orders-values.ts'

export const completeCart = call('orders.complete-cart', 'POST /store/v1/carts/{id}/complete', {
  summary: 'Turns a cart into an order: goods first, money second.',
  access: 'anyone',
  params: z.strictObject({ id: CartId }),
  body: payWith,
  answers: orderAnswers,
  refusals: {
    payment_declined: { status: 402, title: 'The payment was declined.' },
    out_of_stock: { status: 409, title: 'Some lines exceed what is left.' },
    price_changed: { status: 409, title: 'A price is not what was shown.' },
    cart_incomplete: { status: 409, title: 'The cart lacks something an order needs.' },
    cart_completed: { status: 409, title: 'This cart has become an order.' },
    checkout_in_progress: { status: 409, title: 'This cart is being checked out.' },
    checkout_expired: { status: 409, title: 'The checkout took too long and was undone.' },
    order_cancelled: { status: 409, title: 'The order was cancelled meanwhile.' },
    payment_method_unknown: { status: 422, title: 'There is no such way to pay here.' },
    sign_in_required: {
      status: 401,
      title: 'Guests cannot order just now: sign in or register, and claim this cart.',
    },
  },
  idempotency: 'own',
  flag: { name: 'guest_checkout', of: 'guest', refusal: 'sign_in_required' },
})

export const showOrder = call('orders.show-order', 'GET /store/v1/orders/{id}', {
  summary: 'An order, for its owner or a guest with its token.',
  access: 'anyone',
  params: byId,
  query: orderToken,
  answers: { 200: Order },
})

export const watchOrder = call('orders.watch-order', 'GET /store/v1/orders/{id}/events', {
  summary: 'The order’s timeline, live, as Server-Sent Events.',
  access: 'anyone',
  params: byId,
  query: orderToken,
  produces: 'text/event-stream',
  answers: { 200: z.unknown() },
})

export const listMyOrders = call('orders.list-my-orders', 'GET /store/v1/me/orders', {
  summary: 'The customer’s orders, newest first.',
  access: 'customer',
  query: z.strictObject(pageQuery),
  answers: { 200: page(Order) },
})

export const cancelMyOrder = call('orders.cancel-my-order', 'POST /store/v1/orders/{id}/cancel', {
  summary: 'Cancels an order nothing has left the house of; money and goods go back.',
  access: 'anyone',
  params: byId,
  query: orderToken,
  body: reasonBody,
  answers: { 200: Order },
  refusals: { order_not_cancellable: notCancellable },
  idempotency: 'accepted',
})
