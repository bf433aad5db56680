import { expect, it } from 'vitest'
import type { Span } from '../asking/answers.ts'
import { statementsIn, sumsOf } from './sums.ts'
import { waterfall } from './waterfall.ts'

const span = (spanId: string, durationMs: number, more: Partial<Span>): Span => ({
  ...{
    spanId,
    parentSpanId: null,
    service: 'orders',
    name: spanId,
    kind: 'internal',
    status: 'ok',
    fault: null,
  },
  ...{ start: '2026-11-24T10:00:00.000000Z', durationMs, attributes: {} },
  ...more,
})

it('are what was spent on events, the database and the outside, and how much was said to the database', () => {
  const { rows } = waterfall([
    span('complete-cart', 100, { kind: 'server' }),
    span('transaction a', 3, { attributes: { 'db.statements': 4 } }),
    span('transaction b', 2, { attributes: { 'db.statements': 1 } }),
    span('ask provider.authorize', 20, {
      kind: 'client',
      attributes: { 'souk.stranger': 'provider.authorize' },
    }),
    span('announce x', 9, { kind: 'producer' }),
    span('on x', 5, { kind: 'consumer' }),
  ])
  expect(sumsOf(rows)).toEqual([
    { kind: 'event', spans: 1, ms: 5 },
    { kind: 'database', spans: 2, ms: 5 },
    { kind: 'stranger', spans: 1, ms: 20 },
  ])
  expect(statementsIn(rows)).toBe(5)
})

it('leave out what there was nothing of', () => {
  const { rows } = waterfall([span('show-cart', 1, { kind: 'server' })])
  expect(sumsOf(rows)).toEqual([])
})
