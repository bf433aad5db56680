import {
  adjustStock,
  availabilityChanged,
  changePolicy,
  registerStock,
  releaseStock,
  reserveStock,
  showStock,
  stockLow,
} from '@souk/contracts/inventory'
import { changeSafetyStock, listStock } from '@souk/contracts/inventory-levels'
import type { Call, Sent } from '@souk/kit/contract'
import { days, minutes, toTimestamp } from '@souk/kit/runtime'
import { staff } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ask, brokenInvariants, openSharedStock, type SharedStock } from './shared-stock.suite.ts'

let stock: SharedStock
let ask: Ask
beforeAll(async () => {
  stock = await openSharedStock(1)
  ask = stock.asks[0] as Ask
})
afterAll(() => stock.stop())

async function must<C extends Call>(contract: C, input: Sent<C>) {
  const answer = await ask(contract, input, staff)
  if (!answer.ok) throw new Error(`${contract.name}: ${answer.refusal.code} ${answer.refusal.detail}`)
  return answer.body
}
const shelf = (sku: string, onHand: number) =>
  ask(registerStock, { items: [{ sku, onHand, policy: 'deny' }] })
const reserve = async (sku: string, quantity: number) => {
  const orderId = stock.ids.next('ord')
  const expiresAt = toTimestamp(stock.clock.now() + minutes(15))
  return { orderId, answer: await ask(reserveStock, { orderId, lines: [{ sku, quantity }], expiresAt }) }
}
const short = (available: number) => ({ refusal: { errors: [{ available }] } })

describe('a backorder', () => {
  it('goes as far as its limit, and tells shoppers the day it is expected', async () => {
    await shelf('SOFA', 1)
    const expectedAt = toTimestamp(stock.clock.now() + days(20))
    await must(changePolicy, { sku: 'SOFA', policy: 'backorder', backorderLimit: 3, expectedAt })
    expect((await reserve('SOFA', 5)).answer).toMatchObject(short(4))
    await reserve('SOFA', 2)
    expect(await must(showStock, { sku: 'SOFA' })).toMatchObject({ available: -1, availability: 'backorder' })
    expect((await reserve('SOFA', 3)).answer).toMatchObject(short(2))
    const later = toTimestamp(stock.clock.now() + days(30))
    await must(changePolicy, { sku: 'SOFA', expectedAt: later })
    await reserve('SOFA', 2)
    expect(await must(showStock, { sku: 'SOFA' })).toMatchObject({ availability: 'out_of_stock' })
    const told = await stock.announced<{ availability: string; expectedAt?: string; version: number }>(
      availabilityChanged,
      'SOFA',
    )
    expect(told.map(({ availability, expectedAt, version }) => [availability, expectedAt, version])).toEqual([
      ['backorder', expectedAt, 2],
      ['backorder', later, 3],
      ['out_of_stock', undefined, 4],
    ])
    expect(await brokenInvariants(stock)).toEqual([])
  })
})

describe('a preorder', () => {
  it('needs its day, and from that day on only what is there is sold', async () => {
    await shelf('GAME', 0)
    const sell = { sku: 'GAME', policy: 'preorder' as const }
    expect(await ask(changePolicy, sell, staff)).toMatchObject({ refusal: { code: 'expected_at_required' } })
    await must(changePolicy, { ...sell, expectedAt: toTimestamp(stock.clock.now() + days(2)) })
    const { orderId, answer } = await reserve('GAME', 2)
    expect(answer).toMatchObject({ ok: true })
    stock.clock.forward(days(1))
    await stock.settle()
    expect(await must(showStock, { sku: 'GAME' })).toMatchObject({ availability: 'backorder' })
    stock.clock.forward(days(1))
    await stock.settle()
    expect(await must(showStock, { sku: 'GAME' })).toMatchObject({
      policy: 'deny',
      availability: 'out_of_stock',
    })
    expect((await reserve('GAME', 1)).answer).toMatchObject({ ok: false })
    expect(orderId).toBeTruthy()
    expect(await brokenInvariants(stock)).toEqual([])
  })
})

describe('safety stock', () => {
  it('is kept back from shoppers and not from staff, and never makes a debt', async () => {
    await shelf('VASE', 10)
    expect(await must(changeSafetyStock, { sku: 'VASE', quantity: 4 })).toMatchObject({
      onHand: 10,
      available: 6,
      locations: [{ safety: 4, available: 6 }],
    })
    expect((await reserve('VASE', 7)).answer).toMatchObject(short(6))
    expect((await reserve('VASE', 6)).answer).toMatchObject({ ok: true })
    expect(await must(showStock, { sku: 'VASE' })).toMatchObject({
      available: 0,
      availability: 'out_of_stock',
    })
    await must(adjustStock, { sku: 'VASE', delta: -3, reason: 'broken' })
    expect(await must(showStock, { sku: 'VASE' })).toMatchObject({ onHand: 7, available: 0 })
    expect(await brokenInvariants(stock)).toEqual([])
  })
})

describe('what runs low', () => {
  it('is told once each time it does, however many are sold after that', async () => {
    await shelf('JAR', 8)
    const first = await reserve('JAR', 3)
    await reserve('JAR', 1)
    await reserve('JAR', 4)
    expect(await stock.announced(stockLow, 'JAR')).toMatchObject([{ available: 5, threshold: 5 }])
    await ask(releaseStock, { orderId: first.orderId })
    await must(adjustStock, { sku: 'JAR', delta: 10, reason: 'delivered' })
    await reserve('JAR', 10)
    expect(await stock.announced(stockLow, 'JAR')).toMatchObject([{ available: 5 }, { available: 3 }])
  })

  it('is listed by SKU, page by page, and found by a part of it', async () => {
    for (const [sku, onHand] of [
      ['PIN-1', 1],
      ['PIN-2', 90],
      ['PIN-3', 0],
      ['pin_4', 2],
    ] as const)
      await shelf(sku, onHand)
    const skus = async (query: Sent<typeof listStock>) =>
      (await must(listStock, query)).items.map(({ sku }) => sku)
    expect(await skus({ q: 'pin' })).toEqual(['PIN-1', 'PIN-2', 'PIN-3', 'pin_4'])
    expect(await skus({ q: 'pin', low: true })).toEqual(['PIN-1', 'PIN-3', 'pin_4'])
    expect(await skus({ q: 'N_4' })).toEqual(['pin_4'])
    const page = await must(listStock, { q: 'pin', low: true, limit: 2 })
    await shelf('PIN-0', 0)
    const rest = await must(listStock, { q: 'pin', low: true, limit: 2, cursor: String(page.nextCursor) })
    expect([page.items.length, rest.items.map(({ sku }) => sku), rest.nextCursor]).toEqual([
      2,
      ['pin_4'],
      null,
    ])
  })
})
