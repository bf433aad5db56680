import type { quoteDelivery as contract } from '@souk/contracts/shipping'
import { refuse } from '@souk/kit/contract'
import type { Kept } from '@souk/kit/runtime'
import type { Query } from '@souk/kit/service'
import { quoteDelivery as quote } from '../domain/quote-delivery.ts'
import type { RateCard } from '../domain/rate-card.ts'
import type { ShippingStore } from '../store/shipping-store.ts'

export const quoteDelivery =
  (card: Kept<RateCard>): Query<typeof contract, ShippingStore> =>
  async ({ currency, address, subtotal }, { store }) => {
    if (subtotal.currency !== currency) {
      const message = `The quote is in ${currency}, so the subtotal must be too.`
      return refuse('invalid_request', {
        detail: message,
        errors: [{ path: 'subtotal.currency', code: 'not_allowed', message }],
      })
    }
    const rates = await card.read(store.readRateCard)
    return { items: quote(rates, { country: address.country, currency, subtotal }) }
  }
