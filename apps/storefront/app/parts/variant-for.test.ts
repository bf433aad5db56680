import { expect, it } from 'vitest'
import { variantFor } from './variant-for.ts'

const variant = (Size: string, Colour: string, availability = 'in_stock') => ({
  options: { Size, Colour },
  availability,
})
const product = {
  variants: [
    variant('S', 'Red', 'out_of_stock'),
    variant('S', 'Blue'),
    variant('M', 'Blue'),
    variant('M', 'Red'),
  ],
}

it.each([
  [{}, { Size: 'S', Colour: 'Blue' }],
  [{ Size: 'S' }, { Size: 'S', Colour: 'Blue' }],
  [
    { Size: 'M', Colour: 'Red' },
    { Size: 'M', Colour: 'Red' },
  ],
  [
    { Size: 'S', Colour: 'Red' },
    { Size: 'S', Colour: 'Red' },
  ],
  [
    { Colour: 'Red', Size: 'XL' },
    { Size: 'M', Colour: 'Red' },
  ],
  [{ utm_source: 'letter' }, { Size: 'S', Colour: 'Blue' }],
])('%j shows %j', (chosen, options) => {
  expect(variantFor(product, chosen as Record<string, string>)?.options).toEqual(options)
})

it('a product without variants shows none', () => {
  expect(variantFor({ variants: [] }, {})).toBeUndefined()
})
