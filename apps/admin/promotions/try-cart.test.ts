import { expect, it } from 'vitest'
import { goodsOf, tellOutcome } from './try-cart.ts'

it('goods are typed a SKU a line, with how many behind it', () => {
  expect(goodsOf('BOWL\nCUP × 2\nPLATE x3\n\nFORK 4\n not a line at all')).toEqual([
    { sku: 'BOWL', quantity: 1 },
    { sku: 'CUP', quantity: 2 },
    { sku: 'PLATE', quantity: 3 },
    { sku: 'FORK', quantity: 4 },
  ])
})

it.each([
  [{ outcome: 'given' }, 'Given'],
  [{ outcome: 'not_eligible', because: 'conditions.0' }, 'Not for this cart: condition 1 does not hold'],
  [{ outcome: 'not_eligible', because: 'endsAt' }, 'Not for this cart: it is over'],
  [{ outcome: 'blocked', because: 'promo_1' }, 'Blocked by another promotion: Summer'],
])('%j reads “%s”', (explained, words) => {
  expect(tellOutcome(explained, new Map([['promo_1', 'Summer']]))).toBe(words)
})
