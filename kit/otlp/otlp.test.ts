import { afterEach, expect, it } from 'vitest'
import { systemClock } from '../runtime/clock.ts'
import { seededRandom } from '../runtime/random.ts'
import { newTrace } from '../telemetry/trace-context.ts'
import { recordingTracers } from '../telemetry/tracer.ts'
import { type Collector, startCollector } from '../testing/index.ts'
import { openOtlp } from './index.ts'

interface Batch {
  resourceSpans: {
    resource: { attributes: { key: string; value: { stringValue: string } }[] }
    scopeSpans: { spans: Record<string, unknown>[] }[]
  }[]
}

const open: Collector[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})
const collector = async (status?: number) => {
  const one = await startCollector(status)
  open.push(one)
  return one
}

const record = (keep: ReturnType<typeof openOtlp>['keep']) => {
  const random = seededRandom(1)
  const tracers = recordingTracers({ clock: systemClock, random, keep })
  const trace = newTrace(random, true)
  const root = tracers('gateway').start('POST /orders', trace, { kind: 'server', isRoot: true })
  const child = tracers('orders').start('place-order', root.context, {
    kind: 'client',
    attributes: { 'db.attempts': 1 },
  })
  child.end(new TypeError('secret'))
  root.end()
  return { trace, child: child.context }
}

it('sends what was recorded, when it is closed at the latest', async () => {
  const { received, endpoint } = await collector()
  const otlp = openOtlp(endpoint)
  const { trace, child } = record(otlp.keep)
  await otlp.close()
  const batches: Batch[] = received.map((body) => JSON.parse(body))
  const sent = batches.flatMap(({ resourceSpans }) =>
    resourceSpans.flatMap(({ resource, scopeSpans }) => {
      const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue
      return scopeSpans.flatMap(({ spans }) => spans.map((span) => ({ service, ...span })))
    }),
  )
  expect(sent).toHaveLength(2)
  expect(sent).toContainEqual(
    expect.objectContaining({
      ...{ service: 'orders', name: 'place-order', kind: 3 },
      ...{ traceId: trace.traceId, spanId: child.spanId, parentSpanId: trace.spanId },
      status: { code: 2, message: 'TypeError' },
      attributes: [{ key: 'db.attempts', value: { intValue: 1 } }],
    }),
  )
  const root = sent.find(({ service }) => service === 'gateway') as Record<string, unknown>
  expect(root.parentSpanId).toBeUndefined()
  expect(Math.abs(Number(root.startTimeUnixNano) / 1e6 - systemClock.now())).toBeLessThan(10_000)
  expect(JSON.stringify(sent)).not.toContain('secret')
})

it('says so when the collector does not take them', async () => {
  const { endpoint } = await collector(400)
  const otlp = openOtlp(endpoint)
  record(otlp.keep)
  await expect(otlp.close()).rejects.toThrow()
})
