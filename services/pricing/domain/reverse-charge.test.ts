import { expect, it } from 'vitest'
import { isReverseCharged } from './reverse-charge.ts'

it.each([
  ['a business of France, to France', { destination: 'FR', taxId: 'FR40303265045' }, true],
  ['a business of Greece, whose number begins otherwise', { destination: 'GR', taxId: 'EL094259216' }, true],
  ['a business of France, to Italy', { destination: 'IT', taxId: 'FR40303265045' }, true],
  ['a business at home', { destination: 'DE', taxId: 'DE136695976' }, false],
  ['a business of France that fetches it at home', { destination: 'DE', taxId: 'FR40303265045' }, false],
  ['a business at home, to France', { destination: 'FR', taxId: 'DE136695976' }, false],
  ['a business of Switzerland', { destination: 'CH', taxId: 'CHE107787577' }, false],
  ['a business of Britain', { destination: 'GB', taxId: 'GB980780684' }, false],
  ['somebody without a number', { destination: 'FR', taxId: undefined }, false],
  ['somebody who has not said where to', { destination: undefined, taxId: 'FR40303265045' }, false],
])('%s: %o is reverse charged: %s', (_who, sale, expected) => {
  expect(isReverseCharged({ home: 'DE', ...sale })).toBe(expected)
})

it('never happens where the shop is outside the Union or nobody said where it is', () => {
  for (const home of ['US', undefined])
    expect(isReverseCharged({ home, destination: 'FR', taxId: 'FR40303265045' })).toBe(false)
})
