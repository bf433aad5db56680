import { customerErasure } from '@souk/contracts/erasure'
import { exportFromPricing } from '@souk/contracts/export'
import * as contract from '@souk/contracts/pricing'
import * as promotions from '@souk/contracts/promotions'
import { kept } from '@souk/kit/runtime'
import { does, forgets, migrationsBeside, type ServiceDefinition, service, shows } from '@souk/kit/service'
import type { Rules } from './domain/rules.ts'
import { addCodes } from './features/add-codes.ts'
import { addPromotion } from './features/add-promotion.ts'
import { addTaxRate } from './features/add-tax-rate.ts'
import { changePromotion } from './features/change-promotion.ts'
import { changeTaxRate } from './features/change-tax-rate.ts'
import { exportCustomer } from './features/export-customer.ts'
import { forgetCustomer } from './features/forget-customer.ts'
import { listCodes } from './features/list-codes.ts'
import { listPriceModes } from './features/list-price-modes.ts'
import { listPromotions } from './features/list-promotions.ts'
import { listTaxRates } from './features/list-tax-rates.ts'
import { quote } from './features/quote.ts'
import { redeemPromotions } from './features/redeem-promotions.ts'
import { releasePromotions } from './features/release-promotions.ts'
import { removeCode } from './features/remove-code.ts'
import { removePromotion } from './features/remove-promotion.ts'
import { removeTaxRate } from './features/remove-tax-rate.ts'
import { setPriceMode } from './features/set-price-mode.ts'
import { showPromotion } from './features/show-promotion.ts'
import { type PricingStore, pricingStore } from './store/pricing-store.ts'
import { RULES_CHANGED } from './store/rules-changed.ts'

/** A function because every instance keeps the rules of its own database in memory. */
export const pricing = (): ServiceDefinition => {
  const rules = kept<Rules>()
  return service<PricingStore>({
    name: 'pricing',
    migrations: migrationsBeside(import.meta.url),
    store: pricingStore,
    answers: [
      shows(exportFromPricing, exportCustomer),
      shows(contract.quote, quote(rules)),
      shows(contract.listTaxRates, listTaxRates),
      does(contract.addTaxRate, addTaxRate(rules)),
      does(contract.changeTaxRate, changeTaxRate(rules)),
      does(contract.removeTaxRate, removeTaxRate(rules)),
      shows(contract.listPriceModes, listPriceModes),
      does(contract.setPriceMode, setPriceMode(rules)),
      shows(promotions.listPromotions, listPromotions),
      shows(promotions.showPromotion, showPromotion),
      does(promotions.addPromotion, addPromotion(rules)),
      does(promotions.changePromotion, changePromotion(rules)),
      does(promotions.removePromotion, removePromotion(rules)),
      shows(promotions.listCodes, listCodes),
      does(promotions.addCodes, addCodes),
      does(promotions.removeCode, removeCode),
      does(promotions.redeemPromotions, redeemPromotions(rules)),
      does(promotions.releasePromotions, releasePromotions),
    ],
    hears: [forgets(customerErasure, forgetCustomer)],
    announces: [promotions.codeRedeemed, promotions.codeReleased],
    listens: [{ channel: RULES_CHANGED, heard: rules.drop, missed: rules.drop }],
  })
}
