import { codeReleased, type releasePromotions as contract } from '@souk/contracts/promotions'
import { toTimestamp } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import { takenBy } from '../domain/promotions/usage.ts'
import { giveBack } from '../domain/redeem.ts'
import type { PricingStore } from '../store/pricing-store.ts'

/** What an order was given never changes, so it may be read before the counters are locked. */
export const releasePromotions: Feature<typeof contract, PricingStore> = async ({ orderId }, room) => {
  const { store, publish, clock } = room
  if (await store.addReleased(orderId)) return undefined
  const uses = (await store.findRedemption(orderId))?.uses ?? []
  const counters = await store.lockCounters(uses.flatMap(takenBy).map(([name]) => name))
  if (!(await store.setReleased(orderId))) return undefined
  await store.setUsed(giveBack(uses, counters))
  publish(codeReleased({ orderId, promotions: uses, at: toTimestamp(clock.now()) }))
  return undefined
}
