import {
  addTaxRate,
  changeTaxRate,
  listPriceModes,
  listTaxRates,
  removeTaxRate,
  setPriceMode,
} from '@souk/contracts/pricing'
import {
  addCodes,
  addPromotion,
  changePromotion,
  listCodes,
  listPromotions,
  removeCode,
  removePromotion,
  showPromotion,
} from '@souk/contracts/promotions'
import { type Area, change, connection, list, one } from '../area.ts'

const byPromotion = { named: { id: 'promotionId' } }
const byTaxRate = { named: { id: 'taxRateId' } }

export const staffPricing: Area = {
  queries: {
    promotion: one(showPromotion, { type: 'Promotion' }),
    promotions: connection(listPromotions, { type: 'Promotion' }),
    promotionCodes: connection(listCodes, { ...byPromotion, type: 'DiscountCode' }),
    taxRates: connection(listTaxRates, { type: 'TaxRate' }),
    priceModes: list(listPriceModes, { type: 'PriceMode' }),
  },
  mutations: {
    promotionCreate: change(addPromotion, { gives: 'promotion' }),
    promotionUpdate: change(changePromotion, { ...byPromotion, gives: 'promotion' }),
    promotionDelete: change(removePromotion, byPromotion),
    promotionCodesAdd: change(addCodes, byPromotion),
    promotionCodeRemove: change(removeCode, byPromotion),
    taxRateCreate: change(addTaxRate, { gives: 'taxRate' }),
    taxRateUpdate: change(changeTaxRate, { ...byTaxRate, gives: 'taxRate' }),
    taxRateDelete: change(removeTaxRate, byTaxRate),
    priceModeUpdate: change(setPriceMode, { gives: 'priceMode' }),
  },
}
