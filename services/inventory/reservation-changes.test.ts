import {
  adjustStock,
  changeReservation,
  registerStock,
  releaseStock,
  reserveStock,
  showStock,
  undoReservationChange,
} from '@souk/contracts/inventory'
import { minutes, toTimestamp } from '@souk/kit/runtime'
import { openStage, type Stage, staff, testCluster } from '@souk/kit/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inventory } from './service.ts'

let stage: Stage
let orders = 0

beforeAll(async () => {
  stage = await openStage([inventory], { cluster: testCluster() })
})
afterAll(() => stage.stop())

const newOrder = () => `ord_01h455vb4pex5vsknk084${(++orders).toString().padStart(5, '0')}`

/** An order with two of a SKU, of which there are five. */
async function ordered() {
  const orderId = newOrder()
  const sku = `MUG-${orders}`
  await stage.ask(registerStock, { items: [{ sku, onHand: 5, policy: 'deny' }] })
  const expiresAt = toTimestamp(stage.clock.now() + minutes(30))
  await stage.ask(reserveStock, { orderId, lines: [{ sku, quantity: 2 }], expiresAt })
  const change = (changeId: string, more: number, less = 0) =>
    stage.ask(changeReservation, {
      orderId,
      changeId,
      more: more > 0 ? [{ sku, quantity: more }] : [],
      less: less > 0 ? [{ sku, quantity: less }] : [],
    })
  const reserved = async () => {
    const shown = await stage.ask(showStock, { sku }, { as: staff })
    return shown.ok && shown.body.reserved
  }
  return {
    orderId,
    sku,
    change,
    reserved,
    undo: () => stage.ask(undoReservationChange, { orderId, changeId: 'a' }),
  }
}

it('promises an order more and less, each change once', async () => {
  const { change, reserved } = await ordered()
  for (let time = 0; time < 2; time++) expect(await change('a', 3)).toMatchObject({ ok: true })
  expect(await reserved()).toBe(5)
  for (let time = 0; time < 2; time++) expect(await change('b', 0, 4)).toMatchObject({ ok: true })
  expect(await reserved()).toBe(1)
})

it('promises nothing when a SKU falls short, and the same change may be asked again', async () => {
  const { sku, change, reserved } = await ordered()
  expect(await change('a', 4)).toMatchObject({
    refusal: { code: 'insufficient_stock', errors: [{ sku, available: 3 }] },
  })
  expect(await reserved()).toBe(2)
  await stage.ask(adjustStock, { sku, delta: 1, reason: 'found' }, { as: staff, key: 'found' })
  expect(await change('a', 4)).toMatchObject({ ok: true })
})

it('takes a change back once, also one that has not come yet', async () => {
  const known = await ordered()
  await known.change('a', 3)
  for (let time = 0; time < 2; time++) await known.undo()
  expect(await known.reserved()).toBe(2)
  const early = await ordered()
  await early.undo()
  expect(await early.change('a', 3)).toMatchObject({ refusal: { code: 'reservation_released' } })
  expect(await early.reserved()).toBe(2)
})

it('leaves a released order alone: nothing is promised to it, and nothing is freed twice', async () => {
  const { orderId, change, reserved, undo } = await ordered()
  await change('a', 1)
  await stage.ask(releaseStock, { orderId })
  expect(await change('b', 1)).toMatchObject({ refusal: { code: 'reservation_released' } })
  expect(await change('c', 0, 2)).toMatchObject({ ok: true })
  await undo()
  expect(await reserved()).toBe(0)
})
