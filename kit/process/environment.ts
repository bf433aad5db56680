import { systemClock } from '../runtime/clock.ts'
import { timeOrderedIds } from '../runtime/ids.ts'
import { systemRandom } from '../runtime/random.ts'
import type { Settings } from '../runtime/settings.ts'
import type { Environment } from '../service/environment.ts'
import { createLog } from '../telemetry/log.ts'
import { createMemory } from '../telemetry/memory.ts'
import { createMetrics } from '../telemetry/metrics.ts'
import { type FinishedSpan, recordingTracers } from '../telemetry/tracer.ts'
import type { telemetrySettings } from './telemetry-settings.ts'

export interface OpenEnvironment {
  readonly environment: Environment
  /** Sends the spans that have not left yet. */
  close(): Promise<void>
}

interface Chosen extends Settings<typeof telemetrySettings> {
  /** Names of text fields that operators may read. */
  readonly shown: ReadonlySet<string>
}

/** The real clock, randomness and telemetry, as the settings want them. */
export async function openEnvironment(chosen: Chosen): Promise<OpenEnvironment> {
  const { log, otlp, spansKept, linesKept, shown } = chosen
  const [clock, random] = [systemClock, systemRandom]
  const ids = timeOrderedIds(clock, random)
  const memory = createMemory({
    ...{ process: ids.next('proc'), clock, shown },
    spans: spansKept,
    lines: linesKept,
  })
  const collector = otlp === '' ? undefined : (await import('../otlp/index.ts')).openOtlp(otlp)
  const keepAndSend = (span: FinishedSpan) => {
    memory.keepSpan(span)
    collector?.keep(span)
  }
  const environment = {
    ...{ clock, random, ids, memory },
    log: createLog(log, memory.keepLine),
    metrics: createMetrics(),
    tracer: recordingTracers({ clock, random, keep: collector ? keepAndSend : memory.keepSpan }),
    checksAnswers: false,
  }
  return { environment, close: async () => await collector?.close() }
}
