import { expect, it } from 'vitest'
import { majorText, minorAmount, written } from './money.ts'

it.each([
  ['19.99', 'EUR', 1999],
  ['19,99', 'EUR', 1999],
  ['19.9', 'EUR', 1990],
  ['19', 'EUR', 1900],
  ['1.1', 'EUR', 110],
  ['0.07', 'EUR', 7],
  ['1990', 'JPY', 1990],
  ['1.234', 'KWD', 1234],
  [' 5 ', 'USD', 500],
])('%s %s is %i minor units', (typed, currency, amount) => {
  expect(minorAmount(typed, currency)).toBe(amount)
})

it.each([
  ['19.999', 'EUR'],
  ['1.5', 'JPY'],
  ['-1', 'EUR'],
  ['1,000.00', 'EUR'],
  ['', 'EUR'],
  ['ten', 'EUR'],
])('%s is no amount of %s', (typed, currency) => {
  expect(minorAmount(typed, currency)).toBeUndefined()
})

it.each([
  [1999, 'EUR', '19.99'],
  [7, 'EUR', '0.07'],
  [-7, 'EUR', '-0.07'],
  [1990, 'JPY', '1990'],
  [5, 'KWD', '0.005'],
])('%i of %s is typed %s', (amount, currency, typed) => {
  expect(majorText(amount, currency)).toBe(typed)
})

it('is written with its sign and all of its decimals', () => {
  expect(written({ amount: 1990, currency: 'EUR' })).toBe('€19.90')
  expect(written({ amount: 1990, currency: 'JPY' })).toBe('¥1,990')
})
