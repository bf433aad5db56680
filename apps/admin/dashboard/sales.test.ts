import { expect, it } from 'vitest'
import { changeOf, currenciesOf, figuresOf, periodsUpTo, type Sold, salesByDay } from './sales.ts'

const NOON = new Date(2026, 10, 24, 12)

const sold = (daysAgo: number, amount: number, more: Partial<Sold> = {}): Sold =>
  ({
    status: 'confirmed',
    currency: 'EUR',
    placedAt: new Date(2026, 10, 24 - daysAgo, 9).toISOString(),
    totals: { total: { amount, currency: 'EUR' } },
    ...more,
  }) as unknown as Sold

it('a period ends today, and the one before it where it begins', () => {
  const { now, before } = periodsUpTo(NOON, 7)
  expect(new Date(now.from).getDate()).toBe(18)
  expect(new Date(before.from).getDate()).toBe(11)
})

it('counts each order on the day it was placed, and none that is cancelled or of another currency', () => {
  const period = periodsUpTo(NOON, 3).now
  const orders = [
    ...[sold(0, 500), sold(0, 700), sold(2, 100), sold(3, 9_000)],
    ...[sold(1, 9_000, { status: 'cancelled' }), sold(1, 9_000, { currency: 'USD' })],
  ]
  const days = salesByDay(orders, { period, currency: 'EUR' })
  expect(days.map(({ orders, sales }) => [orders, sales])).toEqual([
    [1, 100],
    [0, 0],
    [2, 1_200],
  ])
  expect(figuresOf(days)).toEqual({ orders: 3, sales: 1_300 })
})

it('two periods share no order and miss none', () => {
  const { now, before } = periodsUpTo(NOON, 5)
  const orders = Array.from({ length: 10 }, (_, day) => sold(day, 1))
  const count = (period: typeof now) => figuresOf(salesByDay(orders, { period, currency: 'EUR' })).orders
  expect([count(now), count(before)]).toEqual([5, 5])
})

it.each([
  [150, 100, 50],
  [50, 100, -50],
  [100, 100, 0],
  [5, 0, undefined],
])('%i after %i is a change of %s per cent', (now, before, expected) => {
  expect(changeOf(now, before)).toBe(expected)
})

it('names the currency of most orders first', () => {
  expect(currenciesOf([sold(0, 1, { currency: 'USD' }), sold(0, 1), sold(1, 1)])).toEqual(['EUR', 'USD'])
})
