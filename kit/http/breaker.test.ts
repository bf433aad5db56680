import { expect, it } from 'vitest'
import { type Breaker, closedBreaker, mayPass, onAnswer, onFailure, onSent } from './breaker.ts'

const failing = (times: number, now = 0, from: Breaker = closedBreaker(now)) =>
  Array.from({ length: times }).reduce<Breaker>((breaker) => onFailure(breaker, now), from)

it('opens after five failures in a row, not after four', () => {
  expect(mayPass(failing(4), 0)).toBe(true)
  expect(mayPass(failing(5), 0)).toBe(false)
})

it('forgets failures in a row at the first answer', () => {
  expect(mayPass(failing(4, 0, onAnswer(failing(4), 0)), 0)).toBe(true)
})

it('opens when half of many calls fail, though never five in a row', () => {
  let breaker = closedBreaker(0)
  let calls = 0
  for (; breaker.state === 'closed' && calls < 100; calls++)
    breaker = calls % 2 === 0 ? onAnswer(breaker, calls) : onFailure(breaker, calls)
  expect(breaker.state).toBe('open')
  expect(calls).toBe(20)
})

it('stays closed while a third fails, and when the failures were long ago', () => {
  let breaker = closedBreaker(0)
  for (let call = 0; call < 300; call++)
    breaker = call % 3 === 0 ? onFailure(breaker, call) : onAnswer(breaker, call)
  expect(breaker.state).toBe('closed')
  for (let call = 0; call < 100; call++) {
    breaker =
      call % 2 === 0 ? onFailure(breaker, 20_000 + call * 1_000) : onAnswer(breaker, 20_000 + call * 1_000)
    expect(breaker.state).toBe('closed')
  }
})

it('lets one call try after a while, and no second one meanwhile', () => {
  const open = failing(5)
  expect(mayPass(open, 499)).toBe(false)
  expect(mayPass(open, 500)).toBe(true)
  const probing = onSent(open, 500)
  expect(mayPass(probing, 501)).toBe(false)
  expect(mayPass(onAnswer(probing, 510), 510)).toBe(true)
})

it('opens for twice as long each time the probe fails, up to ten seconds', () => {
  let breaker = failing(5)
  const lengths: number[] = []
  for (let probe = 0; probe < 7; probe++) {
    if (breaker.state !== 'open') throw new Error(`it is ${breaker.state}`)
    const { until } = breaker
    breaker = onFailure(onSent(breaker, until), until)
    if (breaker.state === 'open') lengths.push(breaker.until - until)
  }
  expect(lengths).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000, 10_000])
})

it('is not moved by what becomes of calls sent before it opened', () => {
  const open = failing(5)
  expect(onAnswer(open, 1)).toEqual(open)
  expect(onFailure(open, 400)).toEqual(open)
})

it('lets another one try when a probe was never heard of again', () => {
  expect(mayPass(onSent(failing(5), 500), 30_499)).toBe(false)
  expect(mayPass(onSent(failing(5), 500), 30_500)).toBe(true)
})
