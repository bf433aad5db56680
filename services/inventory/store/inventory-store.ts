import type { Queryable } from '@souk/kit/database'
import { locations } from './locations.ts'
import { movements } from './movements.ts'
import { reservationChanges } from './reservation-changes.ts'
import { reservations } from './reservations.ts'
import { shelves } from './shelves.ts'

export type { Movement } from './movements.ts'
export type { Reservation } from './reservations.ts'

export type InventoryStore = ReturnType<typeof inventoryStore>

/** Stock in PostgreSQL. A reservation is locked before items, and items in SKU order. */
export const inventoryStore = (sql: Queryable) => ({
  ...shelves(sql),
  ...reservations(sql),
  ...reservationChanges(sql),
  ...movements(sql),
  ...locations(sql),
})
