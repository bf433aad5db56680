import type { EventRoom } from '@souk/kit/service'
import type { Order } from '../domain/order.ts'
import type { OrdersStore } from '../store/orders-store.ts'

const ERASED = { name: 'erased', line1: 'erased', city: 'erased', postalCode: 'erased' }

/** An erased customer's orders keep goods and sums, which the law asks for, and lose the person. Returns their ids. */
export async function forgetCustomer(
  { customerId }: { customerId: string },
  { store }: EventRoom<OrdersStore>,
) {
  const ids = await store.idsOfCustomer(customerId)
  for (const id of ids) {
    const order = await store.lock(id)
    if (order) await store.save(anonymous(order))
  }
  return ids
}

const anonymous = (order: Order): Order => ({
  ...order,
  version: order.version + 1,
  customerId: null,
  email: 'erased@invalid.example',
  shippingAddress: { ...ERASED, country: order.shippingAddress.country },
  billingAddress: { ...ERASED, country: order.billingAddress.country },
})
