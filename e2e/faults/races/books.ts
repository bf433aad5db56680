import type { Order } from '@souk/contracts/orders'
import { expect } from 'vitest'
import type { Checkout, LedgerRow, Page, Stock } from '../../answers.ts'
import type { Answered, Client } from '../../client.ts'
import { ok } from '../../shopping.ts'

/** Everything the provider has in its own book, oldest first. */
async function readLedger(asker: Client): Promise<LedgerRow[]> {
  const rows: LedgerRow[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const path: string = `/ops/sandbox/ledger?limit=100${cursor && `&cursor=${cursor}`}`
    const page: Page<LedgerRow> = ok(await asker.get<Page<LedgerRow>>(path), 200)
    rows.push(...page.items)
    cursor = page.nextCursor
  }
  return rows
}

/** What the provider books from now on. */
export async function openBook(asker: Client): Promise<() => Promise<LedgerRow[]>> {
  const { length } = await readLedger(asker)
  return async () => (await readLedger(asker)).slice(length)
}

const sumOf = (rows: readonly LedgerRow[], kind: string): number =>
  rows
    .filter((row) => row.kind === kind && row.status === 'succeeded')
    .reduce((sum, row) => sum + row.amount, 0)

/** What buyers have paid in the end. */
export const kept = (rows: readonly LedgerRow[]): number => sumOf(rows, 'capture') - sumOf(rows, 'refund')

/** What is held of buyers' money and neither taken nor let go. */
export const held = (rows: readonly LedgerRow[]): number =>
  sumOf(rows, 'authorization') - sumOf(rows, 'void') - sumOf(rows, 'capture')

export const rowsOf = async (asker: Client, { id }: Pick<Order, 'id'>): Promise<LedgerRow[]> =>
  (await readLedger(asker)).filter(({ orderId }) => orderId === id)

export const stockOf = async (admin: Client, sku: string): Promise<Stock> =>
  ok(await admin.get<Stock>(`/admin/v1/inventory/${sku}`), 200)

export const sumTotals = (orders: readonly Order[]): number =>
  orders.reduce((sum, { totals }) => sum + totals.total.amount, 0)

/** Those who got an order, and what the others were told. */
export function outcomesOf(answers: readonly Answered<Checkout>[]): { orders: Order[]; codes: string[] } {
  const orders = answers.flatMap(({ status, body }) => (status === 201 ? [body.order] : []))
  const codes = answers.flatMap(({ status, body }) => (status === 201 ? [] : [`${status} ${body.code}`]))
  return { orders, codes }
}

/** Nothing that was announced could not be applied: a race leaves no work for an operator. */
export async function expectNothingParked(asker: Client): Promise<void> {
  expect(ok(await asker.get<Page<unknown>>('/ops/dead-letters'), 200).items).toEqual([])
}
