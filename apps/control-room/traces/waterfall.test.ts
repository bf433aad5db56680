import { describe, expect, it } from 'vitest'
import type { Span } from '../asking/answers.ts'
import { waterfall } from './waterfall.ts'

const AT = '2026-11-24T10:00:00.'
const span = (spanId: string, startMicros: number, durationMs: number, more: Partial<Span> = {}): Span => ({
  ...{
    spanId,
    parentSpanId: null,
    service: 'orders',
    name: spanId,
    kind: 'internal',
    status: 'ok',
    fault: null,
  },
  ...{ start: `${AT}${String(startMicros).padStart(6, '0')}Z`, durationMs, attributes: {} },
  ...more,
})

describe('a waterfall', () => {
  const root = span('root', 0, 100, { kind: 'server' })
  const call = span('call', 20_000, 40, { parentSpanId: 'root', kind: 'client' })
  const inside = span('transaction x', 30_500, 10, { parentSpanId: 'call' })
  const later = span('later', 70_000, 30, { parentSpanId: 'root' })

  it('stands each span beneath the one it is within, in the order they began', () => {
    const { rows } = waterfall([later, inside, call, root])
    expect(rows.map(({ span, depth }) => `${depth} ${span.spanId}`)).toEqual([
      '0 root',
      '1 call',
      '2 transaction x',
      '1 later',
    ])
  })

  it('draws each where and as long as it was', () => {
    const { rows, durationMs } = waterfall([root, call, inside, later])
    expect(durationMs).toBeCloseTo(100)
    expect(rows[0]?.bar).toEqual({ left: 0, width: 1 })
    expect(rows[1]?.bar.left).toBeCloseTo(0.2)
    expect(rows[1]?.bar.width).toBeCloseTo(0.4)
    expect(rows[2]?.startsAfterMs).toBeCloseTo(30.5, 2)
    expect(rows[2]?.kind).toBe('database')
  })

  it('shows how long an event was on its way', () => {
    const announced = span('announce', 10_000, 5, { parentSpanId: 'root', kind: 'producer' })
    const heard = span('on', 40_000, 10, { parentSpanId: 'announce', kind: 'consumer', service: 'carts' })
    const row = waterfall([root, announced, heard]).rows.at(-1)
    expect(row).toMatchObject({ kind: 'event', depth: 2 })
    expect(row?.waited?.ms).toBeCloseTo(25)
    expect(row?.waited?.bar.left).toBeCloseTo(0.15)
  })

  it('loses nobody whose parent is forgotten', () => {
    const { rows } = waterfall([span('orphan', 0, 1, { parentSpanId: 'gone' }), root])
    expect(rows.map(({ depth }) => depth)).toEqual([0, 0])
  })

  it('is empty where nothing is remembered', () => {
    expect(waterfall([])).toEqual({ rows: [], folds: [], durationMs: 0 })
  })
})
