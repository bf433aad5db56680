// D04 medusajs/medusa#16502: lines of one SKU are added up before they are held against its shelf.
// D05 medusajs/medusa#16569: the row lock is inventory's own; nobody outside has to take one first.
// D07 shopperlabs/shopper 2.12.3: the shelf is read by a statement behind the lock, under read committed.
import { registerStock, reserveStock, showStock } from '@souk/contracts/inventory'
import { minutes, toTimestamp } from '@souk/kit/runtime'
import { openStage, type Stage, staff, testCluster } from '@souk/kit/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inventory } from '../../../services/inventory/service.ts'
import { atOnce } from '../races/rounds.ts'

let stage: Stage
let orders = 0

beforeAll(async () => {
  stage = await openStage([inventory], { cluster: testCluster() })
})
afterAll(() => stage.stop())

const shelve = (sku: string, onHand: number) =>
  stage.ask(registerStock, { items: [{ sku, onHand, policy: 'deny' }] })
const reserve = (...lines: { sku: string; quantity: number }[]) =>
  stage.ask(reserveStock, {
    orderId: `ord_01h455vb4pex5vsknk084sn${(++orders).toString().padStart(3, '0')}`,
    lines,
    expiresAt: toTimestamp(stage.clock.now() + minutes(15)),
  })
const levelOf = async (sku: string) => {
  const shown = await stage.ask(showStock, { sku }, { as: staff })
  return shown.ok ? { reserved: shown.body.reserved, available: shown.body.available } : shown.refusal
}

it('D04 two lines that share one stock are each held against all of it', async () => {
  await shelve('BOTH', 3)
  const line = { sku: 'BOTH', quantity: 2 }
  expect(await reserve(line, line)).toMatchObject({ refusal: { errors: [{ wanted: 4, available: 3 }] } })
  expect(await levelOf('BOTH')).toEqual({ reserved: 0, available: 3 })
})

it('D05 reservations at once without an outer lock lose counts', async () => {
  await shelve('MANY', 12)
  const made = await atOnce(20, () => reserve({ sku: 'MANY', quantity: 1 }))
  expect(made.filter(({ ok }) => ok)).toHaveLength(12)
  expect(await levelOf('MANY')).toEqual({ reserved: 12, available: 0 })
})

it('D07 whoever waited for the lock decides by what was there before the wait', async () => {
  for (let turn = 0; turn < 5; turn++) {
    await shelve(`WAIT-${turn}`, 1)
    const made = await atOnce(4, () => reserve({ sku: `WAIT-${turn}`, quantity: 1 }))
    const codes = made.flatMap((one) => (one.ok ? [] : [one.refusal.code]))
    expect(codes).toEqual(Array(3).fill('insufficient_stock'))
  }
})
