import { describe, expect, it } from 'vitest'
import { type Category, moveBelow, toTree } from './category.ts'
import { missingCategories } from './file-under.ts'

let ids = 0
const newId = () => `cat_${++ids}`

describe('categories made of paths of names', () => {
  it('are made once each, parents first, under slugs of their own', () => {
    const paths = [
      ['Men', 'Shoes'],
      ['Women', 'Shoes'],
      ['men', ' SHOES ', 'Boots'],
      ['обувь', 'Men'],
    ]
    const made = missingCategories(paths, [], newId)
    expect(made.map(({ name, slug, position }) => [name, slug, position])).toEqual([
      ['Men', 'men', 0],
      ['Shoes', 'shoes', 0],
      ['Women', 'women', 1],
      ['Shoes', 'women-shoes', 0],
      ['Boots', 'boots', 0],
      ['обувь', expect.stringMatching(/^n-[0-9a-f]{8}$/), 2],
      ['Men', expect.stringMatching(/^n-[0-9a-f]{8}-men$/), 0],
    ])
    expect(missingCategories(paths, made, newId)).toEqual([])
    expect(toTree(made).map(({ name, children }) => [name, children.length])).toEqual([
      ['Men', 1],
      ['Women', 1],
      ['обувь', 1],
    ])
  })
})

describe('moving a category', () => {
  const at = (...path: string[]): Category => ({
    id: path.at(-1) ?? '',
    version: 1,
    slug: 's',
    name: 'n',
    parentId: path.at(-2) ?? null,
    position: 0,
    path,
  })

  it('puts it below its new parent', () => {
    expect(moveBelow('c', at('a', 'b'), 2)).toEqual({ ok: true, path: ['a', 'b', 'c'] })
    expect(moveBelow('c', undefined, 2)).toEqual({ ok: true, path: ['c'] })
  })

  it('is refused below itself, and beyond ten levels', () => {
    expect(moveBelow('a', at('a', 'b'), 1)).toEqual({ ok: false, code: 'category_cycle' })
    const deep = at(...Array.from({ length: 8 }, (_, level) => `level-${level}`))
    expect(moveBelow('c', deep, 2)).toMatchObject({ ok: true })
    expect(moveBelow('c', deep, 3)).toEqual({ ok: false, code: 'category_too_deep' })
  })
})
