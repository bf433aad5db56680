import { describe, expect, test } from 'vitest'
import { deriveSku } from './derive-sku.ts'

describe('a variant without SKU', () => {
  test.each([
    ['plain-tee', [], 'plain-tee'],
    ['tee', ['Small', 'Navy Blue'], 'tee.small.navy-blue'],
    ['tee', ['small', 'navy blue'], 'tee.small.navy-blue'],
  ])('of %s %j is %s', (handle, values, sku) => {
    expect(deriveSku(handle, values)).toBe(sku)
  })

  test('stays apart from those whose options only look alike in ASCII', () => {
    const values = ['S/M', 'S-M', 'S M', 'Ö', 'O', '黒', '白', '', '½']
    const skus = values.map((value) => deriveSku('tee', [value]))
    expect(new Set(skus).size).toBe(values.length)
    expect(skus[0]).toMatch(/^tee\.s-m~[0-9a-f]{6}$/)
  })

  test('stays within 120 characters and apart even when handle and options are long', () => {
    const long = ['a', 'b'].map((end) => deriveSku('x'.repeat(250), [`${'y'.repeat(200)}${end}`]))
    expect(long[0]).not.toBe(long[1])
    expect(long.every((sku) => sku.length <= 120)).toBe(true)
  })

  test('of one product never meets another product', () => {
    expect(deriveSku('tee-blue', [])).not.toBe(deriveSku('tee', ['blue']))
  })
})
