import type { quote as contract } from '@souk/contracts/pricing'
import { refuse } from '@souk/kit/contract'
import type { Kept } from '@souk/kit/runtime'
import type { Query } from '@souk/kit/service'
import { quote as decide } from '../domain/quote.ts'
import type { Rules } from '../domain/rules.ts'
import type { PricingStore } from '../store/pricing-store.ts'

/** Answers from memory: a quote costs no database round trip. */
export const quote =
  (rules: Kept<Rules>): Query<typeof contract, PricingStore> =>
  async ({ withoutPromotions, ...basket }, { store, clock }) => {
    const prices = [
      ...basket.lines.map(({ unitPrice }) => unitPrice),
      ...(basket.shipping ? [basket.shipping] : []),
    ]
    if (prices.some(({ currency }) => currency !== basket.currency))
      return refuse('invalid_request', { detail: `Every price must be in ${basket.currency}.` })
    const known = await rules.read(() => store.readRules())
    const applied = withoutPromotions ? { ...known, promotions: [] } : known
    return decide(basket, { rules: applied, now: clock.now() })
  }
