import type { StaffCategory } from '@souk/contracts/catalog'
import { expect, it } from 'vitest'
import { type Branch, parentsFor, treeOf } from './tree.ts'

const category = (id: string, more: Partial<StaffCategory> = {}): StaffCategory => ({
  ...{ id, version: 1, slug: id, name: id, parentId: null, position: 0, path: [id] },
  ...more,
})
const home = category('home', { position: 1 })
const kitchen = category('kitchen', { parentId: 'home', path: ['home', 'kitchen'] })
const bowls = category('bowls', { parentId: 'kitchen', path: ['home', 'kitchen', 'bowls'] })
const garden = category('garden', { position: 0 })
const all = [bowls, home, kitchen, garden]

const names = (branches: readonly Branch[]): unknown[] =>
  branches.map(({ name, children }) => (children.length > 0 ? [name, ...names(children)] : name))

it('is a tree in the order of positions', () => {
  expect(names(treeOf(all))).toEqual(['garden', ['home', ['kitchen', 'bowls']]])
})

it('keeps a category whose parent is not there', () => {
  expect(names(treeOf([kitchen]))).toEqual(['kitchen'])
})

it('a category cannot go below itself', () => {
  expect(parentsFor(all, 'kitchen').map(({ id }) => id)).toEqual(['home', 'garden'])
})
