import type { changeShippingOption as contract } from '@souk/contracts/shipping'
import { refuse } from '@souk/kit/contract'
import type { Kept } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import type { RateCard } from '../domain/rate-card.ts'
import { checkRates } from '../domain/rate-card.ts'
import { isStale } from '../domain/version.ts'
import type { ShippingStore } from '../store/shipping-store.ts'

export const changeShippingOption =
  (card: Kept<RateCard>): Feature<typeof contract, ShippingStore> =>
  async ({ id, name, carrier, rates, isActive }, { store, ifMatch, afterCommit }) => {
    const before = await store.lockOption(id)
    if (!before) return refuse('not_found')
    if (isStale(ifMatch, before.version))
      return refuse('version_conflict', { detail: `This option is at version ${before.version} now.` })
    const conflict = rates && checkRates(rates, await store.listZones())
    if (conflict) return conflict
    const changed = {
      id,
      name: name ?? before.name,
      carrier: carrier ?? before.carrier,
      rates: rates ?? before.rates,
      isActive: isActive ?? before.isActive,
      version: before.version + 1,
    }
    await store.saveOption(changed)
    afterCommit(card.drop)
    return changed
  }
