import { expect, it } from 'vitest'
import { edited, isSame } from './edited.ts'

interface Thing {
  title: string
  tags: string[]
  seo: { title: string; description: string }
}
const before: Thing = { title: 'Bowl', tags: ['a', 'b'], seo: { title: '', description: 'x' } }
const fields = ['title', 'tags', 'seo'] as const

it('is what changed, and nothing else', () => {
  const after = { ...before, tags: ['b', 'a'], seo: { description: 'x', title: '' } }
  expect(edited<Thing>({ before, after }, fields)).toEqual({ tags: ['b', 'a'] })
})

it('leaves out what nobody may send', () => {
  expect(edited<Thing>({ before, after: { ...before, title: 'Cup' } }, ['tags'])).toEqual({})
})

it('is everything given where there was nothing before', () => {
  expect(edited<Thing>({ before: undefined, after: { title: 'Cup' } }, fields)).toEqual({ title: 'Cup' })
})

it.each([
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
  [{ a: 1 }, { a: 1, b: undefined }, true],
  [['a', 'b'], ['b', 'a'], false],
  [[], {}, false],
  [null, {}, false],
  [0, null, false],
])('%j and %j are the same: %s', (one, other, expected) => {
  expect(isSame(one, other)).toBe(expected)
})
