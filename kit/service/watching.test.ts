import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededRandom } from '../runtime/random.ts'
import { newTrace } from '../telemetry/trace-context.ts'
import { guest, openStage, type Stage, testCluster } from '../testing/index.ts'
import { ear } from '../testing/toy/ear.ts'
import { put, show, toy } from '../testing/toy/toy.ts'

let stage: Stage
const random = seededRandom(26)
beforeAll(async () => {
  stage = await openStage([toy(), ear('ear')], { cluster: testCluster() })
})
afterAll(() => stage.stop())

async function traced(input: object) {
  const trace = newTrace(random, true)
  await stage.reply(put, input, { as: guest, trace })
  await stage.settle()
  const { items } = stage.memory.spansOf(trace.traceId)
  const named = (name: string, service = 'toy') => {
    const found = items.find((span) => span.name === name && span.service === service)
    if (!found) throw new Error(`no ${service} ${name} among ${items.map((one) => one.name).join(', ')}`)
    return found
  }
  return { names: items.map(({ service, name }) => `${service} ${name}`).sort(), named, trace }
}

describe('a traced call', () => {
  it('shows its transaction, what it announced and who heard of it', async () => {
    const { names, named, trace } = await traced({ shelf: 'seen', count: 1 })
    expect(names).toEqual([
      'ear on toy.things-put.v1',
      'toy announce toy.things-put.v1',
      'toy on toy.things-put.v1',
      'toy put',
      'toy transaction put',
    ])
    const call = named('put')
    const told = named('announce toy.things-put.v1')
    expect(call).toMatchObject({ parentSpanId: trace.spanId, kind: 'server' })
    // The shelf and the outbox; what a statement is put together from is no statement.
    expect(named('transaction put')).toMatchObject({
      parentSpanId: call.spanId,
      attributes: { 'db.statements': 2, 'db.attempts': 1 },
    })
    expect(told).toMatchObject({ parentSpanId: call.spanId, kind: 'producer' })
    expect(named('on toy.things-put.v1', 'ear')).toMatchObject({
      parentSpanId: told.spanId,
      kind: 'consumer',
    })
  })

  it('that is refused announced nothing', async () => {
    await traced({ shelf: 'narrow', count: 10 })
    const { names, named } = await traced({ shelf: 'narrow', count: 10 })
    expect(names).toEqual(['toy put', 'toy transaction put'])
    expect(named('put')).toMatchObject({ status: 'ok', attributes: { 'souk.refusal': 'shelf_full' } })
  })
})

describe('traffic', () => {
  it('counts events by who announced and who applied them, recorded or not, faults apart', async () => {
    const edges = () =>
      stage.memory
        .lastMinute()
        .items.filter(({ name }) => name === 'toy.things-put.v1')
        .map(({ from, to, kind, ok, faults }) => ({ from, to, kind, ok, faults }))
        .sort((a, b) => a.to.localeCompare(b.to))
    const ownFaults = () => edges()[1]?.faults ?? 0
    stage.clock.forward(61_000)
    await stage.reply(put, { shelf: 'a', count: 1 }, { as: guest })
    await stage.reply(show, { shelf: 'a' }, { as: guest })
    await stage.settle()
    expect(edges()).toEqual([
      { from: 'toy', to: 'ear', kind: 'event', ok: 1, faults: 0 },
      { from: 'toy', to: 'toy', kind: 'event', ok: 1, faults: 0 },
    ])
    await stage.reply(put, { shelf: 'b', count: 1, note: 'poison' }, { as: guest })
    await stage.settleUntil(async () => ownFaults() > 1)
    expect(edges()[1]?.ok).toBe(1)
  })
})
