import type { thawCart as contract } from '@souk/contracts/carts'
import { toTimestamp } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import { advance } from '../domain/cart.ts'
import { thaw } from '../domain/checkout.ts'
import type { CartsStore } from '../store/carts-store.ts'

export const thawCart: Feature<typeof contract, CartsStore> = async (
  { id, checkoutId },
  { store, clock },
) => {
  const cart = await store.lock(id)
  if (!cart || cart.thawed.includes(checkoutId)) return undefined
  await store.save(advance(thaw(cart, checkoutId), toTimestamp(clock.now())))
  return undefined
}
