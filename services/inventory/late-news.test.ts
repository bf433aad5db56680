import {
  adjustStock,
  changePolicy,
  countStock,
  extendReservation,
  registerStock,
  releaseStock,
  reserveStock,
  showStock,
} from '@souk/contracts/inventory'
import { minutes, toTimestamp } from '@souk/kit/runtime'
import { staff } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Ask,
  brokenInvariants,
  confirmed,
  openSharedStock,
  returned,
  type SharedStock,
  shipped,
} from './shared-stock.suite.ts'

let stock: SharedStock
let ask: Ask

beforeAll(async () => {
  stock = await openSharedStock(1)
  ask = stock.asks[0] as Ask
})
afterAll(() => stock.stop())

const shelf = (sku: string, onHand: number, policy: 'deny' | 'backorder' = 'deny') =>
  ask(registerStock, { items: [{ sku, onHand, policy }] })
const inMinutes = (count: number) => toTimestamp(stock.clock.now() + minutes(count))
const reserve = async (sku: string, quantity: number) => {
  const orderId = stock.ids.next('ord')
  const lines = [{ sku, quantity }]
  const answer = await ask(reserveStock, { orderId, lines, expiresAt: inMinutes(15) })
  return { orderId, lines, answer }
}
const level = async (sku: string) => {
  const shown = await ask(showStock, { sku }, staff)
  if (!shown.ok) throw new Error(shown.refusal.code)
  const { onHand, reserved, availability } = shown.body
  return { onHand, reserved, availability }
}
const hear = async (...events: Parameters<SharedStock['announce']>[0][]) => {
  for (const event of events) await stock.announce(event)
  await stock.settle()
}
const complaint = async () =>
  (await stock.sql<{ error: string }[]>`select error from inbox where state = 'waiting'`).map(
    ({ error }) => error,
  )
const parcel = () => stock.ids.next('ful')

describe('a promise that runs out', () => {
  it('lasts longer once extended, and is never made shorter', async () => {
    await shelf('CLOCK', 3)
    const { orderId } = await reserve('CLOCK', 2)
    const extend = (expiresAt: string) => ask(extendReservation, { orderId, expiresAt })
    const later = inMinutes(30)
    expect(await extend(later)).toMatchObject({ ok: true, body: { expiresAt: later } })
    expect(await extend(inMinutes(5))).toMatchObject({ ok: true, body: { expiresAt: later } })
    stock.clock.forward(minutes(20))
    await stock.settle()
    expect(await level('CLOCK')).toMatchObject({ reserved: 2 })
    stock.clock.forward(minutes(11))
    await stock.settle()
    expect(await level('CLOCK')).toMatchObject({ reserved: 0 })
    expect(await extend(inMinutes(5))).toMatchObject({ refusal: { code: 'reservation_released' } })
  })

  it('is promised anew when its order was confirmed and the news came late', async () => {
    await shelf('MIRROR', 3)
    const { orderId, lines } = await reserve('MIRROR', 2)
    stock.clock.forward(minutes(16))
    await stock.settle()
    expect(await level('MIRROR')).toMatchObject({ reserved: 0 })
    await hear(confirmed(orderId, lines), shipped(orderId, parcel(), lines))
    expect(await level('MIRROR')).toMatchObject({ onHand: 1, reserved: 0 })
    expect(await brokenInvariants(stock)).toEqual([])
  })

  it('is promised anew but for what has shipped already', async () => {
    await shelf('FRAME', 5)
    const { orderId, lines } = await reserve('FRAME', 3)
    stock.clock.forward(minutes(16))
    await stock.settle()
    await hear(shipped(orderId, parcel(), [{ sku: 'FRAME', quantity: 1 }]), confirmed(orderId, lines))
    expect(await level('FRAME')).toMatchObject({ onHand: 4, reserved: 2 })
    expect(await brokenInvariants(stock)).toEqual([])
  })

  it('is never sold twice: a late confirmation waits with what it lacks when somebody else has it', async () => {
    await shelf('EASEL', 2)
    const { orderId, lines } = await reserve('EASEL', 2)
    stock.clock.forward(minutes(16))
    await stock.settle()
    await reserve('EASEL', 1)
    await hear(confirmed(orderId, lines))
    expect(await complaint()).toEqual([expect.stringContaining('lacks 1 of EASEL')])
    expect(await level('EASEL')).toMatchObject({ reserved: 1 })
    await stock.sql`delete from inbox where state = 'waiting'`
  })
})

describe('cancelling and shipping at the same time', () => {
  it('gives back what has not left, when the parcel was first', async () => {
    await shelf('STOOL', 5)
    const { orderId, lines } = await reserve('STOOL', 3)
    await hear(confirmed(orderId, lines), shipped(orderId, parcel(), [{ sku: 'STOOL', quantity: 2 }]))
    await ask(releaseStock, { orderId })
    expect(await level('STOOL')).toMatchObject({ onHand: 3, reserved: 0 })
    expect(await brokenInvariants(stock)).toEqual([])
  })

  it('takes the goods and no promise of anybody else, when the cancellation was first', async () => {
    await shelf('BENCH', 5)
    const { orderId, lines } = await reserve('BENCH', 2)
    await hear(confirmed(orderId, lines))
    await reserve('BENCH', 1)
    await ask(releaseStock, { orderId })
    await hear(shipped(orderId, parcel(), lines))
    expect(await level('BENCH')).toMatchObject({ onHand: 3, reserved: 1 })
    expect(await brokenInvariants(stock)).toEqual([])
  })

  it('leaves a cancelled order released when its confirmation is heard afterwards', async () => {
    await shelf('SHELF', 5)
    const { orderId, lines } = await reserve('SHELF', 2)
    await ask(releaseStock, { orderId })
    await hear(confirmed(orderId, lines))
    expect(await complaint()).toEqual([])
    expect(await level('SHELF')).toMatchObject({ onHand: 5, reserved: 0 })
  })
})

describe('what is told twice', () => {
  it('moves stock once: the same parcel, the same return', async () => {
    await shelf('CHEST', 5)
    const { orderId, lines } = await reserve('CHEST', 2)
    const parcelId = parcel()
    await hear(
      confirmed(orderId, lines),
      shipped(orderId, parcelId, lines),
      shipped(orderId, parcelId, lines),
    )
    expect(await level('CHEST')).toMatchObject({ onHand: 3, reserved: 0 })
    await hear(returned(orderId, 'ret_1', lines), returned(orderId, 'ret_1', lines))
    expect(await level('CHEST')).toMatchObject({ onHand: 5, reserved: 0 })
    expect(await complaint()).toEqual([])
    expect(await brokenInvariants(stock)).toEqual([])
  })
})

describe('a backordered unit', () => {
  it('ships before its goods are booked in: on hand owes them until then', async () => {
    await shelf('SOFA', 1, 'backorder')
    const { orderId, lines } = await reserve('SOFA', 3)
    await hear(confirmed(orderId, lines), shipped(orderId, parcel(), lines))
    expect(await level('SOFA')).toEqual({ onHand: -2, reserved: 0, availability: 'backorder' })
    const booked = { sku: 'SOFA', onHand: 4, expectedOnHand: -2 }
    expect(await ask(countStock, booked, staff)).toMatchObject({ ok: true })
    expect(await level('SOFA')).toEqual({ onHand: 4, reserved: 0, availability: 'low_stock' })
    expect(await brokenInvariants(stock)).toEqual([])
  })
})

describe('a policy', () => {
  const change = (input: { sku: string; policy?: 'deny' | 'backorder'; lowStockThreshold?: number }) =>
    ask(changePolicy, input, staff)

  it('decides the next order, and the word shoppers read', async () => {
    await shelf('TABLE', 1)
    expect((await reserve('TABLE', 2)).answer).toMatchObject({ ok: false })
    expect(await change({ sku: 'TABLE', policy: 'backorder', lowStockThreshold: 0 })).toMatchObject({
      ok: true,
      body: { policy: 'backorder', lowStockThreshold: 0, availability: 'in_stock' },
    })
    expect((await reserve('TABLE', 2)).answer).toMatchObject({ ok: true })
    expect(await change({ sku: 'NOBODY', policy: 'deny' })).toMatchObject({ refusal: { code: 'not_found' } })
  })

  it('takes no more backorders, and keeps those it took', async () => {
    await shelf('COUCH', 1, 'backorder')
    const { orderId, lines } = await reserve('COUCH', 3)
    expect(await change({ sku: 'COUCH', policy: 'deny' })).toMatchObject({
      body: { available: -2, availability: 'out_of_stock' },
    })
    expect((await reserve('COUCH', 1)).answer).toMatchObject({ ok: false })
    await hear(confirmed(orderId, lines), shipped(orderId, parcel(), lines))
    expect(await level('COUCH')).toMatchObject({ onHand: -2, reserved: 0 })
    await ask(adjustStock, { sku: 'COUCH', delta: 3, reason: 'delivered' }, staff)
    expect((await reserve('COUCH', 2)).answer).toMatchObject({ ok: false })
    expect((await reserve('COUCH', 1)).answer).toMatchObject({ ok: true })
    // The debt is paid: the second wall is where it was before any backorder.
    await expect(stock.sql`update stock set reserved = 2 where sku = 'COUCH'`).rejects.toThrow(
      'stock_not_oversold',
    )
    expect(await brokenInvariants(stock)).toEqual([])
  })
})

describe('the ledger', () => {
  it('is never rewritten, by the service or by the owner of the database', async () => {
    await shelf('GLOBE', 3)
    for (const rewrite of ["update movement set delta = 9 where sku = 'GLOBE'", 'delete from movement'])
      await expect(stock.sql.unsafe(rewrite)).rejects.toThrow('permission denied')
    for (const rewrite of ['update movement set delta = 9', 'delete from movement', 'truncate movement'])
      await expect(stock.owner.unsafe(rewrite)).rejects.toThrow('append-only')
    expect(await brokenInvariants(stock)).toEqual([])
  })
})
