import * as contract from '@souk/contracts/inventory'
import { orderConfirmed, returnReceived } from '@souk/contracts/orders'
import { shipmentShipped } from '@souk/contracts/shipping'
import { seconds } from '@souk/kit/runtime'
import { does, every, migrationsBeside, on, service, shows } from '@souk/kit/service'
import { adjustStock } from './features/adjust-stock.ts'
import { commitReservation } from './features/commit-reservation.ts'
import { countStock } from './features/count-stock.ts'
import { expireReservations } from './features/expire-reservations.ts'
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
    does(contract.reserveStock, reserveStock),
    does(contract.releaseStock, releaseStock),
    does(contract.registerStock, registerStock),
    does(contract.adjustStock, adjustStock),
    does(contract.countStock, countStock),
    shows(contract.showStock, showStock),
    shows(contract.listMovements, listMovements),
  ],
  hears: [
    on(orderConfirmed, commitReservation),
    on(shipmentShipped, shipStock),
    on(returnReceived, restockReturn),
  ],
  announces: [
    contract.stockReserved,
    contract.stockReleased,
    contract.stockCommitted,
    contract.availabilityChanged,
  ],
  repeats: [every(seconds(5), 'expire-reservations', expireReservations)],
})
