import type { showShippingOption as contract } from '@souk/contracts/shipping'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import type { ShippingStore } from '../store/shipping-store.ts'

export const showShippingOption: Query<typeof contract, ShippingStore> = async ({ id }, { store }) =>
  (await store.findOption(id)) ?? refuse('not_found')
