import type { quote as contract } from '@souk/contracts/pricing'
import { type Input, refuse } from '@souk/kit/contract'
import type { Kept } from '@souk/kit/runtime'
import type { Query } from '@souk/kit/service'
import { emailKeyOf } from '../domain/email-key.ts'
import { codeFrom } from '../domain/promotions/codes.ts'
import { isCounted, UNUSED } from '../domain/promotions/usage.ts'
import { quote as decide } from '../domain/quote.ts'
import type { Rules } from '../domain/rules.ts'
import type { PricingStore } from '../store/pricing-store.ts'

/** Answers from memory, where nobody named a code and nothing is limited: then a quote costs no database round trip. */
export const quote =
  (rules: Kept<Rules>): Query<typeof contract, PricingStore> =>
  async ({ withoutPromotions, ...basket }, { store, clock }) => {
    const prices = [
      ...basket.lines.map(({ unitPrice }) => unitPrice),
      ...(basket.shipping ? [basket.shipping] : []),
    ]
    if (prices.some(({ currency }) => currency !== basket.currency))
      return refuse('invalid_request', { detail: `Every price must be in ${basket.currency}.` })
    const now = clock.now()
    const known = await rules.read(() => store.readRules())
    if (withoutPromotions)
      return decide(basket, { rules: { ...known, promotions: [] }, now, named: [], usage: UNUSED })
    return decide(basket, { rules: known, now, ...(await usageFor(basket, known, store)) })
  }

async function usageFor(basket: Input<typeof contract>, { promotions }: Rules, store: PricingStore) {
  const codes = (basket.codes ?? []).flatMap((written) => codeFrom(written) ?? [])
  const promotionIds = promotions
    .filter((one) => one.isActive && !one.requiresCode && isCounted(one))
    .map(({ id }) => id)
  if (codes.length === 0 && promotionIds.length === 0) return { named: [], usage: UNUSED }
  const { currency, buyer } = basket
  const [customerId, emailKey] = [buyer?.customerId ?? null, emailKeyOf(buyer?.email)]
  return await store.readUsage({ codes, promotionIds, currency, customerId, emailKey })
}
