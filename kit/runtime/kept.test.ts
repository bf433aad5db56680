import { expect, it } from 'vitest'
import { kept } from './kept.ts'

it('reads once for any number of askers, and again after a change', async () => {
  const rules = kept<object>()
  let reads = 0
  const load = async () => {
    reads++
    return {}
  }
  await Promise.all(Array.from({ length: 100 }, () => rules.read(load)))
  expect(reads).toBe(1)
  rules.drop()
  await rules.read(load)
  expect(reads).toBe(2)
})

it('does not hold on to what was being read when it changed', async () => {
  const rules = kept<string>()
  const slow = Promise.withResolvers<string>()
  const reading = rules.read(() => slow.promise)
  rules.drop()
  slow.resolve('before')
  expect(await reading).toBe('before')
  expect(await rules.read(async () => 'after')).toBe('after')
})

it('does not hold on to a read that failed', async () => {
  const rules = kept<string>()
  await expect(rules.read(() => Promise.reject(new Error('no database')))).rejects.toThrow('no database')
  expect(await rules.read(async () => 'later')).toBe('later')
})
