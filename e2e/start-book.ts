import type { Order } from '@souk/contracts/orders'
import { expect } from 'vitest'
import type { LedgerRow, Page } from './answers.ts'
import type { Client } from './client.ts'
import { complete, fillCart, ok, sell } from './shopping.ts'

/** Every item of a list, page after page. */
export async function everyItem<Item>(shopper: Client, path: string): Promise<Item[]> {
  const items: Item[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const address: string = `${path}${cursor && `&cursor=${cursor}`}`
    const page: Page<Item> = ok(await shopper.get<Page<Item>>(address), 200)
    items.push(...page.items)
    cursor = page.nextCursor
  }
  return items
}

const ledger = (guest: Client) => everyItem<LedgerRow>(guest, '/ops/sandbox/ledger?limit=100')

/** Payments the provider has not decided yet, by its own book. */
export const pendingPayments = async (guest: Client): Promise<LedgerRow[]> =>
  (await ledger(guest)).filter(({ kind, status }) => kind === 'authorization' && status === 'pending')

/** Buys with a card whose bank takes its time, and returns the order's id while it does. */
export async function checkoutUnderWay(guest: Client, admin: Client): Promise<string> {
  const { sku } = await sell(admin)
  const cart = await fillCart(guest, [{ sku }])
  const before = new Set((await pendingPayments(guest)).map(({ orderId }) => orderId))
  complete(guest, cart.id, { token: 'tok_slow' }).catch(() => 'the answer is lost')
  const begun = async () => (await pendingPayments(guest)).filter(({ orderId }) => !before.has(orderId))
  await expect.poll(begun).toHaveLength(1)
  const [payment] = await begun()
  return String(payment?.orderId)
}

interface Taken {
  readonly charges: number
  readonly kept: number
}

/** How often money was taken for an order, and how much of it is kept, by the provider's book. */
export async function takenByBook(guest: Client, orderId: string): Promise<Taken> {
  const rows = (await ledger(guest)).filter((row) => row.orderId === orderId && row.status === 'succeeded')
  const of = (kind: string) => rows.filter((row) => row.kind === kind)
  const sum = (kind: string) => of(kind).reduce((total, { amount }) => total + amount, 0)
  return { charges: of('capture').length, kept: sum('capture') - sum('refund') }
}

/** The same as a settled order tells it. */
export function takenByOrder({ status, paymentStatus, totals }: Order): Taken {
  const isPaid = paymentStatus === 'paid'
  expect(isPaid, `${status}, ${paymentStatus}`).toBe(status === 'confirmed')
  return { charges: isPaid || paymentStatus === 'refunded' ? 1 : 0, kept: isPaid ? totals.total.amount : 0 }
}
