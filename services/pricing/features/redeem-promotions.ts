import { codeRedeemed, type redeemPromotions as contract } from '@souk/contracts/promotions'
import { refuse } from '@souk/kit/contract'
import { type Kept, toTimestamp } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import { emailKeyOf } from '../domain/email-key.ts'
import { takenBy, UNUSED } from '../domain/promotions/usage.ts'
import { type Exhausted, redeem } from '../domain/redeem.ts'
import type { Rules } from '../domain/rules.ts'
import type { PricingStore } from '../store/pricing-store.ts'

/** Counters first, then the order's own row: whoever is second at a limit waits for the first, and sees what is left. */
export const redeemPromotions =
  (rules: Kept<Rules>): Feature<typeof contract, PricingStore> =>
  async ({ orderId, customerId, email, promotions: uses }, { store, publish, clock }) => {
    const { promotions } = await rules.read(() => store.readRules())
    const buyer = { customerId, emailKey: emailKeyOf(email) }
    const counters = await store.lockCounters(uses.flatMap(takenBy).map(([name]) => name))
    const before = await store.findRedemption(orderId)
    if (before) return before.state === 'live' ? undefined : refuse('redemption_released')
    const given = promotions.filter(({ id }) => uses.some(({ promotionId }) => promotionId === id))
    const isLimitedEach = given.some(({ limits }) => limits.usesPerCustomer !== null)
    const own = isLimitedEach ? await store.countOwn(buyer) : UNUSED.own
    const decision = redeem(uses, { promotions: given, usage: { counters, own } })
    if ('exhausted' in decision)
      return refuse('promotion_exhausted', { errors: decision.exhausted.map(told) })
    const [isFirst] = await Promise.all([
      store.addRedemption(orderId, buyer, decision.kept),
      store.setUsed(decision.counters),
    ])
    if (!isFirst) return refuse('redemption_released')
    publish(codeRedeemed({ orderId, promotions: uses, at: toTimestamp(clock.now()) }))
    return undefined
  }

const told = ({ use: { promotionId, code }, because }: Exhausted) => ({
  path: 'promotions',
  code: 'promotion_exhausted',
  message: `${code ?? promotionId} was used up by others (${because})`,
  promotionId,
})
