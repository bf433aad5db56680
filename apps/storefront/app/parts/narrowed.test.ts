import { expect, it } from 'vitest'
import { narrowed } from './narrowed.ts'

it.each([
  ['', { parameter: 'attr.Colour', value: 'Red', isAlone: false }, 'attr.Colour=Red'],
  [
    'attr.Colour=Red',
    { parameter: 'attr.Colour', value: 'Blue', isAlone: false },
    'attr.Colour=Red&attr.Colour=Blue',
  ],
  [
    'attr.Colour=Red&attr.Colour=Blue',
    { parameter: 'attr.Colour', value: 'Red', isAlone: false },
    'attr.Colour=Blue',
  ],
  ['price=0-999', { parameter: 'price', value: '1000-1999', isAlone: true }, 'price=1000-1999'],
  ['price=0-999', { parameter: 'price', value: '0-999', isAlone: true }, ''],
  ['q=pot&cursor=abc', { parameter: 'category', value: 'tea', isAlone: true }, 'q=pot&category=tea'],
])('%j with %j is %j', (asked, choice, next) => {
  expect(narrowed(new URLSearchParams(asked), choice).toString()).toBe(next)
})
