import { adjustStock, changePolicy, countStock, listMovements, showStock } from '@souk/contracts/inventory'
import {
  changeComponents,
  changeSafetyStock,
  listStock,
  showReservation,
} from '@souk/contracts/inventory-levels'
import {
  changeInventorySettings,
  changeLocation,
  createLocation,
  listLocations,
  removeLocation,
  showInventorySettings,
  showLocation,
} from '@souk/contracts/inventory-locations'
import { type Area, change, connection, one } from '../area.ts'

const gives = 'stock'

export const staffInventory: Area = {
  queries: {
    stock: one(showStock, { type: 'StockLevel' }),
    stockLevels: connection(listStock, { type: 'StockLevel' }),
    stockMovements: connection(listMovements, { type: 'Movement' }),
    stockReservation: one(showReservation, { type: 'StockReservation' }),
    stockLocation: one(showLocation, { type: 'StockLocation' }),
    stockLocations: connection(listLocations, { type: 'StockLocation' }),
    inventorySettings: one(showInventorySettings, { type: 'InventorySettings' }),
  },
  mutations: {
    stockAdjust: change(adjustStock, { gives }),
    stockCount: change(countStock, { gives }),
    stockPolicyUpdate: change(changePolicy, { gives }),
    safetyStockUpdate: change(changeSafetyStock, { gives }),
    stockComponentsUpdate: change(changeComponents, { gives }),
    stockLocationCreate: change(createLocation, { gives: 'stockLocation' }),
    stockLocationUpdate: change(changeLocation, { gives: 'stockLocation' }),
    stockLocationDelete: change(removeLocation),
    inventorySettingsUpdate: change(changeInventorySettings, { gives: 'settings' }),
  },
}
