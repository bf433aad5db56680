import {
  cancelTransfer,
  createTransfer,
  expectDelivery,
  listDeliveries,
  listTransfers,
  receiveDelivery,
  receiveTransfer,
  shipTransfer,
  showTransfer,
} from '@souk/contracts/inventory-transfers'
import { type Area, change, connection, one } from '../area.ts'

const ofTransfer = { named: { id: 'transferId' }, gives: 'transfer' }

/** Goods on their way: between locations, and from suppliers. */
export const staffSupply: Area = {
  queries: {
    transfer: one(showTransfer, { type: 'Transfer' }),
    transfers: connection(listTransfers, { type: 'Transfer' }),
    deliveries: connection(listDeliveries, { type: 'Delivery' }),
  },
  mutations: {
    transferCreate: change(createTransfer, { gives: 'transfer' }),
    transferShip: change(shipTransfer, ofTransfer),
    transferReceive: change(receiveTransfer, ofTransfer),
    transferCancel: change(cancelTransfer, ofTransfer),
    deliveryExpect: change(expectDelivery, { gives: 'delivery' }),
    deliveryReceive: change(receiveDelivery, { named: { id: 'deliveryId' }, gives: 'delivery' }),
  },
}
