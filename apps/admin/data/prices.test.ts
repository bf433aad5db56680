import { expect, it } from 'vitest'
import { faultOf, nextCurrency, pricesOf, typedPrices } from './prices.ts'

const euros = { currency: 'EUR', typed: '19.99' }
const yen = { currency: 'JPY', typed: '1990' }

it('amounts are typed and read back without loss', () => {
  const prices = [
    { amount: 1999, currency: 'EUR' },
    { amount: 1990, currency: 'JPY' },
  ]
  expect(typedPrices(prices)).toEqual([euros, yen])
  expect(pricesOf(typedPrices(prices))).toEqual(prices)
})

it('one that is none spoils all, and so does a currency that comes twice', () => {
  expect(pricesOf([euros, { currency: 'JPY', typed: '1.5' }])).toBeUndefined()
  expect(pricesOf([euros, euros])).toBeUndefined()
})

it('says what is wrong', () => {
  expect(faultOf({ currency: 'EU', typed: '1' })).toContain('three letters')
  expect(faultOf({ currency: 'JPY', typed: '1.5' })).toContain('JPY')
  expect(faultOf(euros)).toBeUndefined()
})

it('suggests a currency that has no price yet', () => {
  expect(nextCurrency([])).toBe('EUR')
  expect(nextCurrency([euros, yen])).toBe('USD')
})
