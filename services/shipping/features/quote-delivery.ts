import type { quoteDelivery as contract } from '@souk/contracts/shipping'
import { refuse } from '@souk/kit/contract'
import type { Kept } from '@souk/kit/runtime'
import type { Query } from '@souk/kit/service'
import { quoteDelivery as quote } from '../domain/quote-delivery.ts'
import type { RateCard } from '../domain/rate-card.ts'
import type { Carriers } from '../providers/carrier.ts'
import type { ShippingStore } from '../store/shipping-store.ts'
import { askCarrierPrices } from './ask-carrier-prices.ts'

export const quoteDelivery =
  (card: Kept<RateCard>, carriers: Carriers): Query<typeof contract, ShippingStore> =>
  async ({ currency, address, subtotal, goods = [] }, { store, clock, log }) => {
    if (subtotal.currency !== currency) {
      const message = `The quote is in ${currency}, so the subtotal must be too.`
      return refuse('invalid_request', {
        detail: message,
        errors: [{ path: 'subtotal.currency', code: 'not_allowed', message }],
      })
    }
    const rates = await card.read(store.readRateCard)
    const carrierPrices = await askCarrierPrices(rates, { goods, to: address }, { carriers, log })
    return quote(rates, { to: address, currency, subtotal, goods, carrierPrices, now: clock.now() })
  }
