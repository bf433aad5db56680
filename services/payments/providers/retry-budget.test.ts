import { expect, it } from 'vitest'
import { retryBudget } from './retry-budget.ts'

it('allows a tenth more requests in the long run, whatever fails', () => {
  const { earn, spend } = retryBudget()
  let retries = 0
  for (let n = 0; n < 1_000; n++) {
    earn()
    if (spend()) retries += 1
  }
  expect(retries).toBeGreaterThan(99)
  expect(retries).toBeLessThanOrEqual(105)
})
