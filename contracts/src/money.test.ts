import { expect, it } from 'vitest'
import { exponentOf } from './money.ts'

it.each([
  [0, 'CLP JPY KRW VND'],
  [2, 'EUR HUF TRY USD'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
])('gives %i decimals, as ISO 4217 does, to %s', (exponent, currencies) => {
  for (const currency of currencies.split(' ')) expect(exponentOf(currency), currency).toBe(exponent)
})
