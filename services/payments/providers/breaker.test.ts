import { describe, expect, it } from 'vitest'
import { breaker, type Course } from './breaker.ts'

const opened = () => {
  let now = 0
  const it = breaker(() => now)
  const hear = (course: Course, times = 1) => {
    for (let n = 0; n < times; n++) it.heard(course)
  }
  const pass = (ms: number) => {
    now += ms
  }
  return { ...it, hear, pass }
}
const ill = { went: 'ill' } as const
const well = { went: 'well' } as const
const limited = { went: 'limited', retryAfterMs: 5_000 } as const

describe('the breaker', () => {
  it('opens at the twentieth failure without a success between', () => {
    const { mayAsk, hear } = opened()
    hear(ill, 19)
    hear(well)
    hear(ill, 19)
    expect(mayAsk()).toBe(true)
    hear(ill)
    expect(mayAsk()).toBe(false)
  })

  it('lets one find out after a pause, and closes when that went well', () => {
    const { mayAsk, hear, pass } = opened()
    hear(ill, 20)
    pass(1_000)
    expect([mayAsk(), mayAsk(), mayAsk()]).toEqual([true, false, false])
    hear(well)
    expect([mayAsk(), mayAsk()]).toEqual([true, true])
  })

  it('waits twice as long after each that went ill, half a minute at most', () => {
    const { mayAsk, hear, pass } = opened()
    hear(ill, 20)
    for (const pause of [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
      pass(pause - 1)
      expect(mayAsk()).toBe(false)
      pass(1)
      expect(mayAsk()).toBe(true)
      hear(ill)
    }
  })

  it('does not wait longer for those that were under way when it opened', () => {
    const { mayAsk, hear, pass } = opened()
    hear(ill, 120)
    pass(1_000)
    expect(mayAsk()).toBe(true)
  })

  it('leaves a provider alone that asked for it three times running, as long as it asked', () => {
    const { mayAsk, hear, pass } = opened()
    hear(limited, 2)
    hear(well)
    hear(limited, 2)
    expect(mayAsk()).toBe(true)
    hear(limited)
    pass(4_999)
    expect(mayAsk()).toBe(false)
    pass(1)
    expect(mayAsk()).toBe(true)
  })
})
