import {
  createPriceList,
  deletePriceList,
  editPriceList,
  listListPrices,
  listPriceLists,
  removeListPrices,
  setListPrices,
  showPriceList,
} from '@souk/contracts/catalog'
import { type Area, change, connection, one } from '../area.ts'

const byList = { named: { id: 'priceListId' } }
const gives = 'priceList'

export const staffPriceLists: Area = {
  queries: {
    priceList: one(showPriceList, { type: 'PriceList' }),
    priceLists: connection(listPriceLists, { type: 'PriceList' }),
    priceListPrices: connection(listListPrices, { ...byList, type: 'PriceListEntry' }),
  },
  mutations: {
    priceListCreate: change(createPriceList, { gives }),
    priceListUpdate: change(editPriceList, { ...byList, gives }),
    priceListDelete: change(deletePriceList, byList),
    priceListPricesSet: change(setListPrices, byList),
    priceListPricesRemove: change(removeListPrices, byList),
  },
}
