import type { buyFulfilmentLabel as contract } from '@souk/contracts/orders'
import { buyLabel } from '@souk/contracts/shipping'
import type { Address } from '@souk/contracts/values'
import { answer, refuse } from '@souk/kit/contract'
import { actorOf, type Process } from '@souk/kit/service'
import type { Order } from '../domain/order.ts'
import type { OrdersStore } from '../store/orders-store.ts'

/** Only the order knows where its parcels go: the address is handed on for this one label. */
export const buyFulfilmentLabel: Process<typeof contract, OrdersStore> = async ({ id, ...wish }, room) => {
  const orderId = await room.store.orderOfParcel(id)
  const order = orderId && (await room.store.find(orderId))
  if (!order) return refuse('not_found')
  if (order.status === 'cancelled') return refuse('wrong_status', { detail: 'The order is cancelled.' })
  const request = `${actorOf(room.caller)} ${room.idempotencyKey}`
  const bought = await room.ask(buyLabel, { id, ...wish, request, to: destinationOf(order) })
  return bought.ok ? answer(201, bought.body) : bought.refusal
}

/** A parcel to be fetched goes to the point, in the name of who fetches it. */
function destinationOf({ shippingAddress, shippingOption: { pickupPoint } }: Order): Address {
  if (!pickupPoint) return shippingAddress
  const { name, phone } = shippingAddress
  return { ...pickupPoint.address, name, company: pickupPoint.name, ...(phone && { phone }) }
}
