import { customerErasure } from '@souk/contracts/erasure'
import { orderCancelled } from '@souk/contracts/orders'
import * as contract from '@souk/contracts/shipping'
import { kept, seconds } from '@souk/kit/runtime'
import {
  conducts,
  does,
  every,
  forgets,
  migrationsBeside,
  on,
  type ServiceDefinition,
  service,
  shows,
} from '@souk/kit/service'
import type { RateCard } from './domain/rate-card.ts'
import { addShippingOption } from './features/add-shipping-option.ts'
import { addShippingProfile } from './features/add-shipping-profile.ts'
import { addShippingZone } from './features/add-shipping-zone.ts'
import { applyWaitingScans } from './features/apply-scans.ts'
import { buyLabel } from './features/buy-label.ts'
import { cancelLabel } from './features/cancel-label.ts'
import { cancelShipments } from './features/cancel-shipments.ts'
import { changeShippingOption } from './features/change-shipping-option.ts'
import { changeShippingProfile } from './features/change-shipping-profile.ts'
import { changeShippingZone } from './features/change-shipping-zone.ts'
import { createShipment } from './features/create-shipment.ts'
import { deliverShipment } from './features/deliver-shipment.ts'
import { listLabels } from './features/list-labels.ts'
import { listShippingOptions } from './features/list-shipping-options.ts'
import { listShippingProfiles } from './features/list-shipping-profiles.ts'
import { listShippingZones } from './features/list-shipping-zones.ts'
import { pollCarriers } from './features/poll-carriers.ts'
import { quoteDelivery } from './features/quote-delivery.ts'
import { receiveCarrierEvent } from './features/receive-carrier-event.ts'
import { reconcileLabels } from './features/reconcile-labels.ts'
import { removeShippingOption } from './features/remove-shipping-option.ts'
import { removeShippingProfile } from './features/remove-shipping-profile.ts'
import { removeShippingZone } from './features/remove-shipping-zone.ts'
import { shipShipment } from './features/ship-shipment.ts'
import { showShippingOption } from './features/show-shipping-option.ts'
import { showShippingProfile } from './features/show-shipping-profile.ts'
import { showShippingZone } from './features/show-shipping-zone.ts'
import { type Carrier, carriersIn } from './providers/carrier.ts'
import { RATES_CHANGED } from './store/rate-card-store.ts'
import { type ShippingStore, shippingStore } from './store/shipping-store.ts'

export type { Carrier } from './providers/carrier.ts'
export { postlineCarrier } from './providers/postline.ts'
export { swiftCarrier } from './providers/swift.ts'

/** With the carriers of this shop; every instance keeps the rates of its own database in memory. */
export const shipping = (parts: { readonly carriers?: readonly Carrier[] } = {}): ServiceDefinition => {
  const card = kept<RateCard>()
  const carriers = carriersIn(parts.carriers ?? [])
  return service<ShippingStore>({
    name: 'shipping',
    migrations: migrationsBeside(import.meta.url),
    store: shippingStore,
    answers: [
      shows(contract.quoteDelivery, quoteDelivery(card, carriers)),
      does(contract.createShipment, createShipment),
      does(contract.shipShipment, shipShipment),
      does(contract.deliverShipment, deliverShipment),
      conducts(contract.buyLabel, buyLabel(carriers)),
      shows(contract.listLabels, listLabels),
      conducts(contract.cancelLabel, cancelLabel(carriers)),
      conducts(contract.receiveCarrierEvent, receiveCarrierEvent(carriers)),
      shows(contract.listShippingZones, listShippingZones),
      shows(contract.showShippingZone, showShippingZone),
      does(contract.addShippingZone, addShippingZone(card)),
      does(contract.changeShippingZone, changeShippingZone(card)),
      does(contract.removeShippingZone, removeShippingZone(card)),
      shows(contract.listShippingProfiles, listShippingProfiles),
      shows(contract.showShippingProfile, showShippingProfile),
      does(contract.addShippingProfile, addShippingProfile(card)),
      does(contract.changeShippingProfile, changeShippingProfile(card)),
      does(contract.removeShippingProfile, removeShippingProfile(card)),
      shows(contract.listShippingOptions, listShippingOptions),
      shows(contract.showShippingOption, showShippingOption),
      does(contract.addShippingOption, addShippingOption(card)),
      does(contract.changeShippingOption, changeShippingOption(card)),
      does(contract.removeShippingOption, removeShippingOption(card)),
    ],
    hears: [on(orderCancelled, cancelShipments), forgets(customerErasure)],
    announces: [
      contract.shipmentCreated,
      contract.shipmentShipped,
      contract.shipmentDelivered,
      contract.shipmentFailed,
    ],
    unfinished: { labels: (store) => store.countOpenLabels() },
    repeats: [
      every(seconds(1), 'reconcile-labels', reconcileLabels(carriers)),
      every(seconds(1), 'apply-waiting-scans', applyWaitingScans),
      every(seconds(5), 'poll-carriers', pollCarriers(carriers)),
    ],
    listens: [{ channel: RATES_CHANGED, heard: card.drop, missed: card.drop }],
  })
}
