import { describe, expect, it } from 'vitest'
import { handClock } from '../runtime/clock.ts'
import { seededRandom } from '../runtime/random.ts'
import { newTrace } from './trace-context.ts'
import { type FinishedSpan, recordingTracers } from './tracer.ts'

const setUp = () => {
  const kept: FinishedSpan[] = []
  const clock = handClock()
  const random = seededRandom(1)
  const tracer = recordingTracers({ clock, random, keep: (span) => void kept.push(span) })('orders')
  return { kept, clock, random, tracer }
}

describe('a span', () => {
  it('is kept once, when it has ended, as the child of its parent', () => {
    const { kept, random, tracer } = setUp()
    const trace = newTrace(random, true)
    const root = tracer.start('POST /orders', trace, { kind: 'server', isRoot: true })
    const child = tracer.start('place-order', root.context, { attributes: { 'souk.call': 'orders.place' } })
    expect(kept).toEqual([])
    child.set({ 'souk.refusal': 'sold_out' })
    child.end()
    child.end()
    root.end(new RangeError('card 4111 1111 1111 1111 was refused'))
    expect(kept).toMatchObject([
      {
        ...{ service: 'orders', name: 'place-order', kind: 'internal', fault: undefined },
        parentSpanId: trace.spanId,
        attributes: { 'souk.call': 'orders.place', 'souk.refusal': 'sold_out' },
      },
      { context: trace, parentSpanId: undefined, kind: 'server', fault: 'RangeError' },
    ])
    expect(kept[0]?.context.spanId).not.toBe(trace.spanId)
    expect(JSON.stringify(kept)).not.toContain('4111')
  })

  it('of a trace that is not sampled leaves nothing and hands on its parent', () => {
    const { kept, random, tracer } = setUp()
    const trace = newTrace(random, false)
    const span = tracer.start('place-order', trace)
    span.end()
    expect(span.context).toBe(trace)
    expect(kept).toEqual([])
  })

  it('begins after the one before it, within the same millisecond, and follows the clock', () => {
    const { kept, clock, random, tracer } = setUp()
    const trace = newTrace(random, true)
    for (let index = 0; index < 50; index++) tracer.start(String(index), trace).end()
    clock.forward(5_000)
    tracer.start('later', trace).end()
    const starts = kept.map(({ startedAt }) => startedAt)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
    expect(new Set(starts).size).toBeGreaterThan(25)
    expect(Math.abs((starts.at(-1) ?? 0) - clock.now())).toBeLessThan(2)
  })
})
