import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seeded } from './fixtures/drain.ts'
import { dearest, toDecimal, toMinorUnits } from './money.ts'

describe('a decimal becomes minor units exactly', () => {
  test.each([
    ['19.90', 'EUR', 1990],
    ['19.9', 'EUR', 1990],
    ['19', 'EUR', 1900],
    ['0.07', 'EUR', 7],
    ['0', 'EUR', 0],
    ['007.50', 'EUR', 750],
    ['1.005', 'KWD', 1005],
    ['1200', 'JPY', 1200],
    ['1200.00', 'JPY', 1200],
    ['85.9900', 'USD', 8599],
    [' 42.99 ', 'USD', 4299],
    ['1,299.00', 'USD', 129900],
    ['1,234,567.89', 'USD', 123456789],
    ['4503599627.37', 'USD', 450359962737],
  ])('%s %s', (text, currency, minor) => {
    expect(toMinorUnits(text, currency)).toEqual({ ok: true, value: minor })
  })
})

describe('what could be read two ways, or would need rounding, is refused', () => {
  test.each([
    ['1,299', 'EUR', 'ambiguous_price'],
    ['12,50', 'EUR', 'ambiguous_price'],
    ['1.299,00', 'EUR', 'ambiguous_price'],
    ['1,29.00', 'EUR', 'ambiguous_price'],
    ['1.999', 'EUR', 'too_many_decimals'],
    ['1200.5', 'JPY', 'too_many_decimals'],
    ['-5.00', 'EUR', 'negative_price'],
    ['€5.00', 'EUR', 'invalid_price'],
    ['5.00 EUR', 'EUR', 'invalid_price'],
    ['1e3', 'EUR', 'invalid_price'],
    ['.5', 'EUR', 'invalid_price'],
    ['5.', 'EUR', 'invalid_price'],
    ['', 'EUR', 'invalid_price'],
    ['99999999999999', 'EUR', 'price_too_large'],
    ['10000000000.01', 'EUR', 'price_too_large'],
  ])('%s %s: %s', (text, currency, code) => {
    expect(toMinorUnits(text, currency)).toMatchObject({ ok: false, code })
  })
})

test('every amount survives being written and read', () => {
  const amounts = fc.integer({ min: 0, max: dearest })
  fc.assert(
    fc.property(amounts, fc.constantFrom('JPY', 'EUR', 'KWD'), (minor, currency) => {
      expect(toMinorUnits(toDecimal(minor, currency), currency)).toEqual({ ok: true, value: minor })
    }),
    seeded(1000),
  )
})
