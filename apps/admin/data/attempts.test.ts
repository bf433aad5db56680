import { expect, it } from 'vitest'
import { attempts, randomKey } from './attempts.ts'

function counted() {
  let given = 0
  return attempts(() => `key ${++given}`)
}

it('a request without an answer is tried again under its key', () => {
  const { keyOf } = counted()
  expect(keyOf('refund 5')).toBe(keyOf('refund 5'))
})

it('another request has a key of its own', () => {
  const { keyOf } = counted()
  expect(keyOf('refund 5')).not.toBe(keyOf('refund 6'))
})

it('after an answer the same request is a new wish', () => {
  const { keyOf, answered } = counted()
  const first = keyOf('refund 5')
  answered('refund 5')
  expect(keyOf('refund 5')).not.toBe(first)
})

it('no two keys are alike', () => {
  expect(randomKey()).toMatch(/^[0-9a-f]{32}$/)
  expect(randomKey()).not.toBe(randomKey())
})
