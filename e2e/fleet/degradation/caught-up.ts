import type { ServiceState } from '@souk/contracts/ops'
import type { DeadLetter, Saga } from '@souk/kit/contract'
import { expect } from 'vitest'
import type { Page, Stock } from '../../answers.ts'
import type { Client } from '../../client.ts'
import { rowsOf } from '../../faults/races/books.ts'
import { complete, ok } from '../../shopping.ts'
import { confirmationsOf } from './deeds.ts'
import { type Scene, STOCKED } from './scene.ts'

const WITHIN_MS = 15_000
const UNFINISHED = ['running', 'waiting', 'undoing', 'stuck'] as const

/** Nothing is left of what was away: no event unheard, no checkout unfinished, nothing held, charged or mailed twice. */
export async function expectCaughtUp(scene: Scene): Promise<void> {
  const { admin, guest, sku, ready, key } = scene
  const { order } = ok(await complete(guest, ready.id, { token: 'tok_visa', key }), 201)
  const within = { timeout: WITHIN_MS, interval: 100 }
  await expect.poll(async () => (await confirmationsOf(scene)).length, within).toBe(1)
  await expect.poll(() => unfinished(guest), within).toEqual([])
  await expect.poll(() => unheard(guest), within).toEqual([])
  const charged = (await rowsOf(guest, order)).filter(({ kind }) => kind === 'capture')
  expect(charged).toMatchObject([{ status: 'succeeded', amount: order.totals.total.amount }])
  const stock = ok(await admin.get<Stock>(`/admin/v1/inventory/${sku}`), 200)
  expect(stock).toMatchObject({ onHand: STOCKED, reserved: 2, available: STOCKED - 2 })
  expect(ok(await guest.get<Page<DeadLetter>>('/ops/dead-letters'), 200).items).toEqual([])
}

async function unfinished(operator: Client): Promise<Saga[]> {
  const pages = await Promise.all(
    UNFINISHED.map((state) => operator.get<Page<Saga>>(`/ops/sagas?state=${state}`)),
  )
  return pages.flatMap((page) => ok(page, 200).items)
}

async function unheard(operator: Client): Promise<string[]> {
  const { items } = ok(await operator.get<Page<ServiceState>>('/ops/services'), 200)
  return items.filter(({ health, eventLag }) => health !== 'ok' || eventLag > 0).map(({ name }) => name)
}
