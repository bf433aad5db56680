import { shownToOperators } from '@souk/contracts/shown-to-operators'
import { runService } from '@souk/kit/fleet'
import { setting } from '@souk/kit/runtime'
import { recommendations } from './service.ts'

const settings = {
  currency: setting('SOUK_CURRENCY', 'The shop’s own currency, as in ISO 4217.', String, 'EUR'),
}

await runService({
  settings,
  compose: ({ currency }) => recommendations({ currency }),
  shown: shownToOperators,
})
