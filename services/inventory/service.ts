import * as contract from '@souk/contracts/inventory'
import { orderConfirmed, returnInspected, returnReceived } from '@souk/contracts/orders'
import { shipmentShipped } from '@souk/contracts/shipping'
import { seconds } from '@souk/kit/runtime'
import { conducts, does, every, migrationsBeside, on, service, shows } from '@souk/kit/service'
import { adjustStock } from './features/adjust-stock.ts'
import { changePolicy } from './features/change-policy.ts'
import { changeReservation, undoReservationChange } from './features/change-reservation.ts'
import { commitReservation } from './features/commit-reservation.ts'
import { countStock } from './features/count-stock.ts'
import { createLocation } from './features/create-location.ts'
import { expireReservations } from './features/expire-reservations.ts'
import { extendReservation } from './features/extend-reservation.ts'
import { listLocations } from './features/list-locations.ts'
import { listMovements } from './features/list-movements.ts'
import { registerStock } from './features/register-stock.ts'
import { releaseStock } from './features/release-stock.ts'
import { reserveStock } from './features/reserve-stock.ts'
import { restockReturn } from './features/restock-return.ts'
import { shipStock } from './features/ship-stock.ts'
import { showStock } from './features/show-stock.ts'
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
    does(contract.createLocation, createLocation),
    shows(contract.showStock, showStock),
    shows(contract.listMovements, listMovements),
    shows(contract.listLocations, listLocations),
  ],
  hears: [
    on(orderConfirmed, commitReservation),
    on(shipmentShipped, shipStock),
    on(returnReceived, restockReturn),
    on(returnInspected, restockReturn),
  ],
  announces: [
    contract.stockReserved,
    contract.stockReleased,
    contract.stockCommitted,
    contract.availabilityChanged,
  ],
  repeats: [every(seconds(5), 'expire-reservations', expireReservations)],
})
