import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, type Rule } from './allocate.ts'
import { promising, reserve } from './reserve.ts'
import { available, emptyLevel, free, type Item, type Level, shift } from './stock.ts'

const SEED = { seed: 20_261_123 }
const shelf = (location: string, onHand: number, where: Partial<Level> = {}): Level => ({
  ...emptyLevel(location),
  onHand,
  ...where,
})
const item = (sku: string, rule: Rule, levels: readonly Level[], own: Partial<Item> = {}): Item => ({
  ...{ sku, policy: 'deny', backorderLimit: null, expectedAt: null, lowStockThreshold: 5 },
  ...{ availability: 'in_stock', version: 1, components: null, isComponent: false, rule },
  levels,
  ...own,
})
const wish = (sku: string, quantity: number) => ({ sku, quantity, bundle: null })
const shares = (items: Item[], wishes: ReturnType<typeof wish>[], destination?: { country: string }) =>
  allocate(items, wishes, destination).map(({ sku, location, quantity }) => `${quantity} ${sku} ${location}`)

describe('the nearest location', () => {
  const germany = { country: 'DE', region: 'Bavaria' }
  const levels = [
    shelf('lyon', 5, { country: 'FR' }),
    shelf('kiel', 5, { country: 'DE' }),
    shelf('munich', 5, germany),
  ]
  it('is one in the region, then one in the country, then by priority', () => {
    const items = [item('MUG', 'nearest', levels)]
    expect(shares(items, [wish('MUG', 2)], { ...germany, region: 'bavaria' } as never)).toEqual([
      '2 MUG munich',
    ])
    expect(shares(items, [wish('MUG', 2)], { country: 'DE' })).toEqual(['2 MUG kiel'])
    expect(shares(items, [wish('MUG', 2)], { country: 'IT' })).toEqual(['2 MUG lyon'])
    expect(shares(items, [wish('MUG', 2)])).toEqual(['2 MUG lyon'])
  })

  it('gives what it has, and the next nearest the rest', () => {
    expect(shares([item('MUG', 'nearest', levels)], [wish('MUG', 12)], { country: 'DE' })).toEqual([
      '5 MUG kiel',
      '5 MUG munich',
      '2 MUG lyon',
    ])
  })
})

describe('the fewest parcels', () => {
  it('come from one location that has all lines, though another has each line by priority', () => {
    const items = [
      item('CUP', 'fewest_parcels', [shelf('a', 3), shelf('c', 3, { priority: 3 })]),
      item('MUG', 'fewest_parcels', [shelf('b', 3, { priority: 2 }), shelf('c', 3, { priority: 3 })]),
    ]
    expect(shares(items, [wish('CUP', 1), wish('MUG', 1)])).toEqual(['1 CUP c', '1 MUG c'])
  })

  const SKUS = ['A', 'B', 'C']
  const shop = fc.array(fc.array(fc.nat(4), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 })
  const wants = fc.array(fc.nat(5), { minLength: 3, maxLength: 3 })

  it('are as few as any choice of locations allows', () => {
    fc.assert(
      fc.property(shop, wants, (places, amounts) => {
        const levelsOf = (sku: number) =>
          places.map((stock, place) => shelf(`at-${place}`, stock[sku] as number, { priority: place }))
        const items = SKUS.map((sku, at) => item(sku, 'fewest_parcels', levelsOf(at)))
        const lines = SKUS.map((sku, at) => ({ sku, quantity: amounts[at] as number })).filter(
          ({ quantity }) => quantity > 0,
        )
        const decision = reserve(items, { lines })
        if (!decision.ok || lines.length === 0) return
        const used = new Set(decision.allocations.map(({ location }) => location)).size
        expect(used).toBe(fewestByTryingAll(places, amounts))
      }),
      SEED,
    )
  })

  function fewestByTryingAll(places: number[][], amounts: number[]): number {
    let fewest = places.length
    for (let choice = 0; choice < 2 ** places.length; choice++) {
      const chosen = places.filter((_, at) => choice & (1 << at))
      const has = (sku: number) => chosen.reduce((sum, stock) => sum + (stock[sku] as number), 0)
      if (amounts.every((amount, sku) => has(sku) >= amount)) fewest = Math.min(fewest, chosen.length)
    }
    return fewest
  }

  it('are found among many locations as well, where not every choice can be tried', () => {
    const levels = Array.from({ length: 40 }, (_, at) => shelf(`at-${at}`, at === 30 ? 50 : 1))
    expect(shares([item('MUG', 'fewest_parcels', levels)], [wish('MUG', 50)])).toEqual(['50 MUG at-30'])
  })
})

describe('by any rule', () => {
  const rule = fc.constantFrom<Rule>('priority', 'nearest', 'fewest_parcels')
  const level = fc.record({ onHand: fc.nat(6), reserved: fc.nat(3), safety: fc.nat(3) })
  const levels = fc.array(level, { minLength: 1, maxLength: 4 })

  it('no shelf promises more than it has beyond what is kept back, and nothing wanted is left out', () => {
    fc.assert(
      fc.property(rule, levels, fc.integer({ min: 1, max: 12 }), (rule, given, quantity) => {
        const own = given.map((one, at) =>
          shelf(`at-${at}`, one.onHand, { ...one, reserved: Math.min(one.reserved, one.onHand) }),
        )
        const before = item('MUG', rule, own)
        const decision = reserve([before], { lines: [wish('MUG', quantity)], destination: { country: 'DE' } })
        expect(decision.ok).toBe(quantity <= available(before))
        if (!decision.ok) return
        const [after] = shift([before], promising(decision.allocations))
        for (const [at, one] of after?.levels.entries() ?? []) {
          expect(free(one)).toBeGreaterThanOrEqual(0)
          const taken = one.reserved - (own[at]?.reserved ?? 0)
          expect(taken).toBeLessThanOrEqual(Math.max(0, free(own[at] as Level)))
        }
        expect(decision.allocations.reduce((sum, one) => sum + one.quantity, 0)).toBe(quantity)
      }),
      SEED,
    )
  })

  it('no more is owed than the policy allows', () => {
    const sofa = item('SOFA', 'priority', [shelf('main', 2)], { policy: 'backorder', backorderLimit: 3 })
    expect(reserve([sofa], { lines: [wish('SOFA', 5)] })).toMatchObject({ ok: true })
    expect(reserve([sofa], { lines: [wish('SOFA', 6)] })).toEqual({
      ok: false,
      shortfalls: [{ sku: 'SOFA', wanted: 6, available: 5 }],
    })
  })
})
