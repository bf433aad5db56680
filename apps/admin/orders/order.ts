import type { Order } from '@souk/contracts/orders'

export type { Order } from '@souk/contracts/orders'
export type Line = Order['lines'][number]
export type Parcel = Order['fulfilments'][number]
export type Return = Order['returns'][number]

export const ORDER_STATUSES = {
  pending: 'Pending',
  confirmed: 'Confirmed',
  processing: 'Processing',
  completed: 'Completed',
  cancelled: 'Cancelled',
  on_hold: 'On hold',
} as const

export const PAYMENT_STATUSES = {
  pending: 'Pending',
  authorized: 'Authorized',
  partially_paid: 'Partially paid',
  paid: 'Paid',
  partially_refunded: 'Partially refunded',
  refunded: 'Refunded',
  voided: 'Voided',
  failed: 'Failed',
} as const

export const FULFILMENT_STATUSES = {
  unfulfilled: 'Unfulfilled',
  partially_fulfilled: 'Partially fulfilled',
  fulfilled: 'Fulfilled',
  shipped: 'Shipped',
  delivered: 'Delivered',
} as const
