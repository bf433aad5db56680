import type { Letter } from '../letter.ts'
import type { OrderReader } from '../order-reader.ts'
import { orderCancelled } from './order-cancelled.ts'
import { orderConfirmed } from './order-confirmed.ts'
import { orderEdited } from './order-edited.ts'
import { paymentRefunded } from './payment-refunded.ts'
import { returnApproved, returnDeclined, returnReceived, returnRequested } from './return-letters.ts'
import { shipmentDelivered } from './shipment-delivered.ts'
import { shipmentShipped } from './shipment-shipped.ts'

/** The letters about an order, by the name of their template: each takes the facts of its event. */
export const orderLetters = {
  'order-confirmed': orderConfirmed,
  'order-cancelled': orderCancelled,
  'order-edited': orderEdited,
  'shipment-shipped': shipmentShipped,
  'shipment-delivered': shipmentDelivered,
  'payment-refunded': paymentRefunded,
  'return-requested': returnRequested,
  'return-approved': returnApproved,
  'return-declined': returnDeclined,
  'return-received': returnReceived,
} satisfies Record<string, (fact: never, reader: OrderReader) => Letter>

export type OrderTemplate = keyof typeof orderLetters
