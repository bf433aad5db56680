import type { Order } from '@souk/contracts/orders'
import type { LedgerRow, Page, Stock } from '../answers.ts'
import { answeredWith } from './buyer.ts'
import type { Shelves } from './stock.ts'
import type { Stubborn } from './stubborn.ts'

/** What the shop and the provider say of themselves, once all is quiet. */
export interface Books {
  readonly orders: ReadonlyMap<string, Order>
  readonly ledger: readonly LedgerRow[]
  readonly stock: ReadonlyMap<string, Stock>
}

export async function readBooks(staff: Stubborn, { skus }: Shelves): Promise<Books> {
  const orders = await everyItem<Order>(staff, '/admin/v1/orders?limit=100')
  const ledger = await everyItem<LedgerRow>(staff, '/ops/sandbox/ledger?limit=100')
  const stock = new Map<string, Stock>()
  for (const sku of skus)
    stock.set(sku, answeredWith(await staff.get<Stock>(`/admin/v1/inventory/${sku}`), 200).body)
  return { orders: new Map(orders.map((order) => [order.id, order])), ledger, stock }
}

/** All pages of a list staff may read. */
async function everyItem<Item>(staff: Stubborn, path: string): Promise<Item[]> {
  const items: Item[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const address: string = `${path}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`
    const { body } = answeredWith(await staff.get<Page<Item>>(address), 200)
    items.push(...body.items)
    cursor = body.nextCursor
  }
  return items
}

/** What the provider took for an order and gave back, by its own book. */
export interface Taken {
  readonly charges: number
  readonly captured: number
  readonly refunded: number
}

export function takenByOrder(ledger: readonly LedgerRow[]): Map<string, Taken> {
  const taken = new Map<string, Taken>()
  for (const { orderId, kind, amount, status } of ledger) {
    if (status !== 'succeeded') continue
    const before = taken.get(orderId) ?? NOTHING
    taken.set(orderId, {
      charges: before.charges + (kind === 'capture' ? 1 : 0),
      captured: before.captured + (kind === 'capture' ? amount : 0),
      refunded: before.refunded + (kind === 'refund' ? amount : 0),
    })
  }
  return taken
}

export const NOTHING: Taken = { charges: 0, captured: 0, refunded: 0 }
