import type { listLabels as contract } from '@souk/contracts/shipping'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import type { ShippingStore } from '../store/shipping-store.ts'
import { labelView } from './keep-label.ts'

export const listLabels: Query<typeof contract, ShippingStore> = async ({ id }, { store }) => {
  const labels = await store.labelsOf(id)
  if (labels.length === 0 && !(await store.findShipment(id))) return refuse('not_found')
  return { items: labels.map(labelView), nextCursor: null }
}
