import type { showShippingZone as contract } from '@souk/contracts/shipping'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import type { ShippingStore } from '../store/shipping-store.ts'

export const showShippingZone: Query<typeof contract, ShippingStore> = async ({ id }, { store }) =>
  (await store.findZone(id)) ?? refuse('not_found')
