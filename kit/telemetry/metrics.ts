import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

const LATENCY_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** The metrics of one process: rate, errors and duration per call and route; lag and states as gauges. */
export interface Metrics {
  readonly registry: Registry
  /** A timer bound to its labels once: the hot path only observes. */
  callTimer(service: string, call: string): (outcome: string, ms: number) => void
  routeTimer(method: string, route: string): (status: number, ms: number) => void
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
  const calls = new Histogram({
    name: 'souk_call_duration_seconds',
    help: 'Calls answered by a service, by outcome (status or refusal code).',
    labelNames: ['service', 'call', 'outcome'],
    buckets: LATENCY_BUCKETS,
    registers: [registry],
  })
  const routes = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'HTTP requests by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: LATENCY_BUCKETS,
    registers: [registry],
  })
  const gauges = new Map<string, (() => Promise<GaugeSample[]>)[]>()
  return {
    registry,
    callTimer: (service, call) => timer((outcome) => calls.labels(service, call, outcome)),
    routeTimer: (method, route) => timer((status) => routes.labels(method, route, String(status))),
    gauge(name, help, labels, collect) {
      const sources = gauges.get(name) ?? []
      sources.push(collect)
      if (sources.length > 1) return
      gauges.set(name, sources)
      new Gauge({ name, help, labelNames: [...labels], registers: [registry], collect: sample(sources) })
    },
  }
}

type Observer = { observe(value: number): void }

function timer<Outcome extends string | number>(observerOf: (outcome: Outcome) => Observer) {
  const observers = new Map<Outcome, Observer>()
  return (outcome: Outcome, ms: number) => {
    const observer = observers.get(outcome) ?? observerOf(outcome)
    observers.set(outcome, observer)
    observer.observe(ms / 1_000)
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
