import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatMoney } from './format-money.ts'

const plain = (text: string) => text.replace(/\s/g, ' ')

describe('money in a mail', () => {
  it.each([
    [129900, 'EUR', 'en', '€1,299.00'],
    [129900, 'EUR', 'de', '1.299,00 €'],
    [5, 'USD', 'en', '$0.05'],
    [-250, 'EUR', 'en', '-€2.50'],
    [1299, 'JPY', 'en', '¥1,299'],
    [1299, 'KWD', 'en', 'KWD 1.299'],
    [100, 'HUF', 'en', 'HUF 1.00'],
    [9_000_000_000_000, 'EUR', 'en', '€90,000,000,000.00'],
    [100, 'EUR', 'not a locale', '€1.00'],
    [100, 'EUR', 'xx', '€1.00'],
  ])('shows %i %s in %s as %s', (amount, currency, locale, shown) => {
    expect(plain(formatMoney({ amount, currency }, locale))).toBe(shown)
  })

  it('loses no digit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_000_000_000_000 }),
        fc.constantFrom('EUR', 'JPY', 'KWD'),
        (amount, currency) => {
          expect(Number(formatMoney({ amount, currency }, 'en').replace(/\D/g, ''))).toBe(amount)
        },
      ),
    )
  })
})
