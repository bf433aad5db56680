import { expect, test } from 'vitest'
import { price, shelfPrice } from './price.ts'

test.each([
  [1_870, 1_850],
  [1_980, 1_990],
  [2_410, 2_400],
  [8_870, 8_890],
  [14_780, 14_900],
  [88_500, 88_900],
])('%i cents stand on the shelf as %i', (cents, shelf) => {
  expect(shelfPrice(cents)).toBe(shelf)
})

test('a reduced price says what the thing cost before', () => {
  expect(price(4_000, true)).toEqual({ amount: 4_000, compareAt: 5_000 })
  expect(price(4_000, false)).toEqual({ amount: 4_000 })
})
