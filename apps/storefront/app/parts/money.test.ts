import { expect, it } from 'vitest'
import { decimal, written, writtenRange } from './money.ts'

it.each([
  [{ amount: 1_990, currency: 'EUR' }, '€19.90'],
  [{ amount: 1_990, currency: 'JPY' }, '¥1,990'],
  [{ amount: 1_990, currency: 'KWD' }, 'KWD 1.990'],
  [{ amount: -500, currency: 'USD' }, '-$5.00'],
])('%j is written %s', (money, text) => {
  expect(written(money).replaceAll('\u00a0', ' ')).toBe(text)
})

it.each([
  [{ amount: 1_990, currency: 'EUR' }, '19.90'],
  [{ amount: 1_990, currency: 'JPY' }, '1990'],
  [{ amount: 1_990, currency: 'KWD' }, '1.990'],
])('%j is %s for programs', (money, text) => {
  expect(decimal(money)).toBe(text)
})

it('a range of one price is that price', () => {
  const at = (amount: number) => ({ amount, currency: 'EUR' })
  expect(writtenRange({ min: at(100), max: at(100) })).toBe('€1.00')
  expect(writtenRange({ min: at(100), max: at(250) })).toBe('from €1.00')
})
