import type { Clock } from '../runtime/clock.ts'
import type { Ids } from '../runtime/ids.ts'
import type { Random } from '../runtime/random.ts'
import type { Log } from '../telemetry/log.ts'
import type { Memory } from '../telemetry/memory.ts'
import type { Metrics } from '../telemetry/metrics.ts'
import type { Tracer } from '../telemetry/tracer.ts'

/** What a process lends every service in it. */
export interface Environment {
  readonly clock: Clock
  readonly ids: Ids
  readonly random: Random
  readonly log: Log
  readonly metrics: Metrics
  /** What the process remembers of calls, events and traces. */
  readonly memory: Memory
  readonly tracer: (service: string) => Tracer
  /** Answers are held against their contract before they leave: on in tests and development. */
  readonly checksAnswers: boolean
}
