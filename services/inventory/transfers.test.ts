import { adjustStock, listMovements, registerStock, reserveStock, showStock } from '@souk/contracts/inventory'
import { changeComponents, showReservation } from '@souk/contracts/inventory-levels'
import { changeLocation, createLocation } from '@souk/contracts/inventory-locations'
import {
  cancelTransfer,
  createTransfer,
  expectDelivery,
  listDeliveries,
  listTransfers,
  receiveDelivery,
  receiveTransfer,
  shipTransfer,
  showTransfer,
} from '@souk/contracts/inventory-transfers'
import type { Call, Sent } from '@souk/kit/contract'
import { minutes, toTimestamp } from '@souk/kit/runtime'
import { staff } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ask, brokenInvariants, openSharedStock, type SharedStock } from './shared-stock.suite.ts'

let stock: SharedStock
let ask: Ask
beforeAll(async () => {
  stock = await openSharedStock(1)
  ask = stock.asks[0] as Ask
  await ask(createLocation, { location: 'annex', name: 'Annex', priority: 10 }, staff)
})
afterAll(() => stock.stop())

async function must<C extends Call>(contract: C, input: Sent<C>) {
  const answer = await ask(contract, input, staff)
  if (!answer.ok) throw new Error(`${contract.name}: ${answer.refusal.code} ${answer.refusal.detail}`)
  return answer.body
}
const shelf = (sku: string, onHand: number, policy: 'deny' | 'backorder' = 'deny') =>
  ask(registerStock, { items: [{ sku, onHand, policy }] })
const reserve = async (sku: string, quantity: number) => {
  const orderId = stock.ids.next('ord')
  const expiresAt = toTimestamp(stock.clock.now() + minutes(15))
  await ask(reserveStock, { orderId, lines: [{ sku, quantity }], expiresAt })
  return orderId
}
const plan = async (sku: string, quantity: number) => {
  const lines = [{ sku, quantity }]
  return await must(createTransfer, { from: 'main', to: 'annex', lines, note: 'more room' })
}
const levels = async (sku: string) =>
  Object.fromEntries(
    (await must(showStock, { sku })).locations.map(({ location, onHand, incoming }) => [
      location,
      [onHand, incoming],
    ]),
  )
const refusedAs = (code: string) => ({ ok: false, refusal: { code } })

describe('a transfer', () => {
  it('is incoming from when it leaves to when it arrives, and the ledger tells both ends', async () => {
    await shelf('STOOL', 10)
    const { id, state } = await plan('STOOL', 4)
    expect(state).toBe('draft')
    expect(await levels('STOOL')).toEqual({ main: [10, 0], annex: [0, 0] })
    await must(shipTransfer, { id })
    expect(await levels('STOOL')).toEqual({ main: [6, 0], annex: [0, 4] })
    expect(await brokenInvariants(stock)).toEqual([])
    await must(receiveTransfer, { id, lines: [{ sku: 'STOOL', quantity: 4 }] })
    expect(await levels('STOOL')).toEqual({ main: [6, 0], annex: [4, 0] })
    const { items } = await must(listMovements, { sku: 'STOOL', limit: 2 })
    expect(items.map(({ kind, location, delta, reference }) => [kind, location, delta, reference])).toEqual([
      ['transfer', 'annex', 4, id],
      ['transfer', 'main', -4, id],
    ])
  })

  it('arrives in parts, and what never came is noted', async () => {
    await shelf('CHAIR', 10)
    const { id } = await plan('CHAIR', 6)
    await must(shipTransfer, { id })
    const part = { id, lines: [{ sku: 'CHAIR', quantity: 2 }] }
    expect(await must(receiveTransfer, part)).toMatchObject({ state: 'shipped' })
    const last = await must(receiveTransfer, { ...part, isLast: true })
    expect(last).toMatchObject({ state: 'received', lines: [{ received: 4, missing: 2 }] })
    expect(await levels('CHAIR')).toEqual({ main: [4, 0], annex: [4, 0] })
    expect(await ask(receiveTransfer, part, staff)).toMatchObject(refusedAs('wrong_status'))
    expect(await must(showTransfer, { id })).toEqual(last)
    expect(await brokenInvariants(stock)).toEqual([])
  })

  it('goes back to where it came from when it is cancelled on its way', async () => {
    await shelf('TABLE', 10)
    const { id } = await plan('TABLE', 5)
    await must(shipTransfer, { id })
    await must(receiveTransfer, { id, lines: [{ sku: 'TABLE', quantity: 2 }] })
    const cancelled = await must(cancelTransfer, { id })
    expect(cancelled).toMatchObject({ state: 'cancelled', lines: [{ received: 2, recalled: 3 }] })
    expect(await levels('TABLE')).toEqual({ main: [8, 0], annex: [2, 0] })
    expect(await brokenInvariants(stock)).toEqual([])
  })

  it('never takes what is promised, nor leads from a place to itself, a closed one or of a bundle', async () => {
    await shelf('LAMP', 5)
    await reserve('LAMP', 3)
    const { id } = await plan('LAMP', 3)
    expect(await ask(shipTransfer, { id }, staff)).toMatchObject(refusedAs('insufficient_stock'))
    const lines = [{ sku: 'LAMP', quantity: 1 }]
    const to = (to: string) => ask(createTransfer, { from: 'main', to, lines }, staff)
    expect(await to('main')).toMatchObject(refusedAs('same_location'))
    expect(await to('moon')).toMatchObject(refusedAs('unknown_location'))
    await shelf('LAMPS', 0)
    await must(changeComponents, { sku: 'LAMPS', components: [{ sku: 'LAMP', quantity: 2 }] })
    const bundles = { from: 'main', to: 'annex', lines: [{ sku: 'LAMPS', quantity: 1 }] }
    expect(await ask(createTransfer, bundles, staff)).toMatchObject(refusedAs('bundle_has_no_stock'))
    expect(await levels('LAMP')).toEqual({ main: [5, 0], annex: [0, 0] })
  })

  it('keeps its destination open', async () => {
    await must(createLocation, { location: 'loft', name: 'Loft' })
    await shelf('RUG', 2)
    const lines = [{ sku: 'RUG', quantity: 2 }]
    const { id } = await must(createTransfer, { from: 'main', to: 'loft', lines })
    await must(shipTransfer, { id })
    const close = { location: 'loft', isActive: false }
    expect(await ask(changeLocation, close, staff)).toMatchObject(refusedAs('location_in_use'))
    await must(cancelTransfer, { id })
    expect(await must(changeLocation, close)).toMatchObject({ isActive: false })
    expect(
      await ask(adjustStock, { sku: 'RUG', delta: 1, reason: 'x', location: 'loft' }, staff),
    ).toMatchObject(refusedAs('unknown_location'))
  })

  it('is found by its state, newest first, page by page', async () => {
    const { id } = await plan('STOOL', 1)
    const first = await must(listTransfers, { limit: 1 })
    expect(first.items.map((one) => one.id)).toEqual([id])
    const rest = await must(listTransfers, { cursor: String(first.nextCursor), limit: 100 })
    expect(rest.items.map((one) => one.id)).not.toContain(id)
    const drafts = await must(listTransfers, { state: 'draft' })
    expect(new Set(drafts.items.map(({ state }) => state))).toEqual(new Set(['draft']))
  })
})

describe('what suppliers bring', () => {
  const expectedAt = '2027-01-10T00:00:00.000Z'
  it('is incoming until it comes, in parts, and the rest may be given up', async () => {
    await shelf('SOFA', 1)
    const { id } = await must(expectDelivery, { sku: 'SOFA', quantity: 5, expectedAt })
    expect(await levels('SOFA')).toEqual({ main: [1, 5] })
    await must(receiveDelivery, { id, quantity: 2 })
    expect(await levels('SOFA')).toEqual({ main: [3, 3] })
    expect(await ask(receiveDelivery, { id, quantity: 4 }, staff)).toMatchObject(
      refusedAs('exceeds_delivery'),
    )
    expect(await brokenInvariants(stock)).toEqual([])
    const closed = await must(receiveDelivery, { id, quantity: 1, isLast: true })
    expect(closed).toMatchObject({ state: 'closed', received: 3, expectedAt })
    expect(await levels('SOFA')).toEqual({ main: [4, 0] })
    expect(await ask(receiveDelivery, { id, quantity: 1 }, staff)).toMatchObject(refusedAs('wrong_status'))
    expect((await must(listDeliveries, { sku: 'SOFA' })).items).toEqual([closed])
    expect(await brokenInvariants(stock)).toEqual([])
  })

  it('serves the oldest backorders first', async () => {
    await shelf('BED', 1, 'backorder')
    const orders: string[] = []
    for (let turn = 0; turn < 3; turn++) {
      stock.clock.forward(5)
      orders.push(await reserve('BED', 2))
    }
    const waiting = async () => {
      const shown = await Promise.all(orders.map((orderId) => must(showReservation, { orderId })))
      return shown.map(({ lines }) => lines[0]?.waiting)
    }
    expect(await waiting()).toEqual([1, 2, 2])
    const { id } = await must(expectDelivery, { sku: 'BED', quantity: 4, expectedAt })
    await must(receiveDelivery, { id, quantity: 2 })
    expect(await waiting()).toEqual([0, 1, 2])
    await must(receiveDelivery, { id, quantity: 2 })
    expect(await waiting()).toEqual([0, 0, 1])
  })
})
