import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { durationHistogram } from './histogram.ts'

/** The metrics of one process: rate, errors and duration per call and route; lag and states as gauges. */
export interface Metrics {
  readonly registry: Registry
  /** A timer bound to its labels once: the hot path only observes. */
  callTimer(service: string, call: string): (outcome: string, ms: number) => void
  routeTimer(method: string, route: string): (status: number, ms: number) => void
  /** One counter of that name for the whole process, whoever asks for it. */
  counter<Label extends string>(
    name: string,
    help: string,
    labels: readonly Label[],
  ): (labels: Record<Label, string>) => void
  /** Asked at each scrape. */
  gauge(name: string, help: string, labels: readonly string[], collect: () => Promise<GaugeSample[]>): void
}

export interface GaugeSample {
  labels: Record<string, string>
  value: number
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const calls = durationHistogram(
    'souk_call_duration_seconds',
    'Calls answered by a service, by outcome (status or refusal code).',
  )
  const routes = durationHistogram(
    'http_server_request_duration_seconds',
    'HTTP requests by route and status.',
  )
  registry.registerMetric(calls.metric as never)
  registry.registerMetric(routes.metric as never)
  const gauges = new Map<string, (() => Promise<GaugeSample[]>)[]>()
  return {
    registry,
    callTimer: (service, call) => timer((outcome) => calls.series({ service, call, outcome })),
    routeTimer: (method, route) =>
      timer((status) => routes.series({ method, route, status: String(status) })),
    counter(name, help, labels) {
      const known = registry.getSingleMetric(name) as Counter | undefined
      const counter = known ?? new Counter({ name, help, labelNames: [...labels], registers: [registry] })
      return (one) => counter.inc(one)
    },
    gauge(name, help, labels, collect) {
      const sources = gauges.get(name) ?? []
      sources.push(collect)
      if (sources.length > 1) return
      gauges.set(name, sources)
      new Gauge({ name, help, labelNames: [...labels], registers: [registry], collect: sample(sources) })
    },
  }
}

function timer<Outcome extends string | number>(seriesOf: (outcome: Outcome) => (ms: number) => void) {
  const known = new Map<Outcome, (ms: number) => void>()
  return (outcome: Outcome, ms: number) => {
    const observe = known.get(outcome) ?? seriesOf(outcome)
    known.set(outcome, observe)
    observe(ms)
  }
}

/** A database that does not answer leaves its samples out; the scrape goes on. */
function sample(sources: (() => Promise<GaugeSample[]>)[]) {
  return async function (this: Gauge) {
    this.reset()
    const settled = await Promise.allSettled(sources.map((source) => source()))
    for (const one of settled) {
      if (one.status === 'rejected') continue
      for (const { labels, value } of one.value) this.set(labels, value)
    }
  }
}
