import type { showShippingProfile as contract } from '@souk/contracts/shipping'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import type { ShippingStore } from '../store/shipping-store.ts'

export const showShippingProfile: Query<typeof contract, ShippingStore> = async ({ id }, { store }) =>
  (await store.findProfile(id)) ?? refuse('not_found')
