import { beforeEach, describe, expect, it } from 'vitest'
import { newColumns } from '../domain/columns.ts'
import type { Copy } from './columns-copy.ts'
import { sameAnswers } from './same-answers.ts'

let count = 0
let answers: ReturnType<typeof sameAnswers<number>>
let copy: Copy
beforeEach(() => {
  count = 0
  answers = sameAnswers()
  copy = { slot: 0, columns: newColumns() }
})
const find = async () => ++count
const product = {
  no: 1,
  id: 'prod_1',
  titleKey: 'pot',
  facts: { prices: {}, attributes: [], categories: [] },
  availability: 'in_stock',
} as const

describe('the same wish', () => {
  it('is looked for once, by however many at once', async () => {
    const asked = [answers(copy, { q: 'pot' }, find), answers(copy, { q: 'pot' }, find)]
    expect(await Promise.all(asked)).toEqual([1, 1])
    expect(await answers(copy, { q: 'pot' }, find)).toBe(1)
    expect(await answers(copy, { q: 'pan' }, find)).toBe(2)
  })

  it('is looked for again when anything has changed, or another index is searched', async () => {
    await answers(copy, { q: 'pot' }, find)
    copy.columns.put(product)
    expect(await answers(copy, { q: 'pot' }, find)).toBe(2)
    copy.columns.drop(1)
    expect(await answers(copy, { q: 'pot' }, find)).toBe(3)
    const next = { slot: 1, columns: newColumns() }
    expect(await answers(next, { q: 'pot' }, find)).toBe(4)
  })

  it('is looked for again where it could not be answered', async () => {
    const fault = () => Promise.reject(new Error('away'))
    await expect(answers(copy, { q: 'pot' }, fault)).rejects.toThrow('away')
    expect(await answers(copy, { q: 'pot' }, find)).toBe(1)
  })
})
