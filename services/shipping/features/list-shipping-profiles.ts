import type { listShippingProfiles as contract } from '@souk/contracts/shipping'
import type { Query } from '@souk/kit/service'
import type { ShippingStore } from '../store/shipping-store.ts'

export const listShippingProfiles: Query<typeof contract, ShippingStore> = async (_input, { store }) => ({
  items: await store.listProfiles(),
  nextCursor: null,
})
