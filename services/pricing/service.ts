import * as contract from '@souk/contracts/pricing'
import { kept } from '@souk/kit/runtime'
import { does, migrationsBeside, type ServiceDefinition, service, shows } from '@souk/kit/service'
import type { Rules } from './domain/rules.ts'
import { addTaxRate } from './features/add-tax-rate.ts'
import { changeTaxRate } from './features/change-tax-rate.ts'
import { listTaxRates } from './features/list-tax-rates.ts'
import { quote } from './features/quote.ts'
import { removeTaxRate } from './features/remove-tax-rate.ts'
import { type PricingStore, pricingStore, RULES_CHANGED } from './store/pricing-store.ts'

/** A function because every instance keeps the rules of its own database in memory. */
export const pricing = (): ServiceDefinition => {
  const rules = kept<Rules>()
  return service<PricingStore>({
    name: 'pricing',
    migrations: migrationsBeside(import.meta.url),
    store: pricingStore,
    answers: [
      shows(contract.quote, quote(rules)),
      shows(contract.listTaxRates, listTaxRates),
      does(contract.addTaxRate, addTaxRate(rules)),
      does(contract.changeTaxRate, changeTaxRate(rules)),
      does(contract.removeTaxRate, removeTaxRate(rules)),
    ],
    listens: [{ channel: RULES_CHANGED, heard: rules.drop, missed: rules.drop }],
  })
}
