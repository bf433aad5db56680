import { event, timestamp } from '@souk/kit/contract'
import { z } from 'zod'
import { Money } from './money.ts'
import { Address, CartId, CustomerId, Email, LineId, OrderId, SkuQuantity, Totals } from './values.ts'

/** What everybody who overhears an order needs: who, what, how much. */
export const OrderFacts = z.strictObject({
  orderId: OrderId,
  number: z.string(),
  cartId: CartId,
  customerId: CustomerId.nullable(),
  email: Email,
  lines: z.array(
    z.strictObject({
      id: LineId,
      sku: z.string(),
      title: z.string(),
      quantity: z.int(),
      unitPrice: Money,
      total: Money,
    }),
  ),
  totals: Totals,
  shippingAddress: Address,
  /** The guest's key to the order, for the link in a mail. */
  token: z.string(),
  version: z.int(),
  at: timestamp,
})
export type OrderFacts = z.infer<typeof OrderFacts>
export const orderConfirmed = event(
  'orders.order-confirmed.v1',
  'Goods are promised and the money is verified.',
  OrderFacts,
  'orderId',
)
export const orderEdited = event(
  'orders.order-edited.v1',
  'What was bought is another now; `amountDue` is still to be paid.',
  z.strictObject({ ...OrderFacts.shape, amountDue: Money, reason: z.string().optional() }),
  'orderId',
)
export const orderCompleted = event(
  'orders.order-completed.v1',
  'Everything arrived and nothing is due.',
  OrderFacts,
  'orderId',
)

export const orderCancelled = event(
  'orders.order-cancelled.v1',
  'An order came to nothing; what was sold of it goes back on the shelf.',
  z.strictObject({
    ...OrderFacts.shape,
    reason: z.string(),
    /** Whether it had been confirmed: a checkout that failed tells nobody. */
    wasConfirmed: z.boolean(),
  }),
  'orderId',
)

const receipt = z.strictObject({
  orderId: OrderId,
  returnId: z.string(),
  /** One arrival or inspection of a return that has several. */
  receiptId: z.string().optional(),
  restock: z.array(SkuQuantity),
  at: timestamp,
})
export const returnReceived = event(
  'orders.return-received.v1',
  'Returned goods arrived; `restock` lists what was found fit to be sold again.',
  receipt,
  'orderId',
)

export const returnInspected = event(
  'orders.return-inspected.v1',
  'Returned goods were looked at after they had arrived; `restock` lists what can be sold again.',
  receipt,
  'orderId',
)

const returnFacts = z.strictObject({
  orderId: OrderId,
  returnId: z.string(),
  number: z.string(),
  email: Email,
  lines: z.array(z.strictObject({ lineId: LineId, quantity: z.int() })),
  at: timestamp,
})
export const returnRequested = event(
  'orders.return-requested.v1',
  'A shopper wants to send goods back.',
  returnFacts,
  'orderId',
)
export const returnApproved = event(
  'orders.return-approved.v1',
  'The shopper may send the goods back.',
  returnFacts,
  'orderId',
)
export const returnDeclined = event(
  'orders.return-declined.v1',
  'The goods are not taken back.',
  returnFacts,
  'orderId',
)
