import { redirect } from 'react-router'
import { readOrders } from '../server/order-cookie.ts'
import type { Route } from './+types/checkout-done'

/** Where the payment provider sends the shopper back to: the order they came from. */
export async function loader({ request }: Route.LoaderArgs) {
  const [order] = await readOrders(request)
  return redirect(order ? `/orders/${order.id}` : '/')
}
