import type { Shipment } from '@souk/contracts/shipping'
import { type Block, button, facts, items, type Letter, link, paragraph } from '../letter.ts'
import type { OrderReader } from '../order-reader.ts'

export function shipmentShipped({ shipment }: { shipment: Shipment }, reader: OrderReader): Letter {
  return {
    subject: `Your order ${reader.number} is on its way`,
    preview: shipment.trackingNumber
      ? `Tracking number ${shipment.trackingNumber}`
      : 'It is with the carrier.',
    heading: 'It is on its way',
    blocks: [
      paragraph(`A parcel of your order ${reader.number} is with the carrier.`),
      parcelItems(shipment, reader),
      ...tracking(shipment),
      link('View your order', reader.orderUrl),
    ],
  }
}

/** What a parcel holds, by the names the order knew it under. */
export const parcelItems = ({ lines }: Shipment, { titles }: OrderReader): Block =>
  items(
    lines.map(({ lineId, sku, quantity }) => ({
      title: titles[lineId] ?? sku,
      detail: `Quantity: ${quantity}`,
    })),
  )

function tracking({ carrier, trackingNumber, trackingUrl }: Shipment): Block[] {
  return [
    ...(trackingNumber ? [facts('Tracking number', [`${trackingNumber} (${carrier})`])] : []),
    ...(trackingUrl ? [button('Track your parcel', trackingUrl)] : []),
  ]
}
