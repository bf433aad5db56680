import type { Topology, Trace, TraceSummary } from '@souk/contracts/ops'
import type { LogLine, Reply } from '@souk/kit/contract'
import { handClock, seededRandom } from '@souk/kit/runtime'
import { Unavailable } from '@souk/kit/service'
import {
  createLog,
  createMemory,
  logUnder,
  type Memory,
  newTrace,
  recordingTracers,
} from '@souk/kit/telemetry'
import { afterEach, expect, it } from 'vitest'
import type { Gateway } from '../open-gateway.ts'
import { openTestGateway } from '../open-test-gateway.ts'
import type { AskInstances } from './recollection.ts'

const open: Gateway[] = []
afterEach(() => Promise.all(open.splice(0).map(({ app }) => app.close())))

const random = seededRandom(26)
const clock = handClock()

/** A process that remembers: what a gateway hears of it over the wire. */
function aProcess(process: string) {
  const memory = createMemory({ process, clock, spans: 100, lines: 100, shown: new Set() })
  const tracers = recordingTracers({ clock, random, keep: memory.keepSpan })
  return { memory, tracers, log: createLog('silent', memory.keepLine) }
}

function recall(memory: Memory, call: string, input: Record<string, unknown>): Reply {
  const told: Record<string, () => unknown> = {
    'operators-recall-spans': () => memory.spansOf(String(input.traceId)),
    'operators-recall-traces': () => memory.recentTraces(),
    'operators-recall-lines': () => memory.linesOf(input as never),
    'operators-recall-traffic': () => memory.lastMinute(),
  }
  return { ok: true, status: 200, body: JSON.parse(JSON.stringify(told[call]?.())) }
}

/** Two instances of orders, one of carts in the process of the first, none of payments, and one of pricing that is silent. */
async function fleet() {
  const [first, second] = [aProcess('p1'), aProcess('p2')]
  const instances: Record<string, Memory[]> = {
    orders: [first.memory, second.memory],
    carts: [first.memory],
  }
  const askInstances: AskInstances = ({ service, name }, input) =>
    service === 'pricing'
      ? [Promise.reject(new Unavailable('no answer'))]
      : (instances[service] ?? []).map(async (memory) => recall(memory, name, input))
  const gateway = await openTestGateway(async () => ({ ok: true, status: 200, body: {} }), {
    serviceNames: ['orders', 'carts', 'payments', 'pricing'],
    askInstances,
  })
  open.push(gateway)
  const get = async <Body>(path: string) => {
    const answer = await gateway.app.inject({ url: `/ops/${path}`, headers: { host: 'localhost' } })
    expect(answer.statusCode, answer.body).toBe(200)
    return answer.json() as Body & { unavailable: string[] }
  }
  return { first, second, get }
}

it('gathers a trace from every instance, each process once, and names who did not answer', async () => {
  const { first, second, get } = await fleet()
  const trace = newTrace(random, true)
  const root = first.tracers('orders').start('complete-cart', trace, { isRoot: true })
  clock.forward(5)
  const far = second.tracers('orders').start('ask payments.authorize-payment', root.context)
  clock.forward(5)
  first.tracers('carts').start('freeze-cart', root.context).end(new TypeError('away'))
  far.end()
  root.end()
  const { spans, unavailable } = await get<Trace>(`traces/${trace.traceId}`)
  expect(spans.map(({ name }) => name)).toEqual([
    'complete-cart',
    'ask payments.authorize-payment',
    'freeze-cart',
  ])
  expect(unavailable).toEqual(['payments', 'pricing'])

  const { items } = await get<{ items: TraceSummary[] }>('traces?errors=true')
  expect(items).toMatchObject([
    { traceId: trace.traceId, name: 'complete-cart', spans: 3, errors: 1, services: ['carts', 'orders'] },
  ])
  expect((await get<{ items: TraceSummary[] }>('traces?errors=false')).items).toEqual([])
})

it('lists traces and lines of all processes page by page, newest first, nothing twice or left out', async () => {
  const { first, second, get } = await fleet()
  for (let index = 0; index < 9; index++) {
    const { tracers, log } = index % 2 ? first : second
    const trace = newTrace(random, true)
    tracers('orders').start(`t${index}`, trace, { isRoot: true }).end()
    logUnder(log, trace).warn({}, `t${index}`)
    clock.forward(index % 3)
  }
  for (const [path, nameOf] of [
    ['traces', ({ name }: TraceSummary & LogLine) => name],
    ['logs', ({ message }: TraceSummary & LogLine) => message],
  ] as const) {
    const found: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const query: string = `limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`
      const page: { items: (TraceSummary & LogLine)[]; nextCursor: string | null } = await get(
        `${path}?${query}`,
      )
      found.push(...page.items.map(nameOf))
      cursor = page.nextCursor
    }
    expect(found.toSorted(), path).toEqual(Array.from({ length: 9 }, (_, index) => `t${index}`))
  }
  const { items } = await get<{ items: TraceSummary[] }>('traces')
  const starts = items.map(({ start }) => start)
  expect(starts).toEqual(starts.toSorted().toReversed())
})

it('sums the traffic of all processes over the same edge', async () => {
  const { first, second, get } = await fleet()
  const asking = { from: 'orders', to: 'payments', kind: 'call', name: 'authorize-payment' } as const
  for (let index = 0; index < 30; index++) {
    first.memory.traffic.over(asking)(index < 20 ? 'ok' : 'refused', 10)
    second.memory.traffic.over(asking)('fault', 1_000)
  }
  const { edges, nodes } = await get<Topology>('topology')
  const [edge] = edges.filter(({ to }) => to === 'payments')
  expect(edge).toMatchObject({ ...asking, count: 60, perSecond: 1, refusals: 10, faults: 30 })
  expect(edge?.p50Ms).toBeGreaterThan(7)
  expect(edge?.p50Ms).toBeLessThan(15)
  expect(edge?.p95Ms).toBeGreaterThan(700)
  expect(nodes.map(({ id }) => id)).toContain('gateway')
})
