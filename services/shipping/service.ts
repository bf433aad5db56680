import { orderCancelled } from '@souk/contracts/orders'
import * as contract from '@souk/contracts/shipping'
import { kept } from '@souk/kit/runtime'
import { does, migrationsBeside, on, type ServiceDefinition, service, shows } from '@souk/kit/service'
import type { RateCard } from './domain/rate-card.ts'
import { addShippingOption } from './features/add-shipping-option.ts'
import { cancelShipments } from './features/cancel-shipments.ts'
import { changeShippingOption } from './features/change-shipping-option.ts'
import { createShipment } from './features/create-shipment.ts'
import { deliverShipment } from './features/deliver-shipment.ts'
import { listShippingOptions } from './features/list-shipping-options.ts'
import { listShippingZones } from './features/list-shipping-zones.ts'
import { quoteDelivery } from './features/quote-delivery.ts'
import { removeShippingOption } from './features/remove-shipping-option.ts'
import { shipShipment } from './features/ship-shipment.ts'
import { showShippingOption } from './features/show-shipping-option.ts'
import { RATES_CHANGED, type ShippingStore, shippingStore } from './store/shipping-store.ts'

/** A function because every instance keeps the rates of its own database in memory. */
export const shipping = (): ServiceDefinition => {
  const card = kept<RateCard>()
  return service<ShippingStore>({
    name: 'shipping',
    migrations: migrationsBeside(import.meta.url),
    store: shippingStore,
    answers: [
      shows(contract.quoteDelivery, quoteDelivery(card)),
      does(contract.createShipment, createShipment),
      does(contract.shipShipment, shipShipment),
      does(contract.deliverShipment, deliverShipment),
      shows(contract.listShippingZones, listShippingZones),
      shows(contract.listShippingOptions, listShippingOptions),
      shows(contract.showShippingOption, showShippingOption),
      does(contract.addShippingOption, addShippingOption(card)),
      does(contract.changeShippingOption, changeShippingOption(card)),
      does(contract.removeShippingOption, removeShippingOption(card)),
    ],
    hears: [on(orderCancelled, cancelShipments)],
    announces: [contract.shipmentCreated, contract.shipmentShipped, contract.shipmentDelivered],
    listens: [{ channel: RATES_CHANGED, heard: card.drop, missed: card.drop }],
  })
}
