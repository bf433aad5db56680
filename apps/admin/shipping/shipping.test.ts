import { ShippingRate } from '@souk/contracts/shipping'
import { expect, it } from 'vitest'
import { blankRate, hiddenOf } from './shipping.ts'

it('a new rate is one the shop takes', () => {
  expect(ShippingRate.parse(blankRate('home')).zone).toBe('home')
})

it('says what of a rate is kept that no field shows', () => {
  expect(hiddenOf(blankRate('home'))).toEqual([])
  expect(hiddenOf({ ...blankRate('home'), maxGrams: 5_000, profile: 'bulky' })).toEqual([
    'only for goods of “bulky”',
    'up to 5000 g',
  ])
})
