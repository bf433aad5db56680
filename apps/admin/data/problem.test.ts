import { expect, it } from 'vitest'
import { fieldErrorsOf, isProblem, sentenceOf, strangeProblem } from './problem.ts'

const problem = { title: 'The request does not fit the contract.', status: 422, code: 'invalid_request' }

it('is told by its detail, and by its title where it has none', () => {
  expect(sentenceOf({ ...problem, detail: 'Say which.' })).toBe('Say which.')
  expect(sentenceOf(problem)).toBe(problem.title)
})

it('names the fields that are wrong, each by its first fault', () => {
  const errors = [
    { path: 'seo.title', code: 'too_long', message: 'is too long' },
    { path: 'seo.title', code: 'odd', message: 'is odd' },
    { code: 'whole', message: 'belongs to no field' },
  ]
  expect(fieldErrorsOf({ ...problem, errors })).toEqual({ 'seo.title': 'Is too long' })
  expect(fieldErrorsOf(problem)).toEqual({})
})

it('tells an unreachable shop from one that answers strangely', () => {
  expect(strangeProblem(0).title).toContain('cannot be reached')
  expect(strangeProblem(502).title).toContain('502')
  expect(isProblem(strangeProblem(0))).toBe(true)
  expect(isProblem('<html>')).toBe(false)
})
