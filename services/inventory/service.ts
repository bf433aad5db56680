import { customerErasure } from '@souk/contracts/erasure'
import * as contract from '@souk/contracts/inventory'
import * as levels from '@souk/contracts/inventory-levels'
import * as locations from '@souk/contracts/inventory-locations'
import * as transfers from '@souk/contracts/inventory-transfers'
import { orderConfirmed, returnInspected, returnReceived } from '@souk/contracts/orders'
import { shipmentShipped } from '@souk/contracts/shipping'
import { seconds } from '@souk/kit/runtime'
import { conducts, does, every, forgets, migrationsBeside, on, service, shows } from '@souk/kit/service'
import { adjustStock } from './features/adjust-stock.ts'
import { cancelTransfer } from './features/cancel-transfer.ts'
import { changeComponents } from './features/change-components.ts'
import { changeInventorySettings } from './features/change-inventory-settings.ts'
import { changeLocation } from './features/change-location.ts'
import { changePolicy } from './features/change-policy.ts'
import { changeReservation, undoReservationChange } from './features/change-reservation.ts'
import { changeSafetyStock } from './features/change-safety-stock.ts'
import { REFRESH_BUNDLES } from './features/change-stock.ts'
import { commitReservation } from './features/commit-reservation.ts'
import { countStock } from './features/count-stock.ts'
import { createLocation } from './features/create-location.ts'
import { createTransfer } from './features/create-transfer.ts'
import { endPreorders } from './features/end-preorders.ts'
import { expectDelivery } from './features/expect-delivery.ts'
import { expireReservations } from './features/expire-reservations.ts'
import { extendReservation } from './features/extend-reservation.ts'
import { listDeliveries } from './features/list-deliveries.ts'
import { listLocations } from './features/list-locations.ts'
import { listMovements } from './features/list-movements.ts'
import { listStock } from './features/list-stock.ts'
import { listTransfers } from './features/list-transfers.ts'
import { receiveDelivery } from './features/receive-delivery.ts'
import { receiveTransfer } from './features/receive-transfer.ts'
import { refreshBundles } from './features/refresh-bundles.ts'
import { registerStock } from './features/register-stock.ts'
import { releaseStock } from './features/release-stock.ts'
import { removeLocation } from './features/remove-location.ts'
import { reserveStock } from './features/reserve-stock.ts'
import { restockReturn } from './features/restock-return.ts'
import { shipStock } from './features/ship-stock.ts'
import { shipTransfer } from './features/ship-transfer.ts'
import { showInventorySettings } from './features/show-inventory-settings.ts'
import { showLocation } from './features/show-location.ts'
import { showReservation } from './features/show-reservation.ts'
import { showStock } from './features/show-stock.ts'
import { showTransfer } from './features/show-transfer.ts'
import { type InventoryStore, inventoryStore } from './store/inventory-store.ts'

export const inventory = service<InventoryStore>({
  name: 'inventory',
  migrations: migrationsBeside(import.meta.url),
  store: inventoryStore,
  answers: [
    conducts(contract.reserveStock, reserveStock),
    does(contract.extendReservation, extendReservation),
    does(contract.releaseStock, releaseStock),
    does(contract.changeReservation, changeReservation),
    does(contract.undoReservationChange, undoReservationChange),
    does(contract.registerStock, registerStock),
    does(contract.adjustStock, adjustStock),
    does(contract.countStock, countStock),
    does(contract.changePolicy, changePolicy),
    shows(contract.showStock, showStock),
    shows(contract.listMovements, listMovements),
    shows(levels.listStock, listStock),
    shows(levels.showReservation, showReservation),
    does(levels.changeSafetyStock, changeSafetyStock),
    does(levels.changeComponents, changeComponents),
    does(locations.createLocation, createLocation),
    shows(locations.listLocations, listLocations),
    shows(locations.showLocation, showLocation),
    does(locations.changeLocation, changeLocation),
    does(locations.removeLocation, removeLocation),
    shows(locations.showInventorySettings, showInventorySettings),
    does(locations.changeInventorySettings, changeInventorySettings),
    does(transfers.createTransfer, createTransfer),
    shows(transfers.listTransfers, listTransfers),
    shows(transfers.showTransfer, showTransfer),
    does(transfers.shipTransfer, shipTransfer),
    does(transfers.receiveTransfer, receiveTransfer),
    does(transfers.cancelTransfer, cancelTransfer),
    does(transfers.expectDelivery, expectDelivery),
    shows(transfers.listDeliveries, listDeliveries),
    does(transfers.receiveDelivery, receiveDelivery),
  ],
  hears: [
    on(orderConfirmed, commitReservation),
    on(shipmentShipped, shipStock),
    on(returnReceived, restockReturn),
    on(returnInspected, restockReturn),
    forgets(customerErasure),
  ],
  announces: [
    contract.stockReserved,
    contract.stockReleased,
    contract.stockCommitted,
    contract.availabilityChanged,
    contract.stockLow,
  ],
  repeats: [
    every(seconds(5), 'expire-reservations', expireReservations),
    every(seconds(60), 'end-preorders', endPreorders),
    every(seconds(60), REFRESH_BUNDLES, refreshBundles),
  ],
})
