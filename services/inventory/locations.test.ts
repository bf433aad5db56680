import {
  adjustStock,
  countStock,
  registerStock,
  releaseStock,
  reserveStock,
  showStock,
} from '@souk/contracts/inventory'
import {
  changeInventorySettings,
  changeLocation,
  createLocation,
  listLocations,
  removeLocation,
  showInventorySettings,
  showLocation,
} from '@souk/contracts/inventory-locations'
import { minutes, toTimestamp } from '@souk/kit/runtime'
import { staff } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Ask,
  brokenInvariants,
  confirmed,
  openSharedStock,
  type SharedStock,
  shipped,
} from './shared-stock.suite.ts'

let stock: SharedStock
let ask: Ask

beforeAll(async () => {
  stock = await openSharedStock(1)
  ask = stock.asks[0] as Ask
  await ask(createLocation, { location: 'annex', name: 'Annex', priority: 10 }, staff)
  await ask(createLocation, { location: 'cellar', name: 'Cellar', priority: 20 }, staff)
})
afterAll(() => stock.stop())

/** So many at main, annex and cellar. */
async function shelves(sku: string, [main, ...others]: [number, ...number[]]) {
  await ask(registerStock, { items: [{ sku, onHand: main, policy: 'deny' }] })
  for (const [index, delta] of others.entries()) await adjust(sku, delta, ['annex', 'cellar'][index])
}
const adjust = (sku: string, delta: number, location?: string) =>
  ask(adjustStock, { sku, delta, reason: 'moved in', location }, staff)
const reserve = async (sku: string, quantity: number, destination?: { country: string }) => {
  const orderId = stock.ids.next('ord')
  const lines = [{ sku, quantity }]
  const expiresAt = toTimestamp(stock.clock.now() + minutes(15))
  return { orderId, lines, answer: await ask(reserveStock, { orderId, lines, expiresAt, destination }) }
}
const level = async (sku: string) => {
  const shown = await ask(showStock, { sku }, staff)
  if (!shown.ok) throw new Error(shown.refusal.code)
  return shown.body
}
const reservedAt = async (sku: string) =>
  Object.fromEntries((await level(sku)).locations.map(({ location, reserved }) => [location, reserved]))

describe('locations', () => {
  it('are listed page by page, and a name is given once', async () => {
    const again = await ask(createLocation, { location: 'annex', name: 'Another' }, staff)
    expect(again).toMatchObject({ refusal: { code: 'location_taken' } })
    const page = await ask(listLocations, { limit: 2 }, staff)
    if (!page.ok) throw new Error(page.refusal.code)
    const rest = await ask(listLocations, { limit: 2, cursor: page.body.nextCursor ?? '' }, staff)
    expect(page.body.items.map(({ location }) => location)).toEqual(['annex', 'cellar'])
    expect(rest.ok && rest.body).toEqual({
      items: [{ location: 'main', name: 'Main', priority: 0, address: null, isActive: true, version: 1 }],
      nextCursor: null,
    })
  })

  it('get a shelf with their first adjustment or count, and unknown ones none', async () => {
    await shelves('VASE', [3])
    expect(await adjust('VASE', 4, 'annex')).toMatchObject({ ok: true, body: { onHand: 7 } })
    const count = { sku: 'VASE', onHand: 2, expectedOnHand: 0, location: 'cellar' }
    expect(await ask(countStock, count, staff)).toMatchObject({ ok: true, body: { onHand: 9 } })
    expect(await adjust('VASE', 1, 'moon')).toMatchObject({ refusal: { code: 'unknown_location' } })
    expect(await adjust('VASE', -5, 'annex')).toMatchObject({ refusal: { code: 'insufficient_stock' } })
    expect(await brokenInvariants(stock)).toEqual([])
  })
})

describe('a location', () => {
  const attic = { location: 'attic', name: 'Attic', priority: 90 }
  const refusedAs = (code: string) => ({ ok: false, refusal: { code } })

  it('is changed by whoever saw it last, and keeps what is left out', async () => {
    expect(await ask(createLocation, attic, staff)).toMatchObject({ ok: true, body: { version: 1 } })
    const address = { country: 'DE', region: 'Hesse' }
    const moved = await stock.askIf('"1"', changeLocation, { location: 'attic', address })
    expect(moved).toMatchObject({ body: { ...attic, address, isActive: true, version: 2 } })
    expect(await stock.askIf('"1"', changeLocation, { location: 'attic', name: 'Late' })).toMatchObject(
      refusedAs('version_conflict'),
    )
    expect(await ask(showLocation, { location: 'attic' }, staff)).toEqual(moved)
    expect(await ask(showLocation, { location: 'moon' }, staff)).toMatchObject(refusedAs('not_found'))
  })

  it('is closed when it is empty, and taken away when nothing was ever there', async () => {
    await shelves('COMB', [1])
    await adjust('COMB', 2, 'attic')
    const close = (location: string) => ask(changeLocation, { location, isActive: false }, staff)
    expect(await close('attic')).toMatchObject(refusedAs('location_in_use'))
    expect(await close('main')).toMatchObject(refusedAs('location_in_use'))
    await adjust('COMB', -2, 'attic')
    expect(await close('attic')).toMatchObject({ ok: true, body: { isActive: false } })
    expect(await adjust('COMB', 1, 'attic')).toMatchObject(refusedAs('unknown_location'))
    expect(await ask(removeLocation, { location: 'attic' }, staff)).toMatchObject(
      refusedAs('location_in_use'),
    )
    await ask(createLocation, { location: 'typo', name: 'Typo' }, staff)
    expect(await ask(removeLocation, { location: 'typo' }, staff)).toMatchObject({ ok: true })
    expect(await ask(showLocation, { location: 'typo' }, staff)).toMatchObject(refusedAs('not_found'))
  })

  it('gets no goods while it is being closed', async () => {
    await ask(createLocation, { location: 'depot', name: 'Depot' }, staff)
    await shelves('BRUSH', [1])
    const [closed, adjusted] = await Promise.all([
      ask(changeLocation, { location: 'depot', isActive: false }, staff),
      adjust('BRUSH', 5, 'depot'),
    ])
    expect([closed.ok, adjusted.ok].filter(Boolean)).toHaveLength(1)
  })
})

describe('the rule of the shop', () => {
  it('decides where the next order comes from', async () => {
    const rule = (allocation: 'nearest' | 'priority') => ask(changeInventorySettings, { allocation }, staff)
    await ask(changeLocation, { location: 'cellar', address: { country: 'FR' } }, staff)
    await shelves('SPOON', [5, 5, 5])
    expect(await rule('nearest')).toMatchObject({ body: { allocation: 'nearest', version: 2 } })
    await reserve('SPOON', 1, { country: 'FR' })
    expect(await reservedAt('SPOON')).toEqual({ main: 0, annex: 0, cellar: 1 })
    expect(await stock.askIf('"1"', changeInventorySettings, { allocation: 'priority' })).toMatchObject({
      refusal: { code: 'version_conflict' },
    })
    await rule('priority')
    await reserve('SPOON', 1, { country: 'FR' })
    expect(await reservedAt('SPOON')).toEqual({ main: 1, annex: 0, cellar: 1 })
    expect(await ask(showInventorySettings, {}, staff)).toMatchObject({ body: { allocation: 'priority' } })
  })
})

describe('an order over several locations', () => {
  it('comes whole from one that has it, else from several by priority', async () => {
    await shelves('PLATE', [2, 5, 4])
    await reserve('PLATE', 4)
    expect(await reservedAt('PLATE')).toEqual({ main: 0, annex: 4, cellar: 0 })
    const { orderId, answer } = await reserve('PLATE', 6)
    expect(answer).toMatchObject({ ok: true })
    expect(await reservedAt('PLATE')).toEqual({ main: 2, annex: 5, cellar: 3 })
    await ask(releaseStock, { orderId })
    expect(await reservedAt('PLATE')).toEqual({ main: 0, annex: 4, cellar: 0 })
  })

  it('is refused whole when one was drained meanwhile', async () => {
    await shelves('GLASS', [1, 1, 1])
    const answers = await Promise.all([
      reserve('GLASS', 3),
      adjust('GLASS', -1, 'cellar'),
      reserve('GLASS', 2),
    ])
    const { onHand, reserved, available } = await level('GLASS')
    expect(onHand - reserved).toBe(available)
    expect(available).toBeGreaterThanOrEqual(0)
    const [three, drained, two] = answers
    expect([three.answer.ok, two.answer.ok].filter(Boolean)).toHaveLength(1)
    expect(drained.ok).toBe(!three.answer.ok)
    expect(await brokenInvariants(stock)).toEqual([])
  })

  it('ships from the shelves it was promised', async () => {
    await shelves('DISH', [2, 2])
    const { orderId, lines } = await reserve('DISH', 3)
    await stock.announce(confirmed(orderId, lines))
    await stock.announce(shipped(orderId, stock.ids.next('ful'), [{ sku: 'DISH', quantity: 1 }]))
    await stock.announce(
      shipped(orderId, stock.ids.next('ful'), [
        { sku: 'DISH', quantity: 1 },
        { sku: 'DISH', quantity: 1 },
      ]),
    )
    await stock.settle()
    expect(await level('DISH')).toMatchObject({ onHand: 1, reserved: 0 })
    expect(await brokenInvariants(stock)).toEqual([])
  })
})
