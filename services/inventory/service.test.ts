import {
  adjustStock,
  availabilityChanged,
  countStock,
  listMovements,
  registerStock,
  releaseStock,
  reserveStock,
  showStock,
  stockReleased,
  stockReserved,
} from '@souk/contracts/inventory'
import { minutes, toTimestamp } from '@souk/kit/runtime'
import { openStage, type Stage, staff, testCluster } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inventory } from './service.ts'
import { confirmed, shipped } from './shared-stock.suite.ts'

let stage: Stage
let orders = 0

const newOrder = () => `ord_01h455vb4pex5vsknk084sn${(++orders).toString().padStart(3, '0')}`
const shelf = (sku: string, onHand: number, policy: 'deny' | 'backorder' = 'deny') =>
  stage.ask(registerStock, { items: [{ sku, onHand, policy }] })
const reserve = (orderId: string, ...lines: { sku: string; quantity: number }[]) =>
  stage.ask(reserveStock, { orderId, lines, expiresAt: toTimestamp(stage.clock.now() + minutes(15)) })
const level = async (sku: string) => {
  const shown = await stage.ask(showStock, { sku }, { as: staff })
  if (!shown.ok) throw new Error(shown.refusal.code)
  const { onHand, reserved, available, availability } = shown.body
  return { onHand, reserved, available, availability }
}

beforeAll(async () => {
  stage = await openStage([inventory], { cluster: testCluster() })
})
afterAll(() => stage.stop())

describe('reserving stock', () => {
  it('promises every line and tells it', async () => {
    await shelf('MUG', 10)
    const orderId = newOrder()
    expect(await reserve(orderId, { sku: 'MUG', quantity: 3 })).toMatchObject({ ok: true, status: 201 })
    expect(await level('MUG')).toMatchObject({ onHand: 10, reserved: 3, available: 7 })
    await stage.settle()
    expect(stage.announced(stockReserved).map(({ subject }) => subject)).toContain(orderId)
  })

  it('promises nothing when one line falls short, and names it', async () => {
    await shelf('CUP', 5)
    await shelf('SAUCER', 1)
    const refused = await reserve(newOrder(), { sku: 'CUP', quantity: 2 }, { sku: 'SAUCER', quantity: 2 })
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'insufficient_stock', errors: [{ sku: 'SAUCER', wanted: 2, available: 1 }] },
    })
    expect(await level('CUP')).toMatchObject({ reserved: 0 })
  })

  it('counts two lines of one SKU together', async () => {
    await shelf('BOWL', 3)
    const refused = await reserve(newOrder(), { sku: 'BOWL', quantity: 2 }, { sku: 'BOWL', quantity: 2 })
    expect(refused).toMatchObject({ ok: false })
    expect(await level('BOWL')).toMatchObject({ reserved: 0 })
  })

  it('answers the same when asked twice for one order', async () => {
    await shelf('FORK', 5)
    const orderId = newOrder()
    await reserve(orderId, { sku: 'FORK', quantity: 2 })
    expect(await reserve(orderId, { sku: 'FORK', quantity: 2 })).toMatchObject({ ok: true })
    expect(await level('FORK')).toMatchObject({ reserved: 2 })
  })

  it('sells the last unit once to twenty buyers at the same moment', async () => {
    await shelf('LAST', 1)
    const results = await Promise.all(
      Array.from({ length: 20 }, () => reserve(newOrder(), { sku: 'LAST', quantity: 1 })),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await level('LAST')).toMatchObject({ onHand: 1, reserved: 1, availability: 'out_of_stock' })
  })

  it('does not deadlock when two carts want the same SKUs in opposite order', async () => {
    await shelf('LEFT', 100)
    await shelf('RIGHT', 100)
    const there = [
      { sku: 'LEFT', quantity: 1 },
      { sku: 'RIGHT', quantity: 1 },
    ] as const
    const back = [...there].reverse()
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, turn) => reserve(newOrder(), ...(turn % 2 ? there : back))),
    )
    expect(results.every(({ ok }) => ok)).toBe(true)
  })

  it('goes beyond the shelf where backorders are taken', async () => {
    await shelf('SOFA', 1, 'backorder')
    expect(await reserve(newOrder(), { sku: 'SOFA', quantity: 4 })).toMatchObject({ ok: true })
    expect(await level('SOFA')).toMatchObject({ reserved: 4, available: -3, availability: 'backorder' })
  })
})

describe('giving stock back', () => {
  it('frees a reservation once, however often it is released', async () => {
    await shelf('PAN', 4)
    const orderId = newOrder()
    await reserve(orderId, { sku: 'PAN', quantity: 4 })
    await stage.ask(releaseStock, { orderId })
    await stage.ask(releaseStock, { orderId })
    expect(await level('PAN')).toMatchObject({ reserved: 0, available: 4 })
  })

  it('lets a release that overtakes its reservation win', async () => {
    await shelf('LID', 4)
    const orderId = newOrder()
    await stage.ask(releaseStock, { orderId })
    expect(await reserve(orderId, { sku: 'LID', quantity: 1 })).toMatchObject({
      ok: false,
      refusal: { code: 'reservation_released' },
    })
    expect(await level('LID')).toMatchObject({ reserved: 0 })
  })

  it('frees what was held too long', async () => {
    await shelf('JAR', 2)
    const orderId = newOrder()
    await reserve(orderId, { sku: 'JAR', quantity: 2 })
    stage.clock.forward(minutes(16))
    await stage.settle()
    expect(await level('JAR')).toMatchObject({ reserved: 0 })
    expect(stage.announced(stockReleased).find(({ subject }) => subject === orderId)?.data).toMatchObject({
      reason: 'expired',
    })
  })

  it('keeps what a confirmed order was promised, until it ships', async () => {
    await shelf('KETTLE', 3)
    const orderId = newOrder()
    await reserve(orderId, { sku: 'KETTLE', quantity: 2 })
    await stage.announce(confirmed(orderId, [{ sku: 'KETTLE', quantity: 2 }]))
    await stage.settle()
    stage.clock.forward(minutes(60))
    await stage.announce(shipped(orderId, 'ful_01h455vb4pex5vsknk084sn001', [{ sku: 'KETTLE', quantity: 1 }]))
    await stage.settle()
    expect(await level('KETTLE')).toMatchObject({ onHand: 2, reserved: 1 })
    const ledger = await stage.ask(listMovements, { sku: 'KETTLE' }, { as: staff })
    expect(ledger.ok && ledger.body.items.map(({ kind, delta }) => [kind, delta])).toEqual([
      ['sale', -1],
      ['initial', 3],
    ])
  })
})

describe('what staff do', () => {
  it('adjusts once per idempotency key, and replays the answer', async () => {
    await shelf('VASE', 5)
    const adjust = () =>
      stage.reply(adjustStock, { sku: 'VASE', delta: 2, reason: 'found two' }, { as: staff, key: 'k-1' })
    expect(await adjust()).toMatchObject({ ok: true, body: { onHand: 7 } })
    expect(await adjust()).toMatchObject({ ok: true, body: { onHand: 7 }, replayed: true })
    expect(
      await stage.ask(adjustStock, { sku: 'VASE', delta: 3, reason: 'x' }, { as: staff, key: 'k-1' }),
    ).toMatchObject({
      refusal: { code: 'idempotency_key_reused' },
    })
  })

  it('refuses an adjustment without a key, below zero, or below what is promised', async () => {
    await shelf('TRAY', 2)
    await reserve(newOrder(), { sku: 'TRAY', quantity: 1 })
    const adjust = (delta: number, key?: string) =>
      stage.ask(adjustStock, { sku: 'TRAY', delta, reason: 'broken' }, { as: staff, ...(key && { key }) })
    expect(await adjust(1)).toMatchObject({ refusal: { code: 'idempotency_key_required' } })
    expect(await adjust(-2, 'k-2')).toMatchObject({ refusal: { code: 'insufficient_stock' } })
    expect(await adjust(-1, 'k-3')).toMatchObject({ ok: true, body: { onHand: 1, available: 0 } })
  })

  it('refuses a count of stock that changed meanwhile', async () => {
    await shelf('RUG', 5)
    const count = (expectedOnHand: number) =>
      stage.ask(countStock, { sku: 'RUG', onHand: 9, expectedOnHand }, { as: staff })
    expect(await count(4)).toMatchObject({ refusal: { code: 'stock_changed' } })
    expect(await count(5)).toMatchObject({ ok: true, body: { onHand: 9 } })
  })

  it('keeps a ledger that sums to what is on hand', async () => {
    await shelf('LAMP', 5)
    await stage.ask(adjustStock, { sku: 'LAMP', delta: -2, reason: 'broken' }, { as: staff, key: 'k-4' })
    await stage.ask(countStock, { sku: 'LAMP', onHand: 4, expectedOnHand: 3 }, { as: staff })
    const ledger = await stage.ask(listMovements, { sku: 'LAMP', limit: 2 }, { as: staff })
    if (!ledger.ok) throw new Error('no ledger')
    expect(ledger.body.items.map(({ delta }) => delta)).toEqual([1, -2])
    const rest = await stage.ask(
      listMovements,
      { sku: 'LAMP', cursor: ledger.body.nextCursor ?? '' },
      { as: staff },
    )
    expect(rest.ok && rest.body).toMatchObject({ items: [{ delta: 5, kind: 'initial' }], nextCursor: null })
  })

  it('tells shoppers only when the word changes', async () => {
    await shelf('CHAIR', 8)
    await reserve(newOrder(), { sku: 'CHAIR', quantity: 1 })
    await reserve(newOrder(), { sku: 'CHAIR', quantity: 2 })
    await reserve(newOrder(), { sku: 'CHAIR', quantity: 5 })
    await stage.settle()
    const told = stage.announced(availabilityChanged).filter(({ subject }) => subject === 'CHAIR')
    expect(told.map(({ data }) => [data.availability, data.version])).toEqual([
      ['low_stock', 2],
      ['out_of_stock', 3],
    ])
  })
})
