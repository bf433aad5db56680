import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bundleWord } from './bundle.ts'
import { promising, reserve, together } from './reserve.ts'
import { emptyLevel, type Item, shift } from './stock.ts'

const item = (sku: string, onHand: number, own: Partial<Item> = {}): Item => ({
  ...{ sku, policy: 'deny', backorderLimit: null, expectedAt: null, lowStockThreshold: 2 },
  ...{ availability: 'in_stock', version: 1, components: null, isComponent: false, rule: 'priority' },
  levels: [{ ...emptyLevel('main'), onHand }],
  ...own,
})
const box = item('BOX', 0, {
  components: [
    { sku: 'CUP', quantity: 2 },
    { sku: 'POT', quantity: 1 },
  ],
})
const line = (sku: string, quantity: number) => ({ sku, quantity })
const word = (cups: Item, pots: Item) =>
  bundleWord(
    box,
    new Map([
      ['CUP', cups],
      ['POT', pots],
    ]),
  )

describe('a bundle', () => {
  it('is promised as what it is made of, under its own name', () => {
    expect(reserve([box, item('CUP', 9), item('POT', 9)], { lines: [line('BOX', 3)] })).toEqual({
      ok: true,
      allocations: [
        { sku: 'CUP', location: 'main', quantity: 6, bundle: 'BOX' },
        { sku: 'POT', location: 'main', quantity: 3, bundle: 'BOX' },
      ],
    })
  })

  it('falls short by its own name, with how many its scarcest component makes', () => {
    expect(reserve([box, item('CUP', 5), item('POT', 9)], { lines: [line('BOX', 3)] })).toEqual({
      ok: false,
      shortfalls: [{ sku: 'BOX', wanted: 3, available: 2 }],
    })
  })

  it('and a component sold beside it count together; both are named with what the other leaves', () => {
    const items = [box, item('CUP', 5), item('POT', 9)]
    expect(reserve(items, { lines: [line('BOX', 2), line('CUP', 1)] })).toMatchObject({ ok: true })
    expect(reserve(items, { lines: [line('BOX', 2), line('CUP', 2)] })).toEqual({
      ok: false,
      shortfalls: [
        { sku: 'BOX', wanted: 2, available: 1 },
        { sku: 'CUP', wanted: 2, available: 1 },
      ],
    })
  })

  it('tells shoppers what its scarcest component allows', () => {
    expect(word(item('CUP', 20), item('POT', 3))).toBe('in_stock')
    expect(word(item('CUP', 5), item('POT', 9))).toBe('low_stock')
    expect(word(item('CUP', 1), item('POT', 9))).toBe('out_of_stock')
    expect(word(item('CUP', 1, { policy: 'backorder' }), item('POT', 9))).toBe('backorder')
    expect(word(item('CUP', 0, { policy: 'untracked' }), item('POT', 9))).toBe('in_stock')
  })

  it('never has a component promised more often than it is there, whatever is bought together', () => {
    const lines = fc.array(
      fc.record({ sku: fc.constantFrom('BOX', 'CUP', 'POT'), quantity: fc.integer({ min: 1, max: 4 }) }),
      { minLength: 1, maxLength: 5 },
    )
    fc.assert(
      fc.property(fc.nat(12), fc.nat(12), lines, (cups, pots, lines) => {
        const before = [box, item('CUP', cups), item('POT', pots)]
        const total = new Map(together(lines).map(({ sku, quantity }) => [sku, quantity]))
        const boxes = total.get('BOX') ?? 0
        const fits = boxes * 2 + (total.get('CUP') ?? 0) <= cups && boxes + (total.get('POT') ?? 0) <= pots
        const decision = reserve(before, { lines })
        expect(decision.ok).toBe(fits)
        if (!decision.ok) return
        for (const { levels } of shift(before, promising(decision.allocations)))
          for (const { reserved, onHand } of levels) expect(reserved).toBeLessThanOrEqual(onHand)
      }),
      { seed: 20_261_123 },
    )
  })
})
