import { expect, it } from 'vitest'
import type { Rules } from '../domain/rules.ts'
import { rulesCache } from './rules-cache.ts'

const rules = (): Rules => ({ modes: [], rates: [] })

it('reads once for any number of quotes, and again after a change', async () => {
  const cache = rulesCache()
  let reads = 0
  const load = async () => {
    reads++
    return rules()
  }
  await Promise.all(Array.from({ length: 100 }, () => cache.read(load)))
  expect(reads).toBe(1)
  cache.drop()
  await cache.read(load)
  expect(reads).toBe(2)
})

it('does not keep what was being read when the rules changed', async () => {
  const cache = rulesCache()
  const [before, after] = [rules(), rules()]
  const slow = Promise.withResolvers<Rules>()
  const reading = cache.read(() => slow.promise)
  cache.drop()
  slow.resolve(before)
  expect(await reading).toBe(before)
  expect(await cache.read(async () => after)).toBe(after)
})

it('does not keep a read that failed', async () => {
  const cache = rulesCache()
  await expect(cache.read(() => Promise.reject(new Error('no database')))).rejects.toThrow('no database')
  const later = rules()
  expect(await cache.read(async () => later)).toBe(later)
})
