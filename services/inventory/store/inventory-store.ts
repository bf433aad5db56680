import type { Queryable } from '@souk/kit/database'
import { bundles } from './bundles.ts'
import { deliveries } from './deliveries.ts'
import { locations } from './locations.ts'
import { movements } from './movements.ts'
import { reservationChanges } from './reservation-changes.ts'
import { reservations } from './reservations.ts'
import { shelves } from './shelves.ts'
import { transfers } from './transfers.ts'

export type { Delivery } from './deliveries.ts'
export type { Movement } from './movements.ts'
export type { Reservation } from './reservations.ts'

export type InventoryStore = ReturnType<typeof inventoryStore>

/** Stock in PostgreSQL. A reservation, transfer or delivery is locked before items, items in SKU order, locations last. */
export const inventoryStore = (sql: Queryable) => ({
  ...shelves(sql),
  ...bundles(sql),
  ...reservations(sql),
  ...reservationChanges(sql),
  ...movements(sql),
  ...locations(sql),
  ...transfers(sql),
  ...deliveries(sql),
})
