import type { quote as contract } from '@souk/contracts/pricing'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import { quote as decide } from '../domain/quote.ts'
import type { PricingStore } from '../store/pricing-store.ts'
import type { RulesCache } from '../store/rules-cache.ts'

/** Answers from memory: a quote costs no database round trip. */
export const quote =
  (rules: RulesCache): Query<typeof contract, PricingStore> =>
  async (basket, { store }) => {
    const prices = [
      ...basket.lines.map(({ unitPrice }) => unitPrice),
      ...(basket.shipping ? [basket.shipping] : []),
    ]
    if (prices.some(({ currency }) => currency !== basket.currency))
      return refuse('invalid_request', { detail: `Every price must be in ${basket.currency}.` })
    return decide(basket, await rules.read(() => store.readRules()))
  }
