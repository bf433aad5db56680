import { describe, expect, it } from 'vitest'
import { handClock } from '../runtime/clock.ts'
import { createLog, logUnder } from './log.ts'
import { createMemory } from './memory.ts'

const trace = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331', sampled: true }

const setUp = (lines = 10) => {
  const shown = new Set(['paymentId'])
  const memory = createMemory({ process: 'one', clock: handClock(), spans: 10, lines, shown })
  const log = createLog('silent', memory.keepLine).child({ service: 'payments' })
  return { memory, log, traced: logUnder(log, trace) }
}

describe('a line of the log', () => {
  it('is remembered with its trace, however little is written', () => {
    const { memory, traced, log } = setUp()
    log.error({}, 'of no trace')
    traced.child({ provider: 'sandbox' }).warn({ paymentId: 'pay_1', amount: 5 }, 'not known')
    expect(memory.linesOf({ level: 'debug' }).items).toMatchObject([
      {
        ...{ level: 'warn', service: 'payments', message: 'not known', fault: null },
        traceId: trace.traceId,
        spanId: trace.spanId,
        fields: { paymentId: 'pay_1', amount: 5, provider: '[hidden]' },
      },
    ])
  })

  it('is found by trace and by how grave it is', () => {
    const { memory, traced } = setUp()
    traced.info({}, 'said')
    traced.error({}, 'cried')
    const found = (wanted: Parameters<typeof memory.linesOf>[0]) =>
      memory.linesOf(wanted).items.map(({ message }) => message)
    expect(found({ level: 'warn' })).toEqual(['cried'])
    expect(found({ level: 'info', traceId: trace.traceId })).toEqual(['said', 'cried'])
    expect(found({ level: 'info', traceId: 'f'.repeat(32) })).toEqual([])
  })

  it('tells no secret: not in a field, not in a fault', () => {
    const { memory, traced } = setUp()
    const err = new Error('no reader ada@example.com at https://pay.example/a?token=abc')
    traced.error({ err, token: 'tok_visa', cart: { id: 'cart_1', email: 'ada@example.com' } }, 'failed')
    const said = JSON.stringify(memory.linesOf({ level: 'debug' }))
    expect(said).toContain('no reader [hidden]')
    for (const secret of ['ada@', 'abc', 'tok_visa', 'cart_1']) expect(said).not.toContain(secret)
  })

  it('is cut where it is long, and all of them weigh no more than they may', () => {
    const { memory, traced } = setUp(2_000)
    for (let index = 0; index < 1_500; index++)
      traced.error({ err: new Error('x'.repeat(20_000)), note: 1, list: new Array(5_000).fill(7) }, 'failed')
    const { items } = memory.linesOf({ level: 'debug' })
    expect(JSON.stringify(items).length).toBeLessThan(8_000_000)
    expect(items.length).toBeGreaterThan(500)
    expect(items.length).toBeLessThan(1_500)
  })
})
