import type { removeCode as contract } from '@souk/contracts/promotions'
import { refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import { codeFrom } from '../domain/promotions/codes.ts'
import type { PricingStore } from '../store/pricing-store.ts'

/** Its counter stays: a code that was used is not handed out anew. */
export const removeCode: Feature<typeof contract, PricingStore> = async ({ id, code }, { store }) =>
  (await store.removeCode(id, codeFrom(code) ?? '')) ? undefined : refuse('not_found')
