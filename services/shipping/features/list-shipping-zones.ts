import type { listShippingZones as contract } from '@souk/contracts/shipping'
import type { Query } from '@souk/kit/service'
import type { ShippingStore } from '../store/shipping-store.ts'

export const listShippingZones: Query<typeof contract, ShippingStore> = async (_input, { store }) => ({
  items: await store.listZones(),
  nextCursor: null,
})
