import { setTimeout as pause } from 'node:timers/promises'
import { call, type Reply } from '@souk/kit/contract'
import { deriveKeys, httpDispatch, serveService } from '@souk/kit/http'
import { systemClock, systemRandom, timeOrderedIds } from '@souk/kit/runtime'
import { type Dispatch, type Environment, inProcessDispatch, shows } from '@souk/kit/service'
import { createMetrics, newTrace, noMemory, silentLog, silentTracer } from '@souk/kit/telemetry'
import { z } from 'zod'
import { report } from './report.ts'
import type { Figure } from './table.ts'

const CALLS = 10_000
const SLOW_MS = 3_000
const PER_SECOND = 100
const ROUND_MS = 4_000
const ROUNDS = 5

const environment: Environment = {
  clock: systemClock,
  random: systemRandom,
  ids: timeOrderedIds(systemClock, systemRandom),
  log: silentLog,
  metrics: createMetrics(),
  memory: noMemory(systemClock),
  tracer: () => silentTracer,
  checksAnswers: false,
}
const spec = { summary: 'Answers.', access: 'internal', answers: { 200: z.object({}) } } as const
const fast = call('fast.ask', 'GET /internal/fast/things', spec)
const slow = call('slow.ask', 'GET /internal/slow/things', spec)
const other = call('other.ask', 'GET /internal/other/things', spec)
const keys = deriveKeys(systemRandom.bytes(32), [
  { name: 'bench', asks: ['fast', 'slow', 'other'] },
  ...['fast', 'slow', 'other'].map((name) => ({ name, asks: [] })),
])
const keysOf = (name: string) => keys.get(name) ?? { name, issues: {}, verifies: {} }
const reply: Reply = { ok: true, status: 200, body: { sku: 'MUG-1', available: 3 } }

async function serve(contract: typeof fast | typeof slow | typeof other, answer: Dispatch) {
  const answers = [shows(contract, () => ({}))]
  const parts = { environment, keys: keysOf(contract.service) }
  const { app } = serveService(
    { name: contract.service, answers },
    { answer, isReady: async () => true },
    parts,
  )
  return { app, address: await app.listen({ port: 0, host: '127.0.0.1' }) }
}

const context = () => ({
  caller: { kind: 'service', name: 'bench' } as const,
  trace: newTrace(systemRandom, false),
  deadline: systemClock.now() + 10_000,
})

/** Microseconds of CPU a call, of both ends together. */
async function cost(dispatch: Dispatch): Promise<number> {
  const before = process.cpuUsage()
  const lane = async () => {
    for (let turn = 0; turn < CALLS / 8; turn++) await dispatch(fast, {}, context())
  }
  await Promise.all(Array.from({ length: 8 }, lane))
  const { user, system } = process.cpuUsage(before)
  return (user + system) / CALLS
}

/** Asks both at a pace for a while; milliseconds that 95 of 100 answers of the fast one take at most. */
async function p95OfFast(dispatch: Dispatch, beside: typeof slow | typeof other): Promise<number> {
  const lasted: number[] = []
  const asked: Promise<unknown>[] = []
  const ask = async () => {
    const begun = performance.now()
    await dispatch(fast, {}, context())
    lasted.push(performance.now() - begun)
  }
  const begun = performance.now()
  for (let turn = 0; performance.now() - begun < ROUND_MS; turn++) {
    asked.push(
      ask(),
      Promise.resolve(dispatch(beside, {}, context())).catch(() => 'refused'),
    )
    await pause(Math.max(0, begun + ((turn + 1) * 1_000) / PER_SECOND - performance.now()))
  }
  await Promise.all(asked)
  return lasted.sort((a, b) => a - b)[Math.floor(lasted.length * 0.95)] as number
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] as number

const services = await Promise.all([
  serve(fast, () => reply),
  serve(other, () => reply),
  serve(slow, async () => {
    await pause(SLOW_MS)
    return reply
  }),
])
const known = ['fast', 'other', 'slow'].map((service, at) => {
  const { address } = services[at] as (typeof services)[number]
  return { id: service, service, address, version: '1' }
})
const registry = { instancesOf: (service: string) => known.filter((one) => one.service === service) }
const http = httpDispatch({ ...environment, registry, keys: keysOf('bench') })
const within = inProcessDispatch()
within.add('fast', () => reply)

const costs = { within: [] as number[], http: [] as number[] }
const lags = { well: [] as number[], troubled: [] as number[] }
for (let round = 0; round <= ROUNDS; round++) {
  const measured = [await cost(within.dispatch), await cost(http.dispatch)] as const
  const well = await p95OfFast(http.dispatch, other)
  const troubled = await p95OfFast(http.dispatch, slow)
  // The first round warms up.
  if (round === 0) continue
  costs.within.push(measured[0])
  costs.http.push(measured[1])
  lags.well.push(well)
  lags.troubled.push(troubled)
}
await http.close()
await Promise.all(services.map(({ app }) => app.close()))

const [well, troubled] = [median(lags.well), median(lags.troubled)]
const figures: Figure[] = [
  { name: 'a call within the process, CPU', value: median(costs.within), unit: 'µs', goal: {} },
  {
    name: 'a call over HTTP, CPU of both ends, signed and verified',
    value: median(costs.http),
    unit: 'µs',
    goal: {},
  },
  { name: 'p95 of calls beside a fast one', value: well, unit: 'ms', goal: {} },
  { name: 'p95 of calls beside one that takes 3 s', value: troubled, unit: 'ms', goal: {} },
  { name: 'of it', value: troubled / well, unit: '×', goal: { atMost: 1.03 } },
]
await report('calls-', figures)
