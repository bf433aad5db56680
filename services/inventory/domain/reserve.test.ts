import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate } from './allocate.ts'
import { promising, reserve, reserveInTurn, together } from './reserve.ts'
import { apply, available, emptyLevel, type Item, type Level, shift, summed } from './stock.ts'
import { takePromised } from './take-promised.ts'

const shelf = (location: string, onHand: number, reserved = 0): Level => ({
  ...emptyLevel(location),
  onHand,
  reserved,
})
const item = (sku: string, levels: Level[], policy: Item['policy'] = 'deny'): Item => ({
  ...{ sku, policy, backorderLimit: null, expectedAt: null, lowStockThreshold: 5 },
  ...{ availability: 'in_stock', version: 1, components: null, isComponent: false, rule: 'priority' },
  levels,
})
const mug = (...levels: Level[]) => item('MUG', levels)
const line = (quantity: number, sku = 'MUG') => ({ sku, quantity })
const wish = (quantity: number, sku = 'MUG') => ({ sku, quantity, bundle: null })
const wants = (...lines: { sku: string; quantity: number }[]) => ({ lines })

describe('the shelves a line comes from', () => {
  it.each([
    ['the first that has all of it', [shelf('main', 5), shelf('annex', 9)], 5, { main: 5 }],
    ['a later one, before two parcels', [shelf('main', 3), shelf('annex', 9)], 5, { annex: 5 }],
    [
      'several in their order, where none has all',
      [shelf('main', 3), shelf('annex', 4)],
      5,
      { main: 3, annex: 2 },
    ],
    ['only what is free', [shelf('main', 5, 4), shelf('annex', 4, 1)], 4, { main: 1, annex: 3 }],
  ])('are %s', (_which, levels, quantity, expected) => {
    const taken = allocate([mug(...levels)], [wish(quantity)])
    expect(Object.fromEntries(taken.map(({ location, quantity }) => [location, quantity]))).toEqual(expected)
  })

  it('owe at the first location what is sold beyond stock', () => {
    const sofa = item('SOFA', [shelf('main', 1), shelf('annex', 2)], 'backorder')
    expect(allocate([sofa], [wish(7, 'SOFA')])).toEqual([
      { sku: 'SOFA', location: 'main', quantity: 5, bundle: null },
      { sku: 'SOFA', location: 'annex', quantity: 2, bundle: null },
    ])
  })
})

describe('orders decided together', () => {
  it('are served in the order they came, and a small one fits behind a large one that did not', () => {
    const decisions = reserveInTurn(
      [mug(shelf('main', 5))],
      [wants(line(3)), wants(line(4)), wants(line(2)), wants(line(1))],
    )
    expect(decisions.map(({ ok }) => ok)).toEqual([true, false, true, false])
    expect(decisions[1]).toMatchObject({ shortfalls: [{ sku: 'MUG', wanted: 4, available: 2 }] })
  })

  it('take nothing for an order that gets only some of its lines', () => {
    const items = [mug(shelf('main', 5)), item('CUP', [shelf('main', 1)])]
    const decisions = reserveInTurn(items, [wants(line(5), line(2, 'CUP')), wants(line(5))])
    expect(decisions.map(({ ok }) => ok)).toEqual([false, true])
  })

  const skus = ['A', 'B', 'C']
  const levels = fc.array(fc.nat(6), { minLength: 1, maxLength: 3 })
  const stocked = fc
    .tuple(...skus.map(() => fc.tuple(levels, fc.constantFrom<Item['policy']>('deny', 'backorder'))))
    .map((shelves) =>
      shelves.map(([amounts, policy], at) =>
        item(
          skus[at] as string,
          amounts.map((onHand, place) => shelf(`at-${place}`, onHand)),
          policy,
        ),
      ),
    )
  const orders = fc.array(
    fc.array(
      fc.record({ sku: fc.constantFrom(...skus, 'UNKNOWN'), quantity: fc.integer({ min: 1, max: 4 }) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
    { maxLength: 12 },
  )

  it('never promise more than there is, and each gets what deciding it alone would have given', () => {
    fc.assert(
      fc.property(stocked, orders, (items, wanted) => {
        const decisions = reserveInTurn(
          items,
          wanted.map((lines) => ({ lines })),
        )
        let before = items
        for (const [index, decision] of decisions.entries()) {
          const lines = wanted[index] ?? []
          expect(decision).toEqual(reserve(before, { lines }))
          if (!decision.ok) continue
          expect(together(decision.allocations)).toEqual(together(lines))
          before = shift(before, promising(decision.allocations))
        }
        for (const { policy, levels } of before)
          if (policy === 'deny')
            for (const level of levels) expect(level.reserved).toBeLessThanOrEqual(level.onHand)
        const changes = decisions.flatMap((one) => (one.ok ? promising(one.allocations) : []))
        expect(apply(items, summed(changes)).map(available)).toEqual(before.map(available))
      }),
      { seed: 20_261_123 },
    )
  })
})

describe('a parcel', () => {
  it('takes from where its units were promised', () => {
    const promised = [
      { ...wish(2), location: 'annex' },
      { ...wish(3), location: 'main' },
    ]
    expect(takePromised(promised, [wish(4)])).toEqual([
      { ...wish(2), location: 'annex' },
      { ...wish(2), location: 'main' },
    ])
    expect(() => takePromised(promised, [wish(6)])).toThrow('1 of MUG')
  })
})
