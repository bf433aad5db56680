import { describe, expect, it } from 'vitest'
import { correct } from './correction.ts'

const candidates = ['shoes', 'shows', 'shores', 'hat', 'hats', 'kettle'].map((word, index) => ({
  word,
  count: 10 - index,
}))

describe('a typo', () => {
  it.each([
    ['sheos', 'shoes'],
    ['shoess', 'shoes'],
    ['hoes', 'shoes'],
    ['ketle', 'kettle'],
    ['ktetel', 'kettle'],
    ['hta', 'hat'],
    ['haz', 'hat'],
  ])('%s is taken for %s', (typed, meant) => {
    expect(correct(typed, candidates)).toBe(meant)
  })

  it.each(['ha', 'hxz', 'sxxxs', 'teapot', ''])('%j is near to nothing', (typed) => {
    expect(correct(typed, candidates)).toBeUndefined()
  })

  it('is taken for the word more products have where two are as near', () => {
    const twins = [
      { word: 'bolt', count: 1 },
      { word: 'belt', count: 5 },
    ]
    expect(correct('blt', twins)).toBe('belt')
  })
})
