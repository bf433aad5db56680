import {
  adjustStock,
  availabilityChanged,
  listMovements,
  registerStock,
  releaseStock,
  reserveStock,
  showStock,
} from '@souk/contracts/inventory'
import { changeComponents, showReservation } from '@souk/contracts/inventory-levels'
import type { SkuQuantity } from '@souk/contracts/values'
import type { Call, Sent } from '@souk/kit/contract'
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
let other: Ask
beforeAll(async () => {
  stock = await openSharedStock(2)
  ;[ask, other] = stock.asks as [Ask, Ask]
})
afterAll(() => stock.stop())

async function must<C extends Call>(contract: C, input: Sent<C>) {
  const answer = await ask(contract, input, staff)
  if (!answer.ok) throw new Error(`${contract.name}: ${answer.refusal.code} ${answer.refusal.detail}`)
  return answer.body
}
const line = (sku: string, quantity: number): SkuQuantity => ({ sku, quantity })
const register = (...amounts: [sku: string, onHand: number][]) =>
  ask(registerStock, { items: amounts.map(([sku, onHand]) => ({ sku, onHand, policy: 'deny' as const })) })
const makes = (sku: string, ...components: SkuQuantity[]) => ask(changeComponents, { sku, components }, staff)
/** A tea set of two cups and a pot. */
async function teaSet(name: string, cups: number, pots: number) {
  const [set, cup, pot] = [`${name}-SET`, `${name}-CUP`, `${name}-POT`]
  await register([set, 0], [cup, cups], [pot, pots])
  expect(await makes(set, line(cup, 2), line(pot, 1))).toMatchObject({ ok: true })
  return { set, cup, pot }
}
const reserve = async (lines: SkuQuantity[], asking = ask) => {
  const orderId = stock.ids.next('ord')
  const expiresAt = toTimestamp(stock.clock.now() + minutes(15))
  return { orderId, lines, answer: await asking(reserveStock, { orderId, lines, expiresAt }) }
}
const figures = async (sku: string) => {
  const { onHand, reserved, available } = await must(showStock, { sku })
  return [onHand, reserved, available]
}

describe('a bundle', () => {
  it('is promised, shipped and returned as what it is made of', async () => {
    const { set, cup, pot } = await teaSet('TEA', 9, 4)
    expect(await figures(set)).toEqual([0, 0, 4])
    const { orderId, lines } = await reserve([line(set, 2), line(cup, 1)])
    expect([await figures(cup), await figures(pot), await figures(set)]).toEqual([
      [9, 5, 4],
      [4, 2, 2],
      [0, 0, 2],
    ])
    await stock.announce(confirmed(orderId, lines))
    await stock.announce(shipped(orderId, stock.ids.next('ful'), [line(set, 1)]))
    await stock.settle()
    expect([await figures(cup), await figures(pot)]).toEqual([
      [7, 3, 4],
      [3, 1, 2],
    ])
    const { lines: promised } = await must(showReservation, { orderId })
    expect(promised.map(({ sku, bundle, quantity, shipped }) => [sku, bundle, quantity, shipped])).toEqual([
      [cup, set, 4, 2],
      [cup, null, 1, 0],
      [pot, set, 2, 1],
    ])
    await stock.announce(returned(orderId, 'ret_tea', [line(set, 1)]))
    await stock.settle()
    expect([await figures(cup), await figures(pot)]).toEqual([
      [9, 3, 6],
      [4, 1, 3],
    ])
    const { items } = await must(listMovements, { sku: pot })
    expect(items.map(({ kind, delta }) => [kind, delta])).toEqual([
      ['return', 1],
      ['sale', -1],
      ['initial', 4],
    ])
    expect(await brokenInvariants(stock)).toEqual([])
  })

  it('is shipped as it was sold, though it is made of something else by now', async () => {
    const { set, cup, pot } = await teaSet('OLD', 4, 4)
    const { orderId, lines } = await reserve([line(set, 1)])
    await makes(set, line(cup, 1))
    await stock.announce(confirmed(orderId, lines))
    await stock.announce(shipped(orderId, stock.ids.next('ful'), lines))
    await stock.settle()
    expect([await figures(cup), await figures(pot)]).toEqual([
      [2, 0, 2],
      [3, 0, 3],
    ])
    expect(await brokenInvariants(stock)).toEqual([])
  })

  it('is refused under its own name, whole, with how many there are', async () => {
    const { set, cup, pot } = await teaSet('FEW', 5, 9)
    const { answer } = await reserve([line(set, 3), line(pot, 1)])
    expect(answer).toMatchObject({
      refusal: { code: 'insufficient_stock', errors: [{ sku: set, wanted: 3, available: 2 }] },
    })
    expect([await figures(cup), await figures(pot)]).toEqual([
      [5, 0, 5],
      [9, 0, 9],
    ])
  })

  it('gives everything back when it is released, and promised anew when its promise ran out', async () => {
    const { set, cup } = await teaSet('BACK', 4, 2)
    const given = await reserve([line(set, 2)])
    expect(await figures(cup)).toEqual([4, 4, 0])
    await ask(releaseStock, { orderId: given.orderId })
    expect(await figures(cup)).toEqual([4, 0, 4])
    const late = await reserve([line(set, 1), line(cup, 1)])
    stock.clock.forward(minutes(16))
    await stock.settle()
    expect(await figures(cup)).toEqual([4, 0, 4])
    await stock.announce(confirmed(late.orderId, late.lines))
    await stock.announce(shipped(late.orderId, stock.ids.next('ful'), late.lines))
    await stock.settle()
    expect(await figures(cup)).toEqual([1, 0, 1])
    expect(await brokenInvariants(stock)).toEqual([])
  })

  it('has its word told when its components change, and only then', async () => {
    const { set, cup } = await teaSet('WORD', 4, 20)
    await reserve([line(cup, 4)])
    await stock.settle()
    await ask(adjustStock, { sku: cup, delta: 30, reason: 'delivered' }, staff)
    await stock.settle()
    const told = await stock.announced<{ availability: string }>(availabilityChanged, set)
    expect(told.map(({ availability }) => availability)).toEqual(['low_stock', 'out_of_stock', 'in_stock'])
    expect(await must(showStock, { sku: set })).toMatchObject({ availability: 'in_stock', available: 15 })
  })

  it('is made only of what is no bundle, and has no stock of its own', async () => {
    const { set, cup } = await teaSet('RULE', 4, 4)
    await register(['RULE-HAMPER', 0], ['RULE-FULL', 3])
    const refusedAs = (code: string) => ({ ok: false, refusal: { code } })
    expect(await makes('RULE-HAMPER', line(set, 1))).toMatchObject(refusedAs('nested_bundle'))
    expect(await makes(cup, line('RULE-FULL', 1))).toMatchObject(refusedAs('nested_bundle'))
    expect(await makes(set, line(set, 1))).toMatchObject(refusedAs('nested_bundle'))
    expect(await makes('RULE-FULL', line(cup, 1))).toMatchObject(refusedAs('has_stock'))
    expect(await makes('RULE-HAMPER', line('NOWHERE', 1))).toMatchObject(refusedAs('unknown_component'))
    expect(await makes('NOWHERE', line(cup, 1))).toMatchObject(refusedAs('not_found'))
    const adjust = { sku: set, delta: 1, reason: 'found' }
    expect(await ask(adjustStock, adjust, staff)).toMatchObject(refusedAs('bundle_has_no_stock'))
  })

  it('may become a SKU like any other, and so may what it was made of', async () => {
    const { set, cup } = await teaSet('PLAIN', 4, 4)
    expect(await makes(set)).toMatchObject({ ok: true, body: { availability: 'out_of_stock' } })
    await ask(adjustStock, { sku: set, delta: 9, reason: 'packed' }, staff)
    expect(await figures(set)).toEqual([9, 0, 9])
    await ask(adjustStock, { sku: cup, delta: -4, reason: 'packed' }, staff)
    expect(await makes(cup, line(set, 1))).toMatchObject({ ok: true, body: { available: 9 } })
    expect(await brokenInvariants(stock)).toEqual([])
  })
})

describe('a bundle and its component wanted at the same moment', () => {
  it.each([1, 2, 3])(
    'are never sold beyond what is there, and nobody deadlocks (round %i)',
    async (round) => {
      const { set, cup, pot } = await teaSet(`RACE-${round}`, 21, 40)
      const buyers = Array.from({ length: 30 }, (_, turn) => {
        const lines =
          turn % 3 === 0 ? [line(set, 1)] : turn % 3 === 1 ? [line(cup, 1)] : [line(pot, 1), line(cup, 1)]
        return reserve(lines, turn % 2 ? ask : other)
      })
      const answers = await Promise.all(buyers)
      const sold = answers.filter(({ answer }) => answer.ok).flatMap(({ lines }) => lines)
      const cups = sold.reduce(
        (sum, { sku, quantity }) => sum + (sku === set ? 2 : sku === cup ? 1 : 0) * quantity,
        0,
      )
      expect(cups).toBeLessThanOrEqual(21)
      expect(cups).toBeGreaterThanOrEqual(20)
      expect(await figures(cup)).toEqual([21, cups, 21 - cups])
      await stock.settle()
      expect(await brokenInvariants(stock)).toEqual([])
    },
  )

  it('sees what a bundle was made of meanwhile', async () => {
    const { set, cup, pot } = await teaSet('REMADE', 50, 50)
    const deeds = Array.from({ length: 24 }, (_, turn) =>
      turn % 6 === 0
        ? makes(set, line(turn % 12 === 0 ? cup : pot, 1))
        : reserve([line(set, 1)], turn % 2 ? ask : other).then(({ answer }) => answer),
    )
    expect((await Promise.all(deeds)).every(({ ok }) => ok)).toBe(true)
    await stock.settle()
    expect(await brokenInvariants(stock)).toEqual([])
  })
})
