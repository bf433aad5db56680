import type { listCartSkus as contract } from '@souk/contracts/carts'
import { refuse } from '@souk/kit/contract'
import type { Caller, Query } from '@souk/kit/service'
import type { CartsStore } from '../store/carts-store.ts'
import { mayOpen } from './find-cart.ts'

/** The service that asks does so for somebody: it is told no more than they may see. */
export const listCartSkus: Query<typeof contract, CartsStore> = async ({ id, customerId }, { store }) => {
  const asking: Caller = customerId
    ? { kind: 'customer', id: customerId, address: '' }
    : { kind: 'guest', address: '' }
  const cart = await store.find(id)
  if (!cart || !mayOpen(cart, asking)) return refuse('not_found')
  const variants = await store.findVariants(cart.lines.map(({ variantId }) => variantId))
  return { skus: [...variants.values()].map(({ sku }) => sku) }
}
