import type { Registry } from '../discovery/registry.ts'
import type { Clock } from '../runtime/clock.ts'
import type { Metrics } from '../telemetry/metrics.ts'
import { admission, type Release } from './admission.ts'
import type { BulkheadLimits } from './bulkhead.ts'
import { type Peers, peersOf } from './peers.ts'
import { fullBudget, payIn, payOut } from './retry-budget.ts'

/** A service as it looks from a process that asks it. */
export interface Callee {
  readonly name: string
  readonly peers: Peers
  /** A place among the calls made at once; nothing when there is none in time. */
  place(): Promise<Release | undefined>
  readonly budget: {
    payIn(now: number): void
    /** Whether one more try was paid. */
    payOut(now: number): boolean
  }
  count(outcome: string): void
}

interface CalleeParts {
  readonly registry: Pick<Registry, 'instancesOf'>
  readonly clock: Clock
  readonly metrics: Metrics
  readonly limits: BulkheadLimits
}

/** Each service asked has places, a retry budget and breakers of its own: the trouble of one stays with it. */
export function calleesOf(parts: CalleeParts): (service: string) => Callee {
  const known = new Map<string, Callee>()
  const count = parts.metrics.counter(
    'souk_asked_total',
    'Attempts to ask another process, by what became of them; a call may take several.',
    ['callee', 'outcome'],
  )
  return (service) => {
    const callee =
      known.get(service) ?? open(service, parts, (outcome) => count({ callee: service, outcome }))
    known.set(service, callee)
    return callee
  }
}

function open(
  name: string,
  { registry, clock, metrics, limits }: CalleeParts,
  count: Callee['count'],
): Callee {
  const peers = peersOf(
    () => registry.instancesOf(name),
    () => clock.now(),
  )
  const places = admission(limits)
  let budget = fullBudget(clock.now())
  show(metrics, name, { peers, load: places.load })
  return {
    name,
    peers,
    count,
    place: () => new Promise(places.enter),
    budget: {
      payIn(now) {
        budget = payIn(budget, now)
      },
      payOut(now) {
        const left = payOut(budget, now)
        if (left) budget = left
        return left !== undefined
      },
    },
  }
}

function show(
  metrics: Metrics,
  callee: string,
  { peers, load }: { peers: Peers; load: { readonly atWork: number; readonly waiting: number } },
): void {
  metrics.gauge(
    'souk_breakers',
    'Instances by the state of their breaker.',
    ['callee', 'state'],
    async () => {
      const states = peers.states()
      return (['closed', 'open', 'half-open'] as const).map((state) => ({
        labels: { callee, state },
        value: states.filter((one) => one === state).length,
      }))
    },
  )
  metrics.gauge(
    'souk_asking',
    'Calls to others, sent or waiting for a place.',
    ['callee', 'state'],
    async () => [
      { labels: { callee, state: 'sent' }, value: load.atWork },
      { labels: { callee, state: 'waiting' }, value: load.waiting },
    ],
  )
}
