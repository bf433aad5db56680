import { expect, it } from 'vitest'
import { differencesOf, merged } from './conflict.ts'

const base = { title: 'Bowl', tags: ['a'], vendor: 'Souk', version: 1 }
const fields = ['title', 'tags', 'vendor']

it('what only one of two changed is taken from whoever did', () => {
  const mine = { ...base, title: 'Blue bowl' }
  const theirs = { ...base, tags: ['b'], version: 2 }
  expect(differencesOf({ base, mine, theirs }, fields)).toMatchObject([
    { field: 'title', isClash: false, suggested: 'mine' },
    { field: 'tags', isClash: false, suggested: 'theirs' },
  ])
})

it('what both changed is for somebody to choose, unless both want the same', () => {
  const mine = { ...base, title: 'Blue bowl', vendor: 'Maker' }
  const theirs = { ...base, title: 'Red bowl', vendor: 'Maker', version: 2 }
  expect(differencesOf({ base, mine, theirs }, fields)).toEqual([
    { field: 'title', mine: 'Blue bowl', theirs: 'Red bowl', isClash: true, suggested: 'mine' },
  ])
})

it('is put together on their version', () => {
  const mine = { ...base, title: 'Blue bowl' }
  const theirs = { ...base, tags: ['b'], version: 2 }
  const [title] = differencesOf({ base, mine, theirs }, fields)
  expect(merged(theirs, title ? [title] : [])).toEqual({ ...theirs, title: 'Blue bowl' })
})
