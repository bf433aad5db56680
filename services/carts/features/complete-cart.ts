import { cartCompleted } from '@souk/contracts/carts'
import type { OrderFacts } from '@souk/contracts/orders'
import { toTimestamp } from '@souk/kit/runtime'
import type { EventRoom } from '@souk/kit/service'
import { advance } from '../domain/cart.ts'
import type { CartsStore } from '../store/carts-store.ts'

/** Its order is confirmed: the cart is done. */
export async function completeCart(
  { cartId, orderId }: OrderFacts,
  { store, clock, publish }: EventRoom<CartsStore>,
) {
  const [cart] = await store.lock(cartId)
  if (!cart || cart.status === 'completed') return
  const at = toTimestamp(clock.now())
  await store.save(advance({ ...cart, status: 'completed', checkoutId: orderId }, at))
  publish(cartCompleted({ cartId, orderId, at }))
}
