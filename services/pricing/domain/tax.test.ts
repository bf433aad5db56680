import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divide } from './round.ts'
import { type TaxTerms, taxed } from './tax.ts'
import type { TaxRate } from './tax-rate.ts'

const rate = (millionths: number): TaxRate => ({
  ...{ id: `tax-${millionths}`, country: 'DE', region: null, postalCode: null },
  ...{ taxClass: 'standard', name: 'MwSt.', rate: millionths, priority: 0, version: 1 },
})
const terms = (more: Partial<TaxTerms['rounding']> = {}, taxIncluded = false): TaxTerms => ({
  taxIncluded,
  rounding: { mode: 'half_even', level: 'line', ...more },
})
const parts = (...amounts: number[]) =>
  amounts.map((amount, index) => ({ id: `${index}`, amount: BigInt(amount), rate: rate(100_000) }))
const taxes = (amounts: number[], how: TaxTerms) =>
  taxed(parts(...amounts), how).map(({ tax }) => Number(tax))

describe('halves of ten percent', () => {
  it.each([
    ['half_even', [2, 2, 0]],
    ['half_up', [2, 3, 1]],
    ['half_down', [1, 2, 0]],
  ] as const)('are rounded %s at each line', (mode, expected) => {
    expect(taxes([15, 25, 5], terms({ mode }))).toEqual(expected)
  })

  it('are rounded once where the order is rounded, and its lines share that exactly', () => {
    expect(taxes([15, 25, 5], terms({ level: 'order' }))).toEqual([2, 2, 0])
    expect(taxes([5, 5, 5, 5], terms({ level: 'line' }))).toEqual([0, 0, 0, 0])
    expect(taxes([5, 5, 5, 5], terms({ level: 'order' }))).toEqual([1, 1, 0, 0])
  })
})

it('rounds each rate for itself', () => {
  const mixed = [5, 5, 5, 5].map((amount, index) => ({
    ...{ id: `${index}`, amount: BigInt(amount) },
    rate: index < 2 ? rate(100_000) : undefined,
  }))
  const shared = taxed(mixed, terms({ level: 'order' }))
  expect(shared.map(({ tax }) => Number(tax))).toEqual([1, 0, 0, 0])
})

const baskets = fc.record({
  amounts: fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 40 }),
  millionths: fc.constantFrom(0, 55_000, 72_500, 190_000, 250_000),
  mode: fc.constantFrom('half_even', 'half_up', 'half_down'),
  taxIncluded: fc.boolean(),
})

describe('tax of an order', () => {
  it('is that of its sum, and a line’s is never a whole unit away from its own', () => {
    fc.assert(
      fc.property(baskets, ({ amounts, millionths, mode, taxIncluded }) => {
        const lines = amounts.map((amount, index) => ({
          ...{ id: `${index}`, amount: BigInt(amount), rate: rate(millionths) },
        }))
        const shared = taxed(lines, terms({ mode, level: 'order' }, taxIncluded))
        const divisor = 1_000_000n + (taxIncluded ? BigInt(millionths) : 0n)
        const whole = lines.reduce((sum, { amount }) => sum + amount, 0n) * BigInt(millionths)
        expect(shared.reduce((sum, { tax }) => sum + tax, 0n)).toBe(divide(whole, divisor, mode))
        for (const { amount, tax } of shared) {
          const off = tax * divisor - amount * BigInt(millionths)
          expect(off < divisor && off > -divisor).toBe(true)
        }
      }),
    )
  })

  it('does not depend on the order of its lines', () => {
    fc.assert(
      fc.property(baskets, ({ amounts, millionths, mode, taxIncluded }) => {
        const lines = amounts.map((amount, index) => ({
          ...{ id: `${index}`, amount: BigInt(amount), rate: rate(millionths) },
        }))
        const of = (some: typeof lines) =>
          new Map(taxed(some, terms({ mode, level: 'order' }, taxIncluded)).map(({ id, tax }) => [id, tax]))
        expect([...of([...lines].reverse())].sort()).toEqual([...of(lines)].sort())
      }),
    )
  })
})
