import { cartCompleted } from '@souk/contracts/carts'
import type { OrderFacts } from '@souk/contracts/orders'
import { toTimestamp } from '@souk/kit/runtime'
import type { EventRoom } from '@souk/kit/service'
import { advance } from '../domain/cart.ts'
import type { CartsStore } from '../store/carts-store.ts'

/** Its order is confirmed: the cart is done. A guest's cart a customer checked out is that customer's from now on. */
export async function completeCart(
  { cartId, orderId, customerId }: OrderFacts,
  { store, clock, publish }: EventRoom<CartsStore>,
) {
  const cart = await store.lock(cartId)
  if (!cart || cart.status === 'completed') return
  const at = toTimestamp(clock.now())
  const owner = cart.customerId ?? customerId
  await store.save(advance({ ...cart, status: 'completed', checkoutId: orderId, customerId: owner }, at))
  publish(cartCompleted({ cartId, orderId, at }))
}
