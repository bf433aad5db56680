import type { Cart } from '@souk/contracts/carts'
import type { Order } from '@souk/contracts/orders'
import type { ShippingOption } from '@souk/contracts/values'
import type { Checkout, Page } from '../answers.ts'
import type { Answered } from '../client.ts'
import type { Purchase } from './history.ts'
import { type Stubborn, Unanswered } from './stubborn.ts'

const BERLIN = {
  name: 'Ada Lovelace',
  line1: 'Torstraße 1',
  city: 'Berlin',
  postalCode: '10119',
  country: 'DE',
}

/** One whole checkout, written down in `purchase` as the shopper sees it. Returns the order where there is one. */
export async function checkOut(shopper: Stubborn, purchase: Purchase): Promise<Order | undefined> {
  return await noted(purchase, async () => {
    const cart = await fillCart(shopper, purchase)
    purchase.outcome = 'asked'
    const paid = { paymentMethodId: 'sandbox_card', paymentToken: purchase.cardToken }
    const completed = await shopper.post<Checkout>(`/store/v1/carts/${cart.id}/complete`, paid)
    if (completed.status !== 201) {
      purchase.outcome = 'refused'
      purchase.refusal = completed.body.code ?? String(completed.status)
      return undefined
    }
    const { order } = completed.body
    purchase.outcome = 'acknowledged'
    purchase.order = { id: order.id, token: String(order.token), total: order.totals.total.amount }
    return order
  })
}

/** The shopper changes their mind. */
export async function cancelOrder(shopper: Stubborn, purchase: Purchase): Promise<void> {
  const { id, token } = orderOf(purchase)
  purchase.cancelled = 'asked'
  await noted(purchase, async () => {
    const path = `/store/v1/orders/${id}/cancel?token=${token}`
    answeredWith(await shopper.post<Order>(path, { reason: 'changed my mind' }), 200)
    purchase.cancelled = 'acknowledged'
  })
}

/** The shop gives some of the money back. */
export async function refundOrder(staff: Stubborn, purchase: Purchase, amount: number): Promise<void> {
  purchase.refundAsked += amount
  await noted(purchase, async () => {
    const body = { amount: { amount, currency: 'EUR' }, reason: 'scratched' }
    answeredWith(await staff.post<Order>(`/admin/v1/orders/${orderOf(purchase).id}/refunds`, body), 201)
    purchase.refundAcknowledged += amount
  })
}

/** The shop takes what was only authorized. */
export async function captureOrder(staff: Stubborn, purchase: Purchase): Promise<void> {
  await noted(purchase, async () => {
    answeredWith(await staff.post<Order>(`/admin/v1/orders/${orderOf(purchase).id}/capture`, {}), 200)
  })
}

async function fillCart(shopper: Stubborn, { lines, email }: Purchase): Promise<Cart> {
  const { body: made } = answeredWith(await shopper.post<Cart>('/store/v1/carts', { currency: 'EUR' }), 201)
  const path = `/store/v1/carts/${made.id}`
  for (const line of lines) answeredWith(await shopper.post(`${path}/lines`, line), 200)
  answeredWith(await shopper.patch(path, { email, shippingAddress: BERLIN }), 200)
  const options = answeredWith(await shopper.get<Page<ShippingOption>>(`${path}/shipping-options`), 200)
  const shippingOptionId = options.body.items[0]?.id
  return answeredWith(await shopper.patch<Cart>(path, { shippingOptionId }), 200).body
}

/** An answer nobody foresaw ends what the buyer was about, and is a finding. */
export function answeredWith<Body>(answered: Answered<Body>, status: number): Answered<Body> {
  if (answered.status === status) return answered
  throw new Unexpected(`${answered.status} instead of ${status}: ${JSON.stringify(answered.body)}`)
}

class Unexpected extends Error {
  override name = 'Unexpected'
}

function orderOf({ order, email }: Purchase): NonNullable<Purchase['order']> {
  if (!order) throw new Error(`${email} has no order`)
  return order
}

async function noted<T>(purchase: Purchase, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (fault) {
    if (fault instanceof Unanswered) purchase.gaveUp.push(fault.message)
    else if (fault instanceof Unexpected) purchase.surprises.push(fault.message)
    else throw fault
    return undefined
  }
}
