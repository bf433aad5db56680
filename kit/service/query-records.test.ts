import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { call, isRefusal, text } from '../contract/index.ts'
import { compile } from './validate.ts'

const list = call('toy.list', 'GET /toy', {
  summary: 'For the test of records in a query.',
  access: 'anyone',
  query: z.strictObject({
    tag: z
      .record(text(5), z.array(text(5)).min(1).max(2))
      .meta({ maxProperties: 2 })
      .optional(),
  }),
  answers: { 200: z.unknown() },
})
const validate = compile(list)
const refusedFor = (input: Record<string, unknown>) => {
  const outcome = validate(input)
  return isRefusal(outcome) ? outcome.errors?.map(({ code }) => code) : outcome
}

describe('a record in a query', () => {
  it('is gathered from the fields that name its keys', () => {
    expect(validate({ 'tag.a.b': 'one', 'tag.c': ['two', 'three'] })).toEqual({
      tag: { 'a.b': ['one'], c: ['two', 'three'] },
    })
    expect(validate({})).toEqual({})
  })

  it('has keys that are data, whatever they are called', () => {
    expect(refusedFor({ 'tag.__proto__': 'x' })).toEqual(['too_long'])
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  it.each([
    ['a name too long', { 'tag.abcdef': 'x' }],
    ['no name', { 'tag.': 'x' }],
    ['a value too long', { 'tag.a': 'abcdef' }],
    ['too many values', { 'tag.a': ['1', '2', '3'] }],
    ['too many names', { 'tag.a': '1', 'tag.b': '2', 'tag.c': '3' }],
    ['no record', { tag: 'x' }],
    ['a record of another name', { 'gat.a': 'x' }],
  ])('is refused with %s', (_what, input) => {
    expect(refusedFor(input)).toEqual([expect.any(String)])
  })
})
