import { expect, test } from 'vitest'
import { productCode, slug, valueCode } from './words.ts'

test.each([
  ['Crème Bowl, Reactive Glaze', 'creme-bowl-reactive-glaze'],
  ['Smørrebrød Platter', 'smorrebrod-platter'],
  ["Cook's Knife, 20 cm", 'cooks-knife-20-cm'],
  ['Weiß & Süß', 'weiss-suss'],
])('%s has the address %s', (title, address) => {
  expect(slug(title)).toBe(address)
})

test.each([
  ['Linen Shirt, Band Collar', 'LIN-SHIRT-BND'],
  ['Tapers, Set of Two', 'TAP'],
  ['Pen Cup, Two-Tone', 'PEN-CUP-TON'],
])('%s is abbreviated to %s', (title, code) => {
  expect(productCode(title)).toBe(code)
})

test.each([
  ['Small', 'S'],
  ['XL', 'XL'],
  ['250 g', '250G'],
  ['45 × 45 cm', '45X45'],
  ['Box of 8', '8'],
  ['Lined', 'LIN'],
])('the value %s becomes %s', (value, code) => {
  expect(valueCode(value)).toBe(code)
})
