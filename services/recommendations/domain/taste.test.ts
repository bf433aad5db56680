import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { companionsOf, HALF_LIFE_MS, type Purchase, weightOf } from './taste.ts'

const NOW = 1_000 * HALF_LIFE_MS
const times = (count: number, productIds: string[], age = 0): Purchase[] =>
  Array.from({ length: count }, () => ({ confirmedAt: NOW - age, productIds }))
const ranked = (seeds: string[], purchases: Purchase[], demand: Record<string, number> = {}) =>
  companionsOf(seeds, { purchases, demandFor: (id) => demand[id] ?? 0, now: NOW })
const names = (...given: Parameters<typeof ranked>) => ranked(...given).map(({ productId }) => productId)

describe('what goes together', () => {
  it('is what is in the same orders, the more often the better', () => {
    const purchases = [
      ...times(5, ['shirt', 'tie']),
      ...times(2, ['shirt', 'belt']),
      ...times(9, ['tie', 'pin']),
    ]
    expect(names(['shirt'], purchases, { shirt: 7, tie: 14, belt: 2 })).toEqual(['tie', 'belt'])
  })

  it('is not the bestseller, which is in many orders with everything', () => {
    const purchases = [...times(10, ['shirt', 'gift card']), ...times(6, ['shirt', 'tie'])]
    expect(names(['shirt'], purchases, { shirt: 16, tie: 8, 'gift card': 2_000 })).toEqual([
      'tie',
      'gift card',
    ])
  })

  it('is a habit rather than one odd order', () => {
    const purchases = [...times(8, ['shirt', 'tie']), ...times(1, ['shirt', 'anvil'])]
    expect(names(['shirt'], purchases, { shirt: 9, tie: 20, anvil: 1 })).toEqual(['tie', 'anvil'])
  })

  it('is what goes together these days rather than long ago', () => {
    const purchases = [...times(4, ['shirt', 'tie']), ...times(7, ['shirt', 'ruff'], 4 * HALF_LIFE_MS)]
    expect(names(['shirt'], purchases, { shirt: 5, tie: 4, ruff: 4 })).toEqual(['tie', 'ruff'])
    expect(weightOf(NOW - HALF_LIFE_MS, NOW)).toBe(0.5)
  })

  it('names what each goes with best, and never what is there already', () => {
    const purchases = [...times(6, ['shirt', 'tie']), ...times(3, ['shoes', 'socks', 'tie'])]
    expect(ranked(['shirt', 'shoes'], purchases, { shirt: 6, shoes: 3, tie: 9, socks: 3 })).toMatchObject([
      { productId: 'tie', because: 'shirt' },
      { productId: 'socks', because: 'shoes' },
    ])
  })

  it('counts a pair once for each order, whatever the order of orders is, and scores between 0 and 1', () => {
    const order = fc.record({
      confirmedAt: fc.integer({ min: 0, max: 400 }).map((days) => NOW - days * 86_400_000),
      productIds: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 6 }),
    })
    fc.assert(
      fc.property(fc.array(order, { maxLength: 30 }), (purchases) => {
        const found = ranked(['a'], purchases)
        const once = purchases.map((one) => ({ ...one, productIds: [...new Set(one.productIds)] }))
        const scores = (list: typeof found) =>
          new Map(list.map(({ productId, score }) => [productId, score.toFixed(9)]))
        expect(scores(found)).toEqual(scores(ranked(['a'], once.reverse())))
        for (const { productId, score } of found) {
          expect(score).toBeGreaterThan(0)
          expect(score).toBeLessThan(1)
          expect(productId).not.toBe('a')
        }
      }),
    )
  })
})
