import { event, timestamp } from '@souk/kit/contract'
import { z } from 'zod'
import { customerErased } from './accounts-events.ts'
import { CustomerId } from './values.ts'

/** Announced by each service by itself, under its own name. */
export const customerForgotten = event(
  'customer.forgotten.v1',
  'A service holds nothing personal of an erased customer any more.',
  z.strictObject({
    customerId: CustomerId,
    /** `at` of the erasure this answers. */
    askedAt: timestamp,
    at: timestamp,
  }),
  'customerId',
)

/** Services that have to say they forgot: an erasure is complete when all of them did. */
export const holdersOfPersonalData = [
  'accounts',
  'carts',
  'catalog',
  'flags',
  'inventory',
  'notifications',
  'orders',
  'payments',
  'pricing',
  'recommendations',
  'search',
  'shipping',
] as const

/** What is erased from copies a service keeps of events and sagas, and what stands there instead: it still fits. */
export const customerErasure = {
  erased: customerErased,
  forgotten: customerForgotten,
  /** Fields that name something of one customer alone. */
  links: ['customerId', 'orderId', 'cartId'],
  instead: {
    email: 'erased@invalid.example',
    recipient: 'erased@invalid.example',
    name: 'erased',
    line1: 'erased',
    city: 'erased',
    postalCode: 'erased',
    token: 'erased',
    company: undefined,
    line2: undefined,
    region: undefined,
    phone: undefined,
  },
} as const
