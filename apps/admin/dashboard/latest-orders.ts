import { ask } from '../data/ask.ts'
import type { Page } from '../data/pages.ts'
import type { Order } from '../orders/order.ts'

/** More are not read for an overview: it says so instead. */
export const MOST = 1_000
const AT_ONCE = 100

export interface LatestOrders {
  readonly orders: readonly Order[]
  /** There are more than were read. */
  readonly isCut: boolean
}

/** Orders placed since a moment, the newest first. */
export async function latestOrders(placedFrom: string, signal: AbortSignal): Promise<LatestOrders> {
  const orders: Order[] = []
  let cursor: string | undefined
  do {
    const query = { placedFrom, limit: AT_ONCE, cursor }
    const page = await ask<Page<Order>>('/admin/v1/orders', { query, signal })
    orders.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor && orders.length < MOST)
  return { orders, isCut: cursor !== undefined }
}
