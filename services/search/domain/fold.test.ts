import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, tidied, wordsOf } from './fold.ts'

describe('folding', () => {
  it.each([
    ['Häkelgröße', 'hakelgrosse'],
    ['CRÈME BRÛLÉE', 'creme brulee'],
    ['Œuvre ærø łódź', 'oeuvre aero lodz'],
    ['İstanbul', 'istanbul'],
  ])('%s reads %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('of any text gives words of letters and digits alone, which fold to themselves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const word of wordsOf(text)) {
          expect(word).toMatch(/^[\p{L}\p{N}]{1,40}$/u)
          expect(wordsOf(word)).toEqual([word])
        }
      }),
    )
  })

  it('leaves a query as it was typed, but for what stands between its words', () => {
    expect(tidied('  Crème,  brûlée! <b>')).toBe('crème brûlée b')
  })
})
