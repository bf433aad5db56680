import { expect, test } from 'vitest'
import { limits } from './limits.ts'
import { seenInFile, whyStop } from './seen-in-file.ts'

test('a file remembers which handles it had and how they ended', () => {
  const seen = seenInFile()
  seen.addHandle('tee', 'read')
  seen.addHandle('mug', 'read')
  seen.addHandle('mug', 'refused')
  expect([seen.handle('tee'), seen.handle('mug'), seen.handle('pan')]).toEqual(['read', 'refused', undefined])
  expect(seen.handles()).toBe(2)
})

test('reading stops when the file names more products than memory is meant for', () => {
  const seen = seenInFile()
  for (let index = 1; index < limits.productsInFile; index += 1) seen.addHandle(`p-${index}`, 'read')
  expect(whyStop(seen, 0)).toBeUndefined()
  seen.addHandle('one-more', 'read')
  expect(whyStop(seen, 0)).toMatchObject({ code: 'too_many_products' })
})
