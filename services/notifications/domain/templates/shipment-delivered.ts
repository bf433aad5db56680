import type { Shipment } from '@souk/contracts/shipping'
import { button, type Letter, paragraph } from '../letter.ts'
import type { OrderReader } from '../order-reader.ts'
import { parcelItems } from './shipment-shipped.ts'

export function shipmentDelivered({ shipment }: { shipment: Shipment }, reader: OrderReader): Letter {
  return {
    subject: `Your order ${reader.number} has arrived`,
    preview: 'We hope you like it.',
    heading: 'Your parcel has arrived',
    blocks: [
      paragraph(`A parcel of your order ${reader.number} was delivered. We hope you like what is in it.`),
      parcelItems(shipment, reader),
      paragraph('If something is not as it should be, you can send it back from the page of your order.'),
      button('View your order', reader.orderUrl),
    ],
  }
}
