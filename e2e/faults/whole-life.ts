import type { Order } from '@souk/contracts/orders'
import type { Shipment } from '@souk/contracts/shipping'
import { answeredWith, cancelOrder, captureOrder, checkOut, refundOrder } from './buyer.ts'
import { newPurchase, type Purchase } from './history.ts'
import { SCARCE, type Shelves } from './stock.ts'
import type { Stubborn } from './stubborn.ts'

interface Cast {
  readonly shopper: Stubborn
  readonly staff: Stubborn
  readonly shelves: Shelves
}

/**
 * All that can happen to an order, once: bought, paid later, refunded, cancelled paid and unpaid, declined, decided
 * by webhook, edited and paid for, shipped, delivered, returned. It passes every crash point of a shop's money and goods.
 */
export async function liveWholeLife({ shopper, staff, shelves }: Cast): Promise<Purchase[]> {
  const purchases: Purchase[] = []
  const buy = async (name: string, cardToken: string) => {
    const skus = shelves.skus.slice(purchases.length % shelves.skus.length).slice(0, 2)
    const lines = skus.map((sku, index) => ({ sku, quantity: index + 1 }))
    const purchase = newPurchase({ email: `${name}@example.com`, lines, cardToken })
    purchases.push(purchase)
    return { purchase, order: await checkOut(shopper, purchase) }
  }
  await Promise.all([
    buy('refunded', 'tok_visa').then(
      async ({ purchase, order }) => order && (await refundOrder(staff, purchase, 100)),
    ),
    buy('cancelled', 'tok_visa').then(
      async ({ purchase, order }) => order && (await cancelOrder(shopper, purchase)),
    ),
    buy('voided', 'tok_authorize').then(
      async ({ purchase, order }) => order && (await cancelOrder(shopper, purchase)),
    ),
    buy('captured', 'tok_authorize').then(
      async ({ purchase, order }) => order && (await captureOrder(staff, purchase)),
    ),
    buy('returned', 'tok_visa').then(
      async ({ purchase, order }) => order && (await shipAndReturn({ shopper, staff }, order, purchase)),
    ),
    buy('edited', 'tok_visa').then(
      async ({ purchase, order }) => order && (await editAndPay({ shopper, staff }, order, purchase)),
    ),
    buy('declined', 'tok_declined'),
    buy('by-webhook', 'tok_webhook_only'),
  ])
  return purchases
}

/** Less of what was bought, then more of it, which the shopper pays. */
/** More than there is: it is undone as if nobody had asked. */
async function refusedEdit(staff: Stubborn, { id }: Order): Promise<void> {
  const lines = [{ sku: SCARCE, quantity: 5 }]
  answeredWith(await staff.post(`/admin/v1/orders/${id}/edits`, { lines }), 409)
}

async function editAndPay(
  { shopper, staff }: Omit<Cast, 'shelves'>,
  order: Order,
  purchase: Purchase,
): Promise<void> {
  const edit = async (quantity: number) => {
    const lines = [{ lineId: order.lines[1]?.id, quantity }]
    return answeredWith(await staff.post<Order>(`/admin/v1/orders/${order.id}/edits`, { lines }), 201).body
  }
  await refusedEdit(staff, order)
  const less = order.totals.total.amount - (await edit(1)).totals.total.amount
  purchase.refundAsked += less
  purchase.refundAcknowledged += less
  const { lines, totals } = await edit(3)
  purchase.lines = lines.map(({ sku, quantity }) => ({ sku, quantity }))
  if (purchase.order) purchase.order = { ...purchase.order, total: totals.total.amount }
  const body = { paymentMethodId: 'sandbox_card', paymentToken: 'tok_visa' }
  const path = `/store/v1/orders/${order.id}/payments?token=${order.token}`
  answeredWith(await shopper.post(path, { ...body, paymentToken: 'tok_declined' }), 402)
  answeredWith(await shopper.post(path, body), 201)
}

async function shipAndReturn(
  { shopper, staff }: Omit<Cast, 'shelves'>,
  order: Order,
  purchase: Purchase,
): Promise<void> {
  const lines = order.lines.map(({ id, quantity }) => ({ lineId: id, quantity }))
  const parcel = answeredWith(
    await staff.post<Shipment>(`/admin/v1/orders/${order.id}/fulfilments`, { lines, carrier: 'dhl' }),
    201,
  ).body
  for (const verb of ['ship', 'deliver'])
    answeredWith(await staff.post(`/admin/v1/fulfilments/${parcel.id}/${verb}`), 200)
  const wanted = lines.slice(0, 1).map((line) => ({ ...line, reason: 'too small' }))
  const { returns } = answeredWith(
    await shopper.post<Order>(`/store/v1/orders/${order.id}/returns?token=${order.token}`, { lines: wanted }),
    201,
  ).body
  const path = `/admin/v1/returns/${returns[0]?.id}`
  answeredWith(await staff.post(`${path}/approve`), 200)
  const received = lines.slice(0, 1).map((line) => ({ ...line, disposition: 'restock' }))
  answeredWith(await staff.post(`${path}/receive`, { lines: received }), 200)
  await refundOrder(staff, purchase, order.lines[0]?.total.amount ?? 0)
}
