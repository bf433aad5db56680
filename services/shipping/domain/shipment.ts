import type { Shipment } from '@souk/contracts/shipping'
import { type Refusal, refuse } from '@souk/kit/contract'

/** A parcel goes forward only; whatever was done already is done. */
export type Move = { changed: boolean; shipment: Shipment } | Refusal<'wrong_status'>

/** A parcel that left, or has even arrived, is answered as it is: asking again changes nothing. */
export function ship(shipment: Shipment): Move {
  if (shipment.status === 'cancelled') return wrong('The parcel was cancelled with its order.')
  return shipment.status === 'pending' ? become('shipped', shipment) : { changed: false, shipment }
}

export function deliver(shipment: Shipment): Move {
  if (shipment.status === 'cancelled') return wrong('The parcel was cancelled with its order.')
  if (shipment.status === 'pending') return wrong('The parcel has not left yet: ship it first.')
  return shipment.status === 'shipped' ? become('delivered', shipment) : { changed: false, shipment }
}

const become = (status: Shipment['status'], shipment: Shipment): Move => ({
  changed: true,
  shipment: { ...shipment, status },
})

const wrong = (detail: string) => refuse('wrong_status', { detail })
