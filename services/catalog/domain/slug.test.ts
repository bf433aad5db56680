import { Slug } from '@souk/contracts/values'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slugify, slugOfHandle } from './slug.ts'

describe('a slug', () => {
  it.each([
    ['Olive Oil, 1 l', 'olive-oil-1-l'],
    ['Crème brûlée', 'creme-brulee'],
    ['Straße', 'strasse'],
    ['--a--', 'a'],
  ])('of %s is %s', (text, slug) => {
    expect(slugify(text)).toBe(slug)
  })

  it('is an address whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(Slug.safeParse(slugify(text)).success).toBe(true)
        expect(Slug.safeParse(slugOfHandle(text)).success).toBe(true)
      }),
    )
  })

  it('of a handle that is one already stays, others never meet it', () => {
    expect(slugOfHandle('my-product')).toBe('my-product')
    const slugs = ['my-product', 'my_product', 'my--product', 'товар', 'продукт'].map(slugOfHandle)
    expect(new Set(slugs).size).toBe(slugs.length)
  })
})
